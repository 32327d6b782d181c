// form_pieces.h - the questions of a visit, one by one: for the form on a page and for the one that
// opens without signal. Knows no person signed in, no store and no today.
#pragma once

#include "web/pages/site.h"
#include "web/pages/visit/form.h"
#include "web/pages/visit/form_parts.h"

#include <vector>

namespace gweld::web::pages {

struct WhenWords { // with the date, where it is known
    std::string today;
    std::string yesterday;
};

// All that is asked once for the whole visit, and what it will count for.
void put_common_questions(const Words& say, const VisitForm& form, const WhenWords& when,
                          const std::vector<FieldFault>& faults, FormParts& parts);

// One child's questions. `age`: empty where it is not said. `above`: before the first question.
Html child_box(const Words& say, const ChildAnswers& child, const std::string& age,
               const Html& above, const std::vector<FieldFault>& faults);

// `state`: what becomes of what is typed meanwhile.
Html save_bar(const Words& say, const VisitForm& form, const Html& state);
std::string short_of_time(const Words& say);

} // namespace gweld::web::pages
