// figures.h - how we are doing: every measure at a glance, and each one opened to its months, its
// teams, its reasons and the children behind it.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_figure_pages(Site& site);

} // namespace gweld::web::pages
