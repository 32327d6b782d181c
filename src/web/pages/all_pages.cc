#include "web/pages/information/information.h"
#include "web/pages/sign_in/sign_in.h"
#include "web/pages/site.h"

namespace gweld::web::pages {

void add_all_pages(Site& site) {
    add_sign_in_pages(site);
    add_information_pages(site);
}

} // namespace gweld::web::pages
