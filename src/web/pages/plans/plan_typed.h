// plan_typed.h - a version of a plan as a form has it: to fields, and back. Draws nothing.
#pragma once

#include "casework/facts.h"
#include "web/pages/forms/answers.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::web::pages {

using OfferedChildren = std::vector<std::shared_ptr<const casework::Facts>>;

// "o2-better", "o2-a1-what", "c1-then"; numbers count from 1.
std::string outcome_field(std::string_view what, int outcome);
std::string outcome_action_field(std::string_view what, int outcome, int action);
std::string numbered_field(std::string_view letter, int number, std::string_view what);

// How many of each the form has room for: what is there and some more, or what it said when it was
// posted.
struct PlanSlots {
    int outcomes = 0;
    int contingency = 0;
    int taking_part = 0;
};
PlanSlots slots_of(const Fields& fields);
int actions_of_outcome(const Fields& fields, int outcome);

// The fields a form begins with. The plan may be empty but for its kind.
Fields fields_of(const record::PlanAgreed& plan, time::CivilDate today);

// Everything but the children, the kind and the day. Every fault is found. An outcome that is
// ticked to be taken out, and whatever is empty, is not in it.
record::PlanAgreed plan_typed(const OfferedChildren& children, const Fields& posted,
                              Answers& answers);

} // namespace gweld::web::pages
