#include "web/pages/guarding/guarding.h"

namespace gweld::web::pages {

void add_guarding_pages(Site& site) {
    add_exclusion_pages(site);
    add_restriction_pages(site);
    add_lifting_pages(site);
    add_protected_address_pages(site);
    add_emergency_pages(site);
    add_emergency_review_pages(site);
    add_connection_pages(site);
}

} // namespace gweld::web::pages
