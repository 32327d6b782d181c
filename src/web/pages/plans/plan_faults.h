// plan_faults.h - what is wrong with a plan or with naming who co-ordinates it, in words, beside
// the question it is about.
#pragma once

#include "casework/coordinators.h"
#include "casework/plans.h"
#include "web/pages/forms/fault.h"

namespace gweld::web::pages {

FieldFault fault_of_plan(casework::PlanNonsense nonsense);
FieldFault fault_of_naming(casework::NamingNonsense nonsense);

} // namespace gweld::web::pages
