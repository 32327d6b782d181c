// enquiry_checks.h - what is wrong with a step of an enquiry before it is recorded: in itself, and
// seen against what the children's records say. Knows no store.
#pragma once

#include "casework/enquiries.h"

#include <memory>
#include <optional>
#include <vector>

namespace gweld::casework {

using Wrong = std::optional<EnquiryNonsense>;

template <class Part> std::vector<Uuid> uuids_of(const std::vector<Part>& parts) {
    std::vector<Uuid> ids;
    for (const auto& part : parts) {
        if constexpr (std::is_same_v<Part, PersonId>) {
            ids.push_back(part.uuid);
        } else {
            ids.push_back(part.child.uuid);
        }
    }
    return ids;
}
bool names_one_twice(std::vector<Uuid> ids);

// ---- in itself -------------------------------------------------------------------------------
Wrong wrong_in(const std::vector<Uuid>& children, CivilDate on, CivilDate today);
Wrong wrong_in(const record::StrategyDiscussionHeld& held, CivilDate today);
Wrong wrong_in(const record::ConferenceHeld& held, CivilDate today);

// ---- against the record ------------------------------------------------------------------------
// A child may be discussed in the forty weeks before the birth.
Wrong born_by(const FamilyFacts& children, CivilDate on);
Wrong cannot_accept(const FamilyFacts& children, base::EntryId discussion);
Wrong cannot_start(const FamilyFacts& children, const record::EnquiryStarted& started,
                   CivilDate today);
Wrong cannot_conclude(const FamilyFacts& children, const record::EnquiryConcluded& concluded);
Wrong cannot_confer(const FamilyFacts& children, record::ConferenceType type, CivilDate on,
                    CivilDate today);
Wrong cannot_decide(const FamilyFacts& children, const record::ConferenceHeld& held,
                    CivilDate today);

// The stay on the register that has the day; null: none.
const protection::Registration* stay_on(const Facts& child, CivilDate day);
bool on_register(const Facts& child, CivilDate day);

} // namespace gweld::casework
