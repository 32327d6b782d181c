// search.h - finding a child.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_search_pages(Site& site);

} // namespace gweld::web::pages
