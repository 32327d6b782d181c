// effort.h - which addresses are reports: what reads much or draws a document, so that one person's
// fifty do not stand before everybody's records. Knows no server's threads.
#pragma once

#include "web/pages/site.h"
#include "web/server/server.h"

#include <string_view>

namespace gweld::web::pages {

// `route` as in the router's table; empty or unknown: a page.
Effort effort_of(std::string_view route);
// A figure that is worked out already, for the record as anybody last met it, is a page.
Effort effort_of(const Site& site, const Request& request);

} // namespace gweld::web::pages
