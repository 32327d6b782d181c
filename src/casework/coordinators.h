// coordinators.h - naming who co-ordinates the plan of a child on the register. Nobody is an alert
// at once, to the team manager and to the head of service (worklist.h).
#pragma once

#include "casework/coordinating.h"
#include "casework/steps.h"

#include <vector>

namespace gweld::casework {

// Whom this person may name: registered, still here; of the team for its manager. By name.
std::vector<record::WorkerRow> who_may_coordinate(const record::Reading& reading,
                                                  const access::Viewer& viewer);

enum class NamingNonsense {
    no_children,
    no_such_worker, // or not one of those who may be named
    not_on_register,
    before_the_register,
    too_far_ahead, // more than 28 days
    named_already
};
using NamingAnswer = StepAnswer<NamingNonsense>;

// One entry for each child. Whoever was named before is no longer from that day.
NamingAnswer name_coordinator(Office& office, const access::Viewer& viewer,
                              const std::vector<PersonId>& children, base::WorkerId worker,
                              CivilDate from, const Saw& saw);

} // namespace gweld::casework
