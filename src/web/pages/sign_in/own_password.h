// own_password.h - changing one's own password.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_own_password_pages(Site& site);

} // namespace gweld::web::pages
