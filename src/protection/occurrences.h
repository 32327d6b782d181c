// occurrences.h - what of a child's history may meet which duty, as columns for walk.h. Knows no
// rule's interval.
#pragma once

#include "protection/walk.h"

#include <vector>

namespace gweld::protection {

// What a visit has to show.
enum class Condition : std::uint8_t { seen_alone, seen_at_home, bedroom_seen };

// Seen alone: the child seen and seen alone. Seen at home: seen, and the place is home (a place not
// recorded does not qualify). Bedroom: the room was seen, with or without the child.
bool meets(const VisitVersion& version, Condition condition);

struct Columns {
    std::vector<Day> on; // sorted
    std::vector<Day> recorded;
    std::vector<EntryId> entries;
    Occurrences view() const { return {on, recorded}; }
};

// The visits that meet the condition as they are now believed. The recording that counts is that of
// the earliest version from which every later one still meets it on the same date: a correction of
// a word does not make a visit late, one that adds "alone" counts from itself.
Columns visits_meeting(const History& history, Condition condition);
Columns core_groups(const History& history);
// Review conferences only: the registration's start stands for the initial one, and a transfer-in
// conference places a child on the register as an initial one does.
Columns review_conferences(const History& history);

// The day in Wales, or not_known.
Day day_recorded(const std::optional<Instant>& recorded);

} // namespace gweld::protection
