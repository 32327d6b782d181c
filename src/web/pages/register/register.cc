#include "web/pages/register/register.h"

namespace gweld::web::pages {

void add_register_pages(Site& site) {
    add_category_pages(site);
    add_temporary_move_pages(site);
    add_permanent_move_pages(site);
}

} // namespace gweld::web::pages
