#include "casework/family_copy.h"

namespace gweld::casework {

std::optional<FamilyCopy> family_copy_of(const Facts& child) {
    const auto plans = plans_of(child);
    const auto* holds = plans.current();
    if (holds == nullptr) {
        return std::nullopt;
    }
    const auto& plan = holds->plan;
    FamilyCopy copy;
    copy.child = child.person->forename.empty() ? child.person->surname : child.person->forename;
    copy.language = plan.language == "cy" ? "cy" : "en";
    copy.kind = plan.kind;
    copy.agreed_on = plan.on;
    for (const auto& outcome : plan.outcomes) {
        FamilyCopy::Outcome part{outcome.better, outcome.danger, {}};
        for (const auto& action : outcome.actions) {
            const auto state = protection::state_of(plans, action, plan.on);
            if (state != protection::ActionState::done &&
                state != protection::ActionState::not_done) {
                part.to_do.push_back({action.what, action.who, action.by});
            }
        }
        copy.outcomes.push_back(std::move(part));
    }
    copy.contingency = plan.contingency;
    copy.taking_part = plan.taking_part;
    copy.review_on = plan.review_on;
    return copy;
}

} // namespace gweld::casework
