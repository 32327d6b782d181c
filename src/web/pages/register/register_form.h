// register_form.h - what the forms about a name on the register have in common: whom they are about
// and what can be wrong. Knows no question.
#pragma once

#include "casework/register_changes.h"
#include "web/pages/enquiries/family_form.h"

#include <vector>

namespace gweld::web::pages {

// The child asked for, and the brothers and sisters on the register today. Not found when the child
// asked for is not on it.
FamilyOpened open_register_form(const Caller& caller, std::string_view page);

std::vector<base::PersonId> ids_of(const std::vector<std::shared_ptr<const casework::Facts>>& all);

// The form begins with every child ticked and today in these date questions.
void begin(FamilyForm& form, std::initializer_list<const char*> dates_of_today,
           std::vector<Field> fields = {});

FieldFault fault_of_register(casework::RegisterNonsense nonsense);

} // namespace gweld::web::pages
