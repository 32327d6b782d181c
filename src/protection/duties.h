// duties.h - the duties that recur while a child is on the register, and how each one stands.
// Pure: history, rule, calendar and day in; duties out.
#pragma once

#include "law/card.h"
#include "law/clock.h"
#include "protection/history.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::protection {

enum class DutyState : std::uint8_t {
    on_track,
    due_today,
    overdue,
    on_time,
    on_time_recorded_late,
    on_time_recording_unknown,
    late,
    not_done,
    lapsed,
    undetermined
};
std::string_view name_of(DutyState state); // "on_track" ...

// Why a duty cannot be determined; it is shown, not hidden.
enum class WhyUndetermined : std::uint8_t { nothing, beyond_calendar, meetings_never_imported };

struct Duty {
    std::string_view rule;           // the card's id; lives as long as the Book
    CivilDate anchor;                // the day it runs from; itself not counted
    std::optional<CivilDate> due_by; // none: undetermined
    std::optional<CivilDate> met_on;
    std::optional<EntryId> met_by;
    DutyState state = DutyState::undetermined;
    WhyUndetermined why = WhyUndetermined::nothing;
    EntryId registration;            // nil for the write-up of a visit
    std::optional<EntryId> of_visit; // for the write-up of a visit: the visit
};

// What the record can know of children whose registration was imported: their meetings are unknown
// until a table of them has been read.
struct Coverage {
    bool meetings_imported = false; // conferences and core groups
    bool reviews_imported = false;  // review conferences alone
    friend bool operator==(const Coverage&, const Coverage&) = default;
};

// Every duty of one rule, oldest anchor first: those met, and per registration at most one that is
// not (of the bedroom duty one per window between conferences). A rule that is not tracked has
// none. Only what was so by as_of counts: visits and removals after it have not happened yet. Each
// registration is walked by itself, even where two overlap.
// The rule, exactly: docs/decisions/duty-recurring.md and the header of walk.h.
std::vector<Duty> duties_of(const History& history, const law::Card& card, const law::Book& book,
                            CivilDate as_of, Coverage coverage);

// The ids of the cards for which duties_of has an answer, in the order pages show them:
// cp.visit.seen-alone, cp.visit.seen-at-home, cp.visit.bedroom-seen, cp.core-group,
// cp.conference.review, local.visit.write-up.
std::vector<std::string_view> tracked_rules();

// Visits by as_of at which the child was seen and the place was not recorded: they cannot meet the
// duty to see the child at home, and somebody should be asked. Oldest first.
std::vector<VisitVersion> seen_without_a_place(const History& history, CivilDate as_of);

} // namespace gweld::protection
