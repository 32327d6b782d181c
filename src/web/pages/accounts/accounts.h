// accounts.h - who may sign in, and as what: for administrators, who read no record.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_account_pages(Site& site);

} // namespace gweld::web::pages
