// allocate.h - choosing the worker of a child: who, and from which day.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_allocation_pages(Site& site);

} // namespace gweld::web::pages
