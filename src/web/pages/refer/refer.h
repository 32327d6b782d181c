// refer.h - the pages of the partners' form: a report about children, checked and sent, and the
// answer to what was asked back. For people who are not signed in; nothing of any record is shown.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_refer_pages(Site& site);

// The parts, each with its own addresses.
void add_referral_pages(Site& site);
void add_answer_pages(Site& site);

// Which of our addresses take files, and how much: for the server, before the body is read.
std::optional<UploadLimits> takes_reports(const Request& request);

} // namespace gweld::web::pages
