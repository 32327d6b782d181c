// taking_back.h - withdraw an entry that should never have been recorded: a visit, or a step of a
// child's protection.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_taking_back_pages(Site& site);

} // namespace gweld::web::pages
