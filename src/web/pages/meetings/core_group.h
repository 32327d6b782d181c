// core_group.h - the form for a meeting of the core group.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_core_group_pages(Site& site);

} // namespace gweld::web::pages
