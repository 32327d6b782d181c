// recipients.h - said on screen before a paper leaves: who the people of the child are now and who
// of them may have it. Knows no paper.
#pragma once

#include "casework/recipients.h"
#include "web/pages/site.h"

#include <string>
#include <string_view>
#include <vector>

namespace gweld::web::pages {

// Of a record this reader has opened, as of today.
struct PeopleOfChild {
    casework::FamilyOn family;
    std::vector<casework::Recipient> people;
    bool protected_address = false;
};
base::Result<PeopleOfChild, record::StoreFault> people_of_child(const Caller& caller,
                                                                const casework::Facts& child);

// What each may have; for whoever may have nothing before it is made sure, why.
Html who_may_have_it(const Caller& caller, const PeopleOfChild& all);

// "Dean Pugh: it has ended that he cares for the child", for whom somebody has to look again.
std::string doubt_about(const Words& say, const std::string& name, casework::ToTheChild now);

} // namespace gweld::web::pages
