// hand_over.h - what a decision at the front door calls for, and whether it has come: pure, from
// the rows of one child. Knows no storage.
#pragma once

#include "record/tables.h"

#include <span>
#include <string>
#include <string_view>

namespace gweld::record {

// The names of ContactRow::outcome after which somebody is to have the child: a referral, a
// strategy discussion.
bool calls_for_somebody(std::string_view outcome);

// Held as a strategy discussion, or accepted as one: police and children's services at least.
// Source: Wales Safeguarding Procedures (children), section 3 part 1, page 8.
bool was_held(const StrategyDiscussionRow& row);

// "worker": nobody was allocated on the day of the decision or later, and nobody who had the child
// before goes on having it; one who is to begin later is enough. "discussion": decided on a
// strategy discussion, and none was held on or after the day the contact came in.
// "worker_and_discussion": both. Empty: neither. The rows are those of the child. LOCAL: no source
// says by when; a contact is not finished with by being passed on.
std::string lacks_of(const HandOverRow& row, std::span<const AllocationRow> allocations,
                     std::span<const StrategyDiscussionRow> discussions);

} // namespace gweld::record
