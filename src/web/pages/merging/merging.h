// merging.h - two records of one person: who might be the same, both side by side, saying that they
// are one, and taking that back. Knows no rule and no storage.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_merging_pages(Site& site);

namespace merging {
void add_choosing(Site& site);
void add_comparing(Site& site);
void add_taking_back(Site& site);
} // namespace merging

} // namespace gweld::web::pages
