// plan_words.h - what a plan keeps as enumerators, in words. Knows no page.
#pragma once

#include "casework/coordinating.h"
#include "protection/plan_changes.h"
#include "protection/plans.h"
#include "web/components/tone.h"
#include "web/pages/site.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

// "Care and support protection plan", "Care and support plan"
std::string said(const Words& say, record::PlanKind kind);
std::string said(const Words& say, record::OutcomeMoved moved);
// "worse" is not red: red is for overdue and danger, and a mark is neither.
ours::Tone tone_of(record::OutcomeMoved moved);
ours::Status status_of(const Caller& caller, protection::ActionState state,
                       const record::PlanAction& action);
// "Ring the school (Catrin Hughes, by Fri 4 Dec)"
std::string in_one_line(const Caller& caller, const record::PlanAction& action);
// One sentence for a change; the texts before and after stand in it.
std::string said(const Caller& caller, const protection::PlanChange& change);
// Why nobody co-ordinates, whole: "Nobody is named ...", "{name} no longer works here ..."
std::string said(const Words& say, const casework::CoordinatorToday& coordinator);

} // namespace gweld::web::pages
