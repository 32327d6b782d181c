// plan_changes.h - what one version of a plan says differently from the one before it. Knows no
// words: a page says them.
#pragma once

#include "record/kinds.h"

#include <cstdint>
#include <string>
#include <vector>

namespace gweld::protection {

enum class PlanChanged : std::uint8_t {
    kind, // it goes on as a care and support plan
    outcome_added,
    outcome_taken_out,
    outcome_reworded,
    danger_reworded,
    action_added,
    action_taken_out,
    action_changed,
    contingency_added,
    contingency_taken_out,
    person_added,
    person_taken_out,
    review_day,
    language
};

// Texts and pointers as far as the change has them; the pointers point into the two versions.
struct PlanChange {
    PlanChanged what;
    std::string before = {};
    std::string after = {};
    const record::PlanAction* action_before = nullptr;
    const record::PlanAction* action_after = nullptr;
};

// Outcomes and actions are the same when their ids are; the rest when they say the same. In the
// order in which a plan is read. Empty: they say the same.
std::vector<PlanChange> changes_between(const record::PlanAgreed& before,
                                        const record::PlanAgreed& after);

} // namespace gweld::protection
