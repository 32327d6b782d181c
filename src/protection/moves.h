// moves.h - a child whose name is on the register here and who lives, for a time or for good, in
// another authority's area. A fold over entries; knows no storage.
//
// Source: Wales Safeguarding Procedures (children), section 4, pages 9 and 10: the authority the
// child comes from keeps the responsibility until the other's conference; a stay of more than
// twelve weeks is treated as permanent. On which day the name then leaves the register was not
// found: it is taken, as after a review, to be the day after the conference.
#pragma once

#include "protection/history.h"

#include <optional>
#include <span>
#include <vector>

namespace gweld::protection {

struct Away {
    EntryId entry;
    record::TemporarilyMoved move;
    std::optional<CivilDate> back_on;
};
struct Leaving {
    EntryId entry;
    record::PermanentMoveNotified move;
    std::optional<record::ReceivingConferenceHeld> conference;
};
struct Moves { // each by day, then in the order recorded
    std::vector<Away> away;
    std::vector<Leaving> leaving;
};

Moves moves_of(PersonId child, std::span<const record::Entry> entries,
               std::optional<Instant> known_at);

// Gone and not back by this day, whatever was expected. Null: here.
const Away* away_on(const Moves& moves, EntryId stay, CivilDate day);
// Told that the move is for good, and no conference there recorded. Null: none such.
const Leaving* leaving_from(const Moves& moves, EntryId stay);

inline constexpr int permanent_after_days = 12 * 7;
// Whether the stay as expected is one that the procedures treat as permanent.
bool to_be_treated_as_permanent(CivilDate from, CivilDate until);

} // namespace gweld::protection
