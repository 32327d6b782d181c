// walk.h - the rule of the recurring duty itself, over plain day numbers: used as it stands by the
// page of one child (duties.cc) and by the bulk recomputation of a whole county (measure/bulk.cc).
// Pure, allocates nothing, knows no calendar: when a duty is due is asked of the caller.
//
// Source: the rule as agreed for this service, docs/decisions/duty-recurring.md. In short:
// on the register on days start <= d < end; the anchor is start; due = anchor + interval; the first
// occurrence after the anchor and before end meets the duty and is the next anchor.
#pragma once

#include "protection/duties.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

namespace gweld::protection {

using Day = std::int32_t; // days since 1 January 1970

inline constexpr Day never = std::numeric_limits<Day>::max();      // an end that has not come
inline constexpr Day not_known = std::numeric_limits<Day>::max();  // a recording without a time
inline constexpr Day cannot_say = std::numeric_limits<Day>::min(); // a due day beyond the calendar

// What may meet a duty: the day it happened and the day, in Wales, it was recorded (or not_known).
// Sorted by `on`; both of one length.
struct Occurrences {
    std::span<const Day> on;
    std::span<const Day> recorded;
};

struct OnRegister {
    Day start = 0;
    Day end = never; // the first day off the register
};

inline constexpr std::size_t not_met = std::numeric_limits<std::size_t>::max();

// One duty. met_by is the index of the occurrence that met it: of several on one day the one
// recorded first, and one with a known recording before one without.
struct Link {
    Day anchor;
    Day due;
    std::size_t met_by;
    DutyState state;
};

// By: beyond the calendar, after the due day, recorded by the due day, some recording unknown; a
// table rather than branches because, in bulk, no processor guesses how a family's visits go.
inline constexpr std::array<DutyState, 16> states_when_met{
    DutyState::on_time_recorded_late,
    DutyState::on_time_recording_unknown,
    DutyState::on_time,
    DutyState::on_time,
    DutyState::late,
    DutyState::late,
    DutyState::late,
    DutyState::late,
    DutyState::undetermined,
    DutyState::undetermined,
    DutyState::undetermined,
    DutyState::undetermined,
    DutyState::undetermined,
    DutyState::undetermined,
    DutyState::undetermined,
    DutyState::undetermined,
};

// Recorded: the earliest recording on the day that met it. Of several on one day it is enough that
// one was recorded by the due day; failing that, a recording of unknown time may have been.
constexpr DutyState state_when_met(Day due, Day met, Day earliest_recorded, bool some_not_known) {
    const unsigned at = unsigned{due == cannot_say} * 8U + unsigned{met > due} * 4U +
                        unsigned{earliest_recorded <= due} * 2U + unsigned{some_not_known};
    return states_when_met[at];
}

// `end` is the day the child left, or never if that has not happened by as_of.
constexpr DutyState state_when_open(Day due, Day end, Day as_of) {
    if (due == cannot_say) {
        return DutyState::undetermined;
    }
    if (end != never) {
        return end <= due ? DutyState::lapsed : DutyState::not_done;
    }
    if (as_of > due) {
        return DutyState::overdue;
    }
    return as_of == due ? DutyState::due_today : DutyState::on_track;
}

// The occurrences of one day, read together.
struct SameDay {
    std::size_t first; // the one recorded first
    std::size_t past;  // the first of a later day
    bool some_not_known;
};
inline SameDay same_day(const Occurrences& occurred, std::size_t at) {
    const Day* const on = occurred.on.data();
    const Day* const recorded = occurred.recorded.data();
    SameDay found{at, at + 1, recorded[at] == not_known};
    for (const auto size = occurred.on.size(); found.past < size && on[found.past] == on[at];
         ++found.past) {
        found.some_not_known = found.some_not_known || recorded[found.past] == not_known;
        if (recorded[found.past] < recorded[found.first]) {
            found.first = found.past;
        }
    }
    return found;
}

// A recurring or chain clock. `first` says when a duty that runs from the registration is due,
// `then` one that runs from an occurrence: Day -> Day, or cannot_say. `told` gets every Link,
// oldest first; the last one is the one not met.
template <class First, class Then, class Told>
void walk_recurring(OnRegister stay, const Occurrences& occurred, Day as_of, const First& first,
                    const Then& then, Told&& told) {
    if (stay.start > as_of) {
        return;
    }
    const Day end = stay.end <= as_of ? stay.end : never;
    const Day last = std::min(as_of, end == never ? as_of : end - 1);
    const Day* const on = occurred.on.data();
    const std::size_t size = occurred.on.size();
    std::size_t next = 0;
    while (next < size && on[next] <= stay.start) {
        ++next;
    }
    Day anchor = stay.start;
    Day due = first(anchor);
    while (next < size && on[next] <= last) {
        const SameDay day = same_day(occurred, next);
        const Day met = on[next];
        told(Link{
            anchor, due, day.first,
            state_when_met(due, met, occurred.recorded.data()[day.first], day.some_not_known)});
        anchor = met;
        due = then(anchor);
        next = day.past;
    }
    told(Link{anchor, due, not_met, state_when_open(due, end, as_of)});
}

// A once-between clock: a window opens at the start and at each of `events` (sorted) and closes
// with the next; it must be met after the day it opened and no later than the day it closes. While
// the closing event has not been held the window is due by the latest day it may be held: `first`
// for the window that opened with the registration, `then` for the others. Closed without: not
// done.
template <class First, class Then, class Told>
void walk_between(OnRegister stay, std::span<const Day> events, const Occurrences& occurred,
                  Day as_of, const First& first, const Then& then, Told&& told) {
    if (stay.start > as_of) {
        return;
    }
    const Day end = stay.end <= as_of ? stay.end : never;
    const Day last = std::min(as_of, end == never ? as_of : end - 1);
    const Day* const on = occurred.on.data();
    const std::size_t size = occurred.on.size();
    std::size_t event = 0;
    std::size_t next = 0;
    for (Day opened = stay.start;;) {
        while (event < events.size() && events[event] <= opened) {
            ++event;
        }
        const bool closed = event < events.size() && events[event] <= last;
        const Day until = closed ? events[event] : last;
        const Day due = closed ? until : opened == stay.start ? first(opened) : then(opened);
        while (next < size && on[next] <= opened) {
            ++next;
        }
        if (next < size && on[next] <= until) {
            const SameDay day = same_day(occurred, next);
            told(Link{opened, due, day.first,
                      state_when_met(due, on[next], occurred.recorded.data()[day.first],
                                     day.some_not_known)});
        } else {
            told(Link{opened, due, not_met,
                      closed ? DutyState::not_done : state_when_open(due, end, as_of)});
        }
        if (!closed) {
            return;
        }
        opened = until;
    }
}

// The same while events before the first known one may have gone unrecorded. Met before the first
// of them could be due, the first window was met whenever it closed; anything later cannot be said
// up to the first known event, because unknown ones may have opened new windows. From there on it
// is walk_between.
template <class First, class Then, class Told>
void walk_between_unknown(OnRegister stay, std::span<const Day> events, const Occurrences& occurred,
                          Day as_of, const First& first, const Then& then, Told&& told) {
    if (stay.start > as_of) {
        return;
    }
    const Day last = stay.end <= as_of ? stay.end - 1 : as_of;
    const auto event = std::upper_bound(events.begin(), events.end(), stay.start);
    const bool some_known = event != events.end() && *event <= last;
    const Day until = some_known ? *event : last;
    const Day latest = first(stay.start);
    const auto met = std::upper_bound(occurred.on.begin(), occurred.on.end(), stay.start);
    Day unknown_from = stay.start;
    if (met != occurred.on.end() && *met <= std::min(until, latest)) {
        const SameDay day = same_day(occurred, static_cast<std::size_t>(met - occurred.on.begin()));
        told(Link{stay.start, latest, day.first,
                  state_when_met(latest, *met, occurred.recorded[day.first], day.some_not_known)});
        unknown_from = latest;
    }
    if (unknown_from == stay.start || unknown_from < until) {
        told(Link{unknown_from, cannot_say, not_met, DutyState::undetermined});
    }
    if (some_known) {
        walk_between({*event, stay.end}, events, occurred, as_of, then, then, told);
    }
}

} // namespace gweld::protection
