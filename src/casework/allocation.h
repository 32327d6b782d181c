// allocation.h - giving a child a worker, and ending that: entries with an exact first day and an
// exact day on which it is over.
#pragma once

#include "casework/recording.h"

namespace gweld::casework {

struct Allocate {
    PersonId child;
    Uuid worker;
    CivilDate from = record::to_be_given;
};

enum class AllocationNonsense { no_such_worker, already_theirs, from_before_now };
using AllocationRefused =
    std::variant<NotFoundOrNotYours, SomebodyWasQuicker, KeyUsedForSomethingElse, CorrectedAlready,
                 AllocationNonsense, record::StoreFault>;

// Ends the present allocated worker's allocation on the same day, so that exactly one holds.
// `from` is today or later within 28 days; the past is put right by correcting, not by allocating.
base::Result<Recorded, AllocationRefused> allocate(Office& office, const access::Viewer& viewer,
                                                   const Allocate& what, const Saw& saw);

} // namespace gweld::casework
