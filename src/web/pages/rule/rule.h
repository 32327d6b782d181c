// rule.h - the rules themselves, for anyone signed in: what must be done, by when, who says so, how
// sure we are and how we read it.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_rule_pages(Site& site);

} // namespace gweld::web::pages
