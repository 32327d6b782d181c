#include "law/clock.h"

#include <algorithm>
#include <utility>

namespace gweld::law {

namespace {

using base::overloaded;

constexpr int days_in_week = 7;
constexpr int hours_in_day = 24;

// The days an interval is long when it needs neither calendar nor month; none otherwise.
std::optional<int> plain_days(const Interval& interval) {
    return std::visit(overloaded{
                          [](Days n) { return std::optional{n.count}; },
                          [](Weeks n) { return std::optional{n.count * days_in_week}; },
                          [](Hours n) { return std::optional{n.count / hours_in_day}; },
                          [](Immediately) { return std::optional{0}; },
                          [](WorkingDays) -> std::optional<int> { return std::nullopt; },
                          [](Months) -> std::optional<int> { return std::nullopt; },
                      },
                      interval);
}

// `times` intervals from `from`; negative: before it.
std::optional<CivilDate> step(const Interval& interval, int times, CivilDate from,
                              const Calendar* calendar) {
    if (const auto* n = std::get_if<WorkingDays>(&interval)) {
        if (calendar == nullptr) {
            return std::nullopt;
        }
        return calendar->last_day_of(from, n->count * times);
    }
    if (const auto* n = std::get_if<Months>(&interval)) {
        return from.plus_months_clipped(n->count * times);
    }
    return from.plus_days(*plain_days(interval) * times);
}

enum class Direction : std::int8_t { after = 1, before = -1 };

DueAnswer due(const Interval& interval, CivilDate from, Direction direction,
              const Calendar* calendar) {
    const int sign = static_cast<int>(direction);
    const auto* n = std::get_if<WorkingDays>(&interval);
    if (n == nullptr) {
        return Due{*step(interval, sign, from, calendar), std::nullopt};
    }
    if (calendar == nullptr) {
        return CannotSay{std::nullopt};
    }
    auto count = time::count_after(from, n->count * sign, *calendar);
    if (!count.ok()) {
        return CannotSay{count.error().first_unknown_day};
    }
    const auto by = count.value().last_day;
    return Due{by, std::move(count).value()};
}

ClockState stand(Due due, std::optional<CivilDate> met_on, CivilDate today) {
    if (met_on) {
        return Met{std::move(due), *met_on};
    }
    if (today < due.by) {
        return OnTrack{std::move(due)};
    }
    if (today == due.by) {
        return DueToday{std::move(due)};
    }
    return Overdue{std::move(due)};
}

ClockState stand(DueAnswer answer, std::optional<CivilDate> met_on, CivilDate today) {
    return std::visit(overloaded{
                          [&](Due&& d) { return stand(std::move(d), met_on, today); },
                          [](CannotSay&& why) -> ClockState { return Undetermined{why}; },
                      },
                      std::move(answer));
}

std::optional<CivilDate> happened(std::optional<CivilDate> on, CivilDate today) {
    return on && *on <= today ? on : std::nullopt;
}

} // namespace

DueAnswer due_after(const Interval& interval, CivilDate anchor, const Calendar* calendar) {
    return due(interval, anchor, Direction::after, calendar);
}

DueAnswer due_before(const Interval& interval, CivilDate event, const Calendar* calendar) {
    return due(interval, event, Direction::before, calendar);
}

std::optional<CivilDate> due_day_after(const Interval& interval, CivilDate anchor,
                                       const Calendar* calendar) {
    return step(interval, 1, anchor, calendar);
}

ClockState read_clock(const Interval& interval, CivilDate anchor, std::optional<CivilDate> met_on,
                      CivilDate today, const Calendar* calendar) {
    auto met = happened(met_on, today);
    if (met && *met < anchor) {
        met.reset();
    }
    return stand(due_after(interval, anchor, calendar), met, today);
}

ClockState read_before(const Interval& interval, CivilDate event, std::optional<CivilDate> met_on,
                       CivilDate today, const Calendar* calendar) {
    return stand(due_before(interval, event, calendar), happened(met_on, today), today);
}

std::optional<CountInState> read_count_in(const Interval& interval, int times, CivilDate anchor,
                                          std::span<const CivilDate> done, CivilDate today,
                                          const Calendar* calendar) {
    if (today < anchor) {
        return std::nullopt;
    }
    auto starts_after = anchor;
    for (int period = 1;; ++period) {
        const auto ends = step(interval, period, anchor, calendar);
        if (!ends || *ends <= starts_after) {
            return std::nullopt;
        }
        if (today <= *ends) {
            const auto in_period = std::ranges::count_if(
                done, [&](CivilDate d) { return starts_after < d && d <= today; });
            return CountInState{*ends, static_cast<int>(in_period), times};
        }
        starts_after = *ends;
    }
}

ClockState read_once_between(CivilDate opened, std::optional<CivilDate> closed,
                             std::optional<CivilDate> latest_by, std::optional<CivilDate> met_on,
                             CivilDate today) {
    const auto by = closed ? closed : latest_by;
    if (!by) {
        return Undetermined{CannotSay{std::nullopt}};
    }
    auto met = happened(met_on, today);
    if (met && (*met <= opened || (closed && *met > *closed))) {
        met.reset();
    }
    return stand(Due{*by, std::nullopt}, met, today);
}

} // namespace gweld::law
