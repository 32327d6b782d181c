#include "web/pages/own_records/own_records.h"

namespace gweld::web::pages {

void add_own_record_pages(Site& site) {
    add_disagreement_pages(site);
    add_asking_pages(site);
    add_copy_pages(site);
    add_leaving_out_pages(site);
}

} // namespace gweld::web::pages
