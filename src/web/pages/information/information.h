// information.h - pages that are about Gweld itself, for anyone.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_information_pages(Site& site);

} // namespace gweld::web::pages
