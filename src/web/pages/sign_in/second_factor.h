// second_factor.h - one's own codes from a phone: setting them up, new recovery codes, turning them
// off. For people who are signed in.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_second_factor_pages(Site& site);

} // namespace gweld::web::pages
