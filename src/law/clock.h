// clock.h - reading one clock: when is it due, how was that worked out, how does it stand today.
#pragma once

#include "law/card.h"

#include <optional>
#include <variant>

namespace gweld::law {

// The due date and its working, as a value to be shown.
struct Due {
    CivilDate by;                       // the last day on which it is on time
    std::optional<time::Count> working; // for working days: every day counted and skipped
};
struct CannotSay {                          // beyond the calendar, or a rule without a figure
    std::optional<CivilDate> calendar_ends; // first day not known
};
using DueAnswer = std::variant<Due, CannotSay>;

// When something that runs from `anchor` is due. The anchor day is not counted. Hours are read as
// the day the last hour falls in (24 hours: the next day; cards hold whole days of them only, since
// an anchor has no time of day); Immediately as the anchor day itself. For `before` clocks the
// anchor is the event and the answer is the last day that is N before it.
DueAnswer due_after(const Interval& interval, CivilDate anchor, const Calendar* calendar);
DueAnswer due_before(const Interval& interval, CivilDate event, const Calendar* calendar);
// The same without the working; for lists and bulk. none: cannot say.
std::optional<CivilDate> due_day_after(const Interval& interval, CivilDate anchor,
                                       const Calendar* calendar);

struct OnTrack {
    Due due;
};
struct DueToday {
    Due due;
};
struct Overdue {
    Due due;
};
struct Met {
    Due due;
    CivilDate on;
};
struct Undetermined {
    CannotSay why;
};
using ClockState = std::variant<OnTrack, DueToday, Overdue, Met, Undetermined>;

// A single clock (or the current link of a recurring or chain clock). met_on after `today` or
// before the anchor is ignored: it has not happened yet, or answered something earlier.
ClockState read_clock(const Interval& interval, CivilDate anchor, std::optional<CivilDate> met_on,
                      CivilDate today, const Calendar* calendar);

// A `before` clock: to be done at the latest N before the event. met_on after `today` is ignored.
ClockState read_before(const Interval& interval, CivilDate event, std::optional<CivilDate> met_on,
                       CivilDate today, const Calendar* calendar);

// count-in: at least `times` in each period of `interval` from the anchor.
struct CountInState {
    CivilDate period_ends; // last day of the period `today` is in
    int so_far = 0;
    int wanted = 0;
};
// Periods follow one another without gap: (anchor, anchor + N], (anchor + N, anchor + 2N] ...;
// months are counted from the anchor each time, so the 31st does not drift. none: today is before
// the anchor, beyond the calendar, or the interval has no length.
std::optional<CountInState> read_count_in(const Interval& interval, int times, CivilDate anchor,
                                          std::span<const CivilDate> done, CivilDate today,
                                          const Calendar* calendar);

// once-between: between two events (the second perhaps still to come, then `latest_by`). Not on the
// day of the first, but on the day of the second it still counts. With neither the second event nor
// `latest_by`: undetermined.
ClockState read_once_between(CivilDate opened, std::optional<CivilDate> closed,
                             std::optional<CivilDate> latest_by, std::optional<CivilDate> met_on,
                             CivilDate today);

} // namespace gweld::law
