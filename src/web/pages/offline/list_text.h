// list_text.h - the work list as it goes onto a phone: JSON, with every sentence in both languages.
// Knows no store. Nothing of a child goes in but the forename, the family's name and what the visit
// must satisfy; there is no place for an address.
#pragma once

#include "casework/phone_lists.h"
#include "casework/worklist.h"
#include "phone/keys.h"
#include "web/pages/site.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

struct ListForPhone {
    casework::ListTaken taken;
    base::Uuid worker;
    time::CivilDate today;
    const phone::Keys& keys;
    std::vector<const casework::Household*> homes;
};
std::string list_text(const ListForPhone& list);

// "The Davies family", or the one child's forename and surname.
std::string home_name(const Words& say, const casework::Household& home);
// Children of no home known, or not on the register, are homes by themselves.
std::vector<casework::Household> homes_to_visit(casework::DaysWork work);

std::string base64url(std::string_view bytes);
std::optional<std::string> from_base64url(std::string_view text); // none: not base64url

} // namespace gweld::web::pages
