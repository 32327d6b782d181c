// own_records.h - what a person may ask of their own record: that a disagreement stands under an
// entry; a copy, read through and with passages left out for a reason. Adds its pages and nothing
// else.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_own_record_pages(Site& site);

void add_disagreement_pages(Site& site);
void add_asking_pages(Site& site);
void add_copy_pages(Site& site);
void add_leaving_out_pages(Site& site);

} // namespace gweld::web::pages
