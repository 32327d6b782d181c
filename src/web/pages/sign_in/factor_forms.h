// factor_forms.h - what setting up a second factor looks like, to somebody signed in and to
// somebody half signed in: the picture and the key, the box for a code, the recovery codes.
#pragma once

#include "casework/second_factor.h"
#include "web/pages/site.h"

namespace gweld::web::pages {

Html code_box(const Words& say, const std::string& error);
Html recovery_box(const Words& say);
Html code_errors(const Words& say, const std::string& error); // empty for no error
Html set_up_steps(const Words& say, const casework::Enrolment& enrolment);
Html codes_list(const Words& say, const casework::RecoveryCodes& codes);
std::string sentence_for(const Words& say, const casework::CodeRefused& refused);
// What the app is to call the account's council.
const std::string& council_in(const Site& site, const Request& request);

} // namespace gweld::web::pages
