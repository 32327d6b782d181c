// owed.h - the parts of my work that are about writing: assessments due, and what a manager
// returned.
#pragma once

#include "casework/signing.h"
#include "casework/worklist.h"
#include "web/pages/site.h"
#include "web/pages/work/work_parts.h"

#include <vector>

namespace gweld::web::pages {

Html assessments_due(const Caller& caller, const casework::DaysWork& work); // empty: none
std::vector<WorkParts::Returned> returned_work(const Caller& caller,
                                               const std::vector<casework::ReturnedLine>& lines);

} // namespace gweld::web::pages
