// guarding.h - who may see a record: excluding somebody, restricting it, lifting either; an address
// that only those who go there may read; opening it
// in an emergency, and the review of that; what a worker declares of themselves. Adds its pages and
// nothing else.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_guarding_pages(Site& site);

void add_exclusion_pages(Site& site);
void add_restriction_pages(Site& site);
void add_lifting_pages(Site& site);
void add_protected_address_pages(Site& site);
void add_emergency_pages(Site& site);
void add_emergency_review_pages(Site& site);
void add_connection_pages(Site& site);

} // namespace gweld::web::pages
