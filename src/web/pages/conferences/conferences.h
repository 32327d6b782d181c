// conferences.h - the pages round a conference: its own, the forms of what belongs to it, the
// chairs' load and diaries, this council's practice. Booking and holding: enquiries/.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_conferences_pages(Site& site);

// Each adds its own.
void add_conference_load_page(Site& site);
void add_diary_pages(Site& site);
void add_practice_pages(Site& site);
void add_conference_file_page(Site& site);
void add_conference_leaving_pages(Site& site);
void add_report_pages(Site& site);
void add_paper_pages(Site& site);
void add_dissent_pages(Site& site);
void add_record_answer_pages(Site& site);
void add_feedback_pages(Site& site);

} // namespace gweld::web::pages
