// handed_on.h - the children about whom the front door decided and who are still waiting for
// somebody, as a table for the front door's own page and for a manager's. Knows no store.
#pragma once

#include "casework/handing_over.h"
#include "web/html.h"
#include "web/pages/site.h"

#include <string>
#include <string_view>

namespace gweld::web::pages::door {

// HandOverRow::lacks in words; an unknown name as it is.
std::string lacks_words(const Words& say, std::string_view lacks);
// What a manager says who lets go of it.
std::string let_go_words(const Words& say, std::string_view lacks);
// Empty: nobody waits.
Html handed_on_table(const Caller& caller, const casework::HandedOnList& list);

} // namespace gweld::web::pages::door
