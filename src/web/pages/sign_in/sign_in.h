// sign_in.h - in and out. The only pages for people we do not know yet.
#pragma once

#include "web/pages/sign_in/way_on.h"
#include "web/pages/site.h"

namespace gweld::web::pages {

void add_sign_in_pages(Site& site);

// Signed out while typing: the sign-in page, carrying what was posted.
Response sign_in_to_send(const Site& site, const Request& request);
// The same, with what an earlier page of signing in carried.
Response sign_in_to_send_on(const Site& site, const Request& request, const WayOn& way);

} // namespace gweld::web::pages
