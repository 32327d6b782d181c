// visit.h - record a visit to a family, put one right, write one up.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_visit_pages(Site& site);

} // namespace gweld::web::pages
