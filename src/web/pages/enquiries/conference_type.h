// conference_type.h - which conference a form is about: asked for in the address (?type=review) and
// carried in the form. Knows no form.
#pragma once

#include "web/pages/enquiries/family_form.h"

namespace gweld::web::pages {

// What was posted, else what the address asks for, else what fits the child: a review on the
// register, an initial one otherwise.
record::ConferenceType conference_type(const FamilyForm& form);
Html carried_type(record::ConferenceType type);
// Those on the register for a review, at continuing risk for an initial one, not on the register
// for one on moving here; and always the child asked for and whoever was ticked.
void keep_those_it_is_for(FamilyForm& form, record::ConferenceType type);
// Every child still in the form ticked, and what else the form begins with.
void tick_all(FamilyForm& form, std::vector<Field> also_filled = {});

} // namespace gweld::web::pages
