#include "measure/measure.h"

#include "base/function_ref.h"

#include <algorithm>
#include <map>

namespace gweld::measure {
namespace {

using protection::DutyState;
using protection::WhyUndetermined;
using time::Span;

// The group of a day, and the last day that certainly has the same one.
struct GroupUntil {
    std::string group;
    CivilDate last;
};
using GroupOn = base::FunctionRef<GroupUntil(CivilDate)>;
using Tallies = std::map<std::string, Tally>;

std::int64_t Tally::* column_of(DutyState state) {
    switch (state) {
    case DutyState::on_time:
        return &Tally::on_time;
    case DutyState::on_time_recorded_late:
        return &Tally::on_time_recorded_late;
    case DutyState::on_time_recording_unknown:
        return &Tally::recording_unknown;
    case DutyState::late:
        return &Tally::late;
    case DutyState::overdue:
    case DutyState::not_done:
        return &Tally::not_met;
    case DutyState::on_track:
    case DutyState::due_today:
    case DutyState::lapsed:
    case DutyState::undetermined:
        break;
    }
    return nullptr;
}

bool within(Period period, CivilDate date) { return period.from <= date && date <= period.to; }

// The registration a duty runs in had not ended before the period.
bool still_ran(const ChildDuties& child, const Duty& duty, Period period) {
    return std::any_of(child.on_register.begin(), child.on_register.end(), [&](const Span& span) {
        return span.contains(duty.anchor) && (!span.until || period.from < *span.until);
    });
}

// The first day of the period on which an undetermined duty could have been due; none: it is not
// counted in this period.
std::optional<CivilDate> first_possible_day(const ChildDuties& child, const Duty& duty,
                                            Period period) {
    if (duty.state != DutyState::undetermined || period.to < duty.anchor) {
        return std::nullopt;
    }
    const CivilDate earliest = std::max(duty.anchor, period.from);
    if (duty.why == WhyUndetermined::meetings_never_imported) {
        const bool met_before = duty.met_on && *duty.met_on < period.from;
        return !met_before && still_ran(child, duty, period) ? std::optional{earliest}
                                                             : std::nullopt;
    }
    if (!child.calendar_ends || period.to < *child.calendar_ends) {
        return std::nullopt;
    }
    return std::max(earliest, *child.calendar_ends);
}

void count_duties(const ChildDuties& child, Period period, GroupOn group_on, Tallies& tallies) {
    for (const Duty& duty : child.duties) {
        if (const auto day = first_possible_day(child, duty, period)) {
            ++tallies[group_on(*day).group].undetermined;
            continue;
        }
        const auto column = column_of(duty.state);
        if (column != nullptr && duty.due_by && within(period, *duty.due_by)) {
            Tally& tally = tallies[group_on(*duty.due_by).group];
            ++tally.due;
            ++(tally.*column);
        }
    }
}

// Each day once, even where two registrations overlap.
std::vector<Span> days_on_register(const ChildDuties& child, CivilDate first, CivilDate last) {
    std::vector<Span> spans;
    for (const Span& span : child.on_register) {
        const CivilDate until = last.next_day();
        const Span clipped{std::max(span.from, first),
                           span.until ? std::min(*span.until, until) : until};
        if (clipped.from < *clipped.until) {
            spans.push_back(clipped);
        }
    }
    std::sort(spans.begin(), spans.end(),
              [](const Span& a, const Span& b) { return a.from < b.from; });
    std::vector<Span> merged;
    for (const Span& span : spans) {
        if (!merged.empty() && span.from <= *merged.back().until) {
            merged.back().until = std::max(merged.back().until, span.until);
        } else {
            merged.push_back(span);
        }
    }
    return merged;
}

// The duty that runs on a day: of those anchored on or before it the last. Null: none.
const Duty* running_on(const ChildDuties& child, CivilDate day) {
    const auto after =
        std::upper_bound(child.duties.begin(), child.duties.end(), day,
                         [](CivilDate d, const Duty& duty) { return d < duty.anchor; });
    return after == child.duties.begin() ? nullptr : &*std::prev(after);
}

std::optional<CivilDate> next_anchor_after(const ChildDuties& child, CivilDate day) {
    const auto after =
        std::upper_bound(child.duties.begin(), child.duties.end(), day,
                         [](CivilDate d, const Duty& duty) { return d < duty.anchor; });
    return after == child.duties.end() ? std::nullopt : std::optional{after->anchor};
}

// The first day past the due day; none: there is no such day that we know of.
std::optional<CivilDate> first_day_past(const ChildDuties& child, const Duty& duty) {
    if (duty.due_by) {
        return duty.due_by->next_day();
    }
    return duty.why == WhyUndetermined::meetings_never_imported ? std::optional{duty.anchor}
                                                                : child.calendar_ends;
}

bool in_date(const ChildDuties& child, const Duty* duty, CivilDate day) {
    if (duty == nullptr) {
        return false;
    }
    const auto past = first_day_past(child, *duty);
    return !past || day < *past || (duty->met_on && *duty->met_on <= day);
}

void bring_forward(CivilDate& until, const std::optional<CivilDate>& change, CivilDate day) {
    if (change && day < *change && *change < until) {
        until = *change;
    }
}

// Days are counted in runs between the days on which anything changes: a duty, whether it is in
// date, the group.
void count_days_of(const ChildDuties& child, const Span& span, GroupOn group_on, Tallies& tallies) {
    for (CivilDate day = span.from; day < *span.until;) {
        const Duty* duty = running_on(child, day);
        auto group = group_on(day);
        CivilDate until = std::min(*span.until, group.last.next_day());
        bring_forward(until, next_anchor_after(child, day), day);
        if (duty != nullptr) {
            bring_forward(until, first_day_past(child, *duty), day);
            bring_forward(until, duty->met_on, day);
        }
        Tally& tally = tallies[std::move(group.group)];
        const auto days = days_between(day, until);
        tally.child_days += days;
        tally.child_days_in_date += in_date(child, duty, day) ? days : 0;
        day = until;
    }
}

void count(const ChildDuties& child, Period period, CivilDate as_of, GroupOn group_on,
           Tallies& tallies) {
    count_duties(child, period, group_on, tallies);
    for (const Span& span : days_on_register(child, period.from, std::min(period.to, as_of))) {
        count_days_of(child, span, group_on, tallies);
    }
}

CivilDate last_day_of_month(CivilDate day) {
    const auto ymd = day.ymd();
    return CivilDate{std::chrono::year_month_day{ymd.year() / ymd.month() / std::chrono::last}};
}

GroupUntil month_of(CivilDate day) {
    return {time::to_iso(day).substr(0, 7), last_day_of_month(day)};
}

GroupUntil holder_on(std::span<const Held> held, CivilDate day) {
    const Held* holder = nullptr;
    CivilDate until = CivilDate::from_day_number(day.day_number() + 36525);
    for (const Held& one : held) {
        bring_forward(until, one.span.from, day);
        if (one.span.contains(day)) {
            bring_forward(until, one.span.until, day);
            if (holder == nullptr || holder->span.from <= one.span.from) {
                holder = &one;
            }
        }
    }
    return {holder == nullptr ? std::string{} : holder->group, until.plus_days(-1)};
}

std::vector<GroupedTally> listed(const Tallies& tallies) {
    std::vector<GroupedTally> groups;
    groups.reserve(tallies.size());
    for (const auto& [group, tally] : tallies) {
        groups.push_back({group, tally});
    }
    return groups;
}

} // namespace

std::optional<double> Tally::percent_on_time() const {
    if (due == 0) {
        return std::nullopt;
    }
    return 100.0 * static_cast<double>(on_time_in_any_way()) / static_cast<double>(due);
}

Tally& Tally::operator+=(const Tally& other) {
    due += other.due;
    on_time += other.on_time;
    on_time_recorded_late += other.on_time_recorded_late;
    recording_unknown += other.recording_unknown;
    late += other.late;
    not_met += other.not_met;
    undetermined += other.undetermined;
    child_days += other.child_days;
    child_days_in_date += other.child_days_in_date;
    return *this;
}

Tally& Tally::operator-=(const Tally& other) {
    due -= other.due;
    on_time -= other.on_time;
    on_time_recorded_late -= other.on_time_recorded_late;
    recording_unknown -= other.recording_unknown;
    late -= other.late;
    not_met -= other.not_met;
    undetermined -= other.undetermined;
    child_days -= other.child_days;
    child_days_in_date -= other.child_days_in_date;
    return *this;
}

ChildDuties child_duties(const protection::History& history, const law::Card& card,
                         const law::Book& book, CivilDate as_of, protection::Coverage coverage) {
    ChildDuties child{
        history.child, protection::duties_of(history, card, book, as_of, coverage), {}, {}};
    if (card.kind != law::ClockKind::single) {
        for (const auto& registration : history.registrations) {
            if (registration.start <= as_of) {
                child.on_register.push_back(
                    {registration.start, registration.end && *registration.end <= as_of
                                             ? registration.end
                                             : std::nullopt});
            }
        }
    }
    const auto* calendar = card.calendar.empty() ? nullptr : book.calendar(card.calendar);
    if (calendar != nullptr) {
        child.calendar_ends = calendar->known().until;
    }
    return child;
}

Tally tally(const ChildDuties& child, Period period, CivilDate as_of) {
    Tallies tallies;
    const auto everyone = [&](CivilDate) { return GroupUntil{{}, period.to}; };
    count(child, period, as_of, everyone, tallies);
    return tallies[{}];
}

std::vector<GroupedTally> by_month(std::span<const ChildDuties> children, Period period,
                                   CivilDate as_of) {
    Tallies tallies;
    for (CivilDate day = period.from; day <= period.to; day = last_day_of_month(day).next_day()) {
        tallies[month_of(day).group];
    }
    const auto month = [](CivilDate day) { return month_of(day); };
    for (const ChildDuties& child : children) {
        count(child, period, as_of, month, tallies);
    }
    return listed(tallies);
}

std::vector<GroupedTally> by_holder(std::span<const ChildDuties> children,
                                    std::span<const std::vector<Held>> held_by_child, Period period,
                                    CivilDate as_of) {
    Tallies tallies;
    for (std::size_t at = 0; at < children.size(); ++at) {
        const auto holder = [&](CivilDate day) { return holder_on(held_by_child[at], day); };
        count(children[at], period, as_of, holder, tallies);
    }
    return listed(tallies);
}

std::int64_t overdue_on(std::span<const ChildDuties> children, CivilDate day) {
    return std::count_if(children.begin(), children.end(), [&](const ChildDuties& child) {
        const bool on_register = std::any_of(child.on_register.begin(), child.on_register.end(),
                                             [&](const Span& span) { return span.contains(day); });
        const Duty* duty = running_on(child, day);
        return on_register && duty != nullptr && duty->due_by && *duty->due_by < day &&
               !(duty->met_on && *duty->met_on <= day);
    });
}

} // namespace gweld::measure
