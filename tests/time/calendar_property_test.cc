#include "time/calendar.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstdlib>

namespace gweld::time {
namespace {

// The same cases on every run. Another seed may be tried from the environment.
[[maybe_unused]] const int seeded = setenv("RC_PARAMS", "seed=20261124 max_success=300", 0);

constexpr int span_days = 400;
const CivilDate start = day(1, std::chrono::January, 2026);

std::set<Holiday> any_holidays() {
    const auto offsets = *rc::gen::container<std::vector<int>>(rc::gen::inRange(-5, span_days + 5));
    std::set<Holiday> holidays;
    for (const auto n : offsets) {
        holidays.insert({start.plus_days(n), "a holiday", "gŵyl"});
    }
    return holidays;
}
Calendar calendar_with(std::set<Holiday> holidays) {
    return Calendar{"any", std::move(holidays), Span{start, start.plus_days(span_days)}};
}
CivilDate any_day() { return start.plus_days(*rc::gen::inRange(-20, span_days + 20)); }

// The plainest way there is: one day after the other.
std::optional<CivilDate> counted_by_hand(CivilDate from, int n, const Calendar& calendar) {
    const int step = n < 0 ? -1 : 1;
    for (int left = std::abs(n); left > 0;) {
        from = from.plus_days(step);
        if (calendar.kind(from) == DayKind::NotYetKnown) {
            return std::nullopt;
        }
        left -= calendar.kind(from) == DayKind::Working ? 1 : 0;
    }
    return from;
}

RC_GTEST_PROP(CalendarProperty, the_table_answers_what_counting_by_hand_answers, ()) {
    const auto calendar = calendar_with(any_holidays());
    const auto from = any_day();
    const auto n = *rc::gen::inRange(-60, 300);
    const auto table = calendar.last_of(from, n);
    const auto hand = counted_by_hand(from, n, calendar);
    RC_ASSERT(table.ok() == hand.has_value());
    if (hand) {
        RC_ASSERT(table.value() == *hand);
    }
    const auto count = count_after(from, n, calendar);
    RC_ASSERT(count.ok() == table.ok());
    if (count.ok()) {
        RC_ASSERT(count.value().last_day == table.value());
    } else {
        RC_ASSERT(count.error().first_unknown_day == table.error().first_unknown_day);
        RC_ASSERT(calendar.kind(count.error().first_unknown_day) == DayKind::NotYetKnown);
    }
}

RC_GTEST_PROP(CalendarProperty, exactly_n_days_are_counted_ascending_and_all_working, ()) {
    const auto calendar = calendar_with(any_holidays());
    const auto from = any_day();
    const auto n = *rc::gen::inRange(-40, 200);
    const auto count = count_after(from, n, calendar);
    RC_PRE(count.ok());
    const auto& [last, counted, skipped] = count.value();
    RC_ASSERT(std::ssize(counted) == std::abs(n));
    RC_ASSERT(std::ranges::is_sorted(counted) && std::ranges::is_sorted(skipped));
    RC_ASSERT(std::ranges::adjacent_find(counted) == counted.end());
    RC_ASSERT(std::ranges::all_of(
        counted, [&](CivilDate d) { return calendar.kind(d) == DayKind::Working; }));
    RC_ASSERT(std::ranges::all_of(
        skipped, [&](CivilDate d) { return calendar.kind(d) == DayKind::NotWorking; }));
    // Together they are every day between, and the day itself is not among them.
    RC_ASSERT(std::ssize(counted) + std::ssize(skipped) == std::abs(days_between(from, last)));
    if (n != 0) {
        RC_ASSERT((n > 0 ? counted.back() : counted.front()) == last);
    }
}

RC_GTEST_PROP(CalendarProperty, another_holiday_never_makes_a_deadline_earlier, ()) {
    auto holidays = any_holidays();
    const auto before = calendar_with(holidays);
    holidays.insert({any_day(), "one more", "un arall"});
    const auto after = calendar_with(holidays);
    const auto from = any_day();
    const auto n = *rc::gen::inRange(0, 200);
    const auto then = after.last_of(from, n);
    RC_PRE(then.ok());
    RC_ASSERT(before.last_of(from, n).ok());
    RC_ASSERT(then.value() >= before.last_of(from, n).value());
}

RC_GTEST_PROP(CalendarProperty, between_is_the_number_counted, ()) {
    const auto calendar = calendar_with(any_holidays());
    const auto from = any_day();
    const auto n = *rc::gen::inRange(0, 200);
    const auto last = calendar.last_of(from, n);
    RC_PRE(last.ok() && calendar.kind(from) != DayKind::NotYetKnown);
    RC_ASSERT(calendar.working_days_between(from, last.value()) == n);
    RC_ASSERT(calendar.working_days_between(last.value(), from) == -n);
}

RC_GTEST_PROP(CalendarProperty, one_day_later_is_never_due_earlier, ()) {
    const auto calendar = calendar_with(any_holidays());
    const auto from = any_day();
    const auto n = *rc::gen::inRange(0, 200);
    const auto later = calendar.last_of(from.next_day(), n);
    const auto sooner = calendar.last_of(from, n);
    RC_PRE(later.ok() && sooner.ok());
    RC_ASSERT(sooner.value() <= later.value());
}

} // namespace
} // namespace gweld::time
