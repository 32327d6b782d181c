// looking.h - who has looked at the records of whoever asks, and what they looked at themselves.
// Adds its pages and nothing else.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_looking_pages(Site& site);
void add_unusual_pages(Site& site); // what the Caldicott guardian asks about

} // namespace gweld::web::pages
