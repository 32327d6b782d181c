#include "record/signing.h"

#include "record/chain.h"
#include "record/codec.h"
#include "record/digest.h"
#include "record/kinds.h"

#include <algorithm>

namespace gweld::record {

namespace {

bool no_further_action(const Draft& entry) {
    return body_of<ContactDecided>(entry).outcome == ContactOutcome::no_further_action;
}

} // namespace

std::span<const SignedDecision> signed_decisions() {
    static const std::vector<SignedDecision> all{
        {"assessment.finished", Named<AssessmentFinished>::name, {Role::team_manager}},
        {"strategy-discussion.held", Named<StrategyDiscussionHeld>::name, {Role::team_manager}},
        {"enquiry.concluded", Named<EnquiryConcluded>::name, {Role::team_manager}},
        {"conference.held", Named<ConferenceHeld>::name, {Role::reviewing_officer}}, // the chair
        {"plan.agreed", Named<PlanAgreed>::name, {Role::team_manager}},
        {"contact.no-further-action",
         Named<ContactDecided>::name,
         {Role::team_manager},
         no_further_action},
    };
    return all;
}

const SignedDecision* decision_of(const Draft& entry) {
    if (entry.provenance) {
        return nullptr;
    }
    const auto found = std::ranges::find_if(signed_decisions(), [&](const auto& decision) {
        return decision.kind == entry.kind && (decision.asks == nullptr || decision.asks(entry));
    });
    return found == signed_decisions().end() ? nullptr : &*found;
}

const SignedDecision* decision_named(std::string_view name) {
    const auto found = std::ranges::find(signed_decisions(), name, &SignedDecision::name);
    return found == signed_decisions().end() ? nullptr : &*found;
}

std::string content_digest(const Draft& entry) {
    return to_hex(
        Digest{"gweld content 1"}.id(entry.id).text(entry.kind).text(entry.body).finish());
}

} // namespace gweld::record
