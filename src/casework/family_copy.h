// family_copy.h - the plan as a family takes it home: the same words as the plan, and nothing of
// where anybody lives. Knows no page.
#pragma once

#include "casework/plans.h"

#include <string>
#include <vector>

namespace gweld::casework {

struct FamilyCopy {
    std::string child;    // the forename, or the surname where there is none
    std::string language; // "cy" or "en": of the headings
    record::PlanKind kind = record::PlanKind::protection;
    CivilDate agreed_on = record::to_be_given;
    struct ToDo {
        std::string what;
        std::string who;
        std::optional<CivilDate> by;
    };
    struct Outcome {
        std::string better;
        std::string worry;
        std::vector<ToDo> to_do; // without what is done already, or will not be
    };
    std::vector<Outcome> outcomes;
    std::vector<record::Contingency> contingency;
    std::vector<record::TakingPart> taking_part;
    std::optional<CivilDate> review_on;
};
// None: no plan holds. Of the languages a copy has headings in, the family's, else English.
std::optional<FamilyCopy> family_copy_of(const Facts& child);

} // namespace gweld::casework
