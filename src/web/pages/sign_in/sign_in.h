// sign_in.h - in and out. The only pages for people we do not know yet.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_sign_in_pages(Site& site);

} // namespace gweld::web::pages
