// alerts.h - what waits for this person's answer, what is still with somebody before them, what was
// answered; and the form to answer one.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_alert_pages(Site& site);
void add_alert_answer_pages(Site& site); // called by add_alert_pages

} // namespace gweld::web::pages
