#include "time/calendar.h"

#include <algorithm>
#include <stdexcept>

namespace gweld::time {

namespace {

bool is_weekend(CivilDate d) {
    return d.weekday() == std::chrono::Saturday || d.weekday() == std::chrono::Sunday;
}

// The first day a count cannot get past. Once beyond the end of the calendar it is the end itself:
// that is what a reader can do something about.
CivilDate first_unknown_after(CivilDate day_zero, const Span& known) {
    const auto next = day_zero.next_day();
    return next < known.from ? next : *known.until;
}
CivilDate first_unknown_before(CivilDate day_zero, const Span& known) {
    const auto last_known = known.until->plus_days(-1);
    const auto previous = day_zero.plus_days(-1);
    return previous > last_known ? previous : known.from.plus_days(-1);
}

} // namespace

Calendar::Calendar(std::string id, std::set<Holiday> holidays, Span known)
    : id_{std::move(id)}, holidays_{std::move(holidays)}, known_{known},
      first_{known.from.day_number()} {
    if (!known_.until || *known_.until < known_.from) {
        throw std::invalid_argument{"a calendar has an end: nobody knows all the bank holidays"};
    }
    rank_.reserve(static_cast<std::size_t>(days_between(known_.from, *known_.until)) + 1);
    rank_.push_back(0);
    for (auto d = known_.from; d < *known_.until; d = d.next_day()) {
        if (!is_weekend(d) && holiday_on(d) == nullptr) {
            working_.push_back(d.day_number());
        }
        rank_.push_back(static_cast<std::int32_t>(working_.size()));
    }
}

DayKind Calendar::kind(CivilDate d) const {
    if (!known_.contains(d)) {
        return DayKind::NotYetKnown;
    }
    const auto i = static_cast<std::size_t>(days_between(known_.from, d));
    return rank_[i + 1] > rank_[i] ? DayKind::Working : DayKind::NotWorking;
}

const Holiday* Calendar::holiday_on(CivilDate d) const {
    const auto found = holidays_.find(Holiday{d, {}, {}});
    return found == holidays_.end() ? nullptr : &*found;
}

base::Result<CivilDate, BeyondCalendar> Calendar::last_of(CivilDate day_zero, int n) const {
    if (const auto last = last_day_of(day_zero, n)) {
        return base::Ok{*last};
    }
    return base::Err{BeyondCalendar{n > 0 ? first_unknown_after(day_zero, known_)
                                          : first_unknown_before(day_zero, known_)}};
}

std::optional<int> Calendar::working_days_between(CivilDate from, CivilDate to) const {
    if (!known_.contains(from) || !known_.contains(to)) {
        return std::nullopt;
    }
    const auto rank_of = [this](CivilDate d) {
        return rank_[static_cast<std::size_t>(days_between(known_.from, d)) + 1];
    };
    return rank_of(to) - rank_of(from);
}

base::Result<Count, BeyondCalendar> count_after(CivilDate day_zero, int n,
                                                const Calendar& calendar) {
    const auto last = calendar.last_of(day_zero, n);
    if (!last.ok()) {
        return base::Err{last.error()};
    }
    Count count{last.value(), {}, {}};
    const int step = n < 0 ? -1 : 1;
    for (auto d = day_zero; d != last.value();) {
        d = d.plus_days(step);
        (calendar.kind(d) == DayKind::Working ? count.counted : count.skipped).push_back(d);
    }
    if (n < 0) {
        std::ranges::reverse(count.counted);
        std::ranges::reverse(count.skipped);
    }
    return base::Ok{std::move(count)};
}

} // namespace gweld::time
