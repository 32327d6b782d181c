// enquiries.h - from a strategy discussion to the register: a form for each step, and the register
// of section 47 enquiries. What a child's own page shows of it: child/protection.cc.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_enquiry_pages(Site& site);

// Each adds its own.
void add_discussion_pages(Site& site);
void add_acceptance_pages(Site& site);
void add_enquiry_start_pages(Site& site);
void add_conclusion_pages(Site& site);
void add_booking_pages(Site& site);
void add_conference_pages(Site& site);
void add_register_of_enquiries(Site& site);

} // namespace gweld::web::pages
