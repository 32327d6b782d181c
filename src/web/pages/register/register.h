// register.h - the forms about a name on the register between conferences: another category, a move
// for a time, a move for good.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_register_pages(Site& site); // all of them

void add_category_pages(Site& site);
void add_temporary_move_pages(Site& site);
void add_permanent_move_pages(Site& site);

} // namespace gweld::web::pages
