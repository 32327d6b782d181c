#include "web/pages/enquiries/enquiries.h"

namespace gweld::web::pages {

void add_enquiry_pages(Site& site) {
    add_discussion_pages(site);
    add_acceptance_pages(site);
    add_enquiry_start_pages(site);
    add_conclusion_pages(site);
    add_booking_pages(site);
    add_conference_pages(site);
    add_register_of_enquiries(site);
}

} // namespace gweld::web::pages
