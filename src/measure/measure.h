// measure.h - indicators: pure functions over duties. A figure is never without its numerator, its
// denominator and the children behind it.
#pragma once

#include "protection/duties.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gweld::measure {

using base::PersonId;
using protection::CivilDate;
using protection::Duty;

// Inclusive at both ends.
struct Period {
    CivilDate from;
    CivilDate to;
};

// Duties due in the period, by class. `due` is the sum of on_time ... not_met. Lapsed duties are
// not counted; duties still open on the as-of day (on track, due today) are not counted until they
// are decided; undetermined ones are counted apart.
struct Tally {
    std::int64_t due = 0;
    std::int64_t on_time = 0;
    std::int64_t on_time_recorded_late = 0;
    std::int64_t recording_unknown = 0;
    std::int64_t late = 0;
    std::int64_t not_met = 0; // overdue, or not done before the child left the register
    std::int64_t undetermined = 0;
    std::int64_t child_days = 0;         // days on the register within the period and by as_of
    std::int64_t child_days_in_date = 0; // of those, days not after the due day then running

    std::int64_t on_time_in_any_way() const {
        return on_time + on_time_recorded_late + recording_unknown;
    }
    // Every on-time class over due, in percent; none when nothing was due.
    std::optional<double> percent_on_time() const;
    Tally& operator+=(const Tally& other);
    Tally& operator-=(const Tally& other); // of what was added before
    friend bool operator==(const Tally&, const Tally&) = default;
};

// One child's duties of one rule together with what is needed to tally them.
struct ChildDuties {
    PersonId child;
    std::vector<Duty> duties;
    std::vector<time::Span> on_register;    // [start, end) of each registration
    std::optional<CivilDate> calendar_ends; // first day not known, for rules in working days
};

// on_register is left empty for duties that do not recur on the register (writing up a visit).
ChildDuties child_duties(const protection::History& history, const law::Card& card,
                         const law::Book& book, CivilDate as_of, protection::Coverage coverage);

// Undetermined: beyond the calendar, counted when the period reaches beyond it and the duty runs
// from a day not after the period; meetings never imported, counted when it runs from a day not
// after the period and its registration has not ended before it.
// Days in date: the duty then running (that with the latest anchor on or before the day) is not yet
// past its due day, or has been met on or before the day. Of a duty beyond the calendar the days
// before the calendar ends are in date; of one that hangs on unknown meetings none is.
Tally tally(const ChildDuties& child, Period period, CivilDate as_of);

// How a group is named for one due day (or, for child-days, one day): the month, the team or the
// worker. Empty: nobody was allocated.
struct GroupedTally {
    std::string group;
    Tally tally;
};
// "2026-04"; every month of the period in order, even an empty one. An undetermined duty is counted
// in the month in which it could first be due.
std::vector<GroupedTally> by_month(std::span<const ChildDuties> children, Period period,
                                   CivilDate as_of);

// An allocation as it bears on a measure; half-open.
struct Held {
    time::Span span;
    std::string group; // team or worker name; the allocated worker of that day
};
// held_by_child: one for each of children, in the same order.
// By the holder on the due day (for child-days: on the day); of two at once the one who held the
// child last. By name; a holder of nothing in the period is left out.
std::vector<GroupedTally> by_holder(std::span<const ChildDuties> children,
                                    std::span<const std::vector<Held>> held_by_child, Period period,
                                    CivilDate as_of);

// How many children were overdue on a day (on the register that day, past the due day then
// running and not met by then). The duties must have been worked out as of that day or later.
std::int64_t overdue_on(std::span<const ChildDuties> children, CivilDate day);

// XmR: the usual level and range of a series of monthly percentages, mean +- 2.66 x the average
// moving range of the baseline; a signal is a point outside, or seven in a row on one side.
// NOT MODELLED: re-basing after a signal, because a person should decide it.
enum class Signal : std::uint8_t { no_real_change, getting_better, getting_worse, too_few_to_say };
struct UsualRange {
    double level = 0;
    double bottom = 0;                      // not below 0
    double top = 0;                         // not above 100
    std::vector<bool> stands_out;           // one per point given
    Signal signal = Signal::too_few_to_say; // of the newest points
};
// Points oldest first; none: nothing was due that month. At least 8 points with a value, else
// too_few_to_say. The baseline is the first `baseline` points with a value.
UsualRange usual_range(std::span<const std::optional<double>> points, std::size_t baseline);

} // namespace gweld::measure
