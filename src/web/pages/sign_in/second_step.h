// second_step.h - the page after the password: a code from an app, or setting one up where the
// council wants one of everybody. Whoever is here is nobody yet.
#pragma once

#include "web/pages/sign_in/way_on.h"

namespace gweld::web::pages {

void add_second_step_pages(Site& site);

// In answer to the right password; sets the cookie of the half session.
Response ask_second_factor(const Site& site, const Request& request, const std::string& token,
                           const WayOn& way);

} // namespace gweld::web::pages
