#include "web/pages/conferences/conferences.h"

namespace gweld::web::pages {

void add_conferences_pages(Site& site) {
    add_conference_load_page(site);
    add_diary_pages(site);
    add_practice_pages(site);
    add_conference_file_page(site);
    add_conference_leaving_pages(site);
    add_report_pages(site);
    add_paper_pages(site);
    add_dissent_pages(site);
    add_record_answer_pages(site);
    add_feedback_pages(site);
}

} // namespace gweld::web::pages
