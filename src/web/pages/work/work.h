// work.h - my work today: whom to see, by trip, most urgent first.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_work_pages(Site& site);

} // namespace gweld::web::pages
