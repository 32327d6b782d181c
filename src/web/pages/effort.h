// effort.h - which addresses are reports: what reads much or draws a document, so that one person's
// fifty do not stand before everybody's records. Knows no server's threads.
#pragma once

#include "web/server/server.h"

#include <string_view>

namespace gweld::web::pages {

// `route` as in the router's table; empty or unknown: a page.
Effort effort_of(std::string_view route);

} // namespace gweld::web::pages
