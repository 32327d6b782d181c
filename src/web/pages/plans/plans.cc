#include "web/pages/plans/plans.h"

namespace gweld::web::pages {

void add_plan_pages(Site& site) {
    add_plan_writing_pages(site);
    add_plan_action_pages(site);
    add_plan_copy_pages(site);
    add_plan_ending_pages(site);
    add_coordinator_pages(site);
    add_plan_from_document_pages(site);
}

} // namespace gweld::web::pages
