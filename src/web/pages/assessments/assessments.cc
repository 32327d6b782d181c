#include "web/pages/assessments/assessments.h"

namespace gweld::web::pages {

void add_assessment_pages(Site& site) {
    add_assessment_start_pages(site);
    add_assessment_reading_pages(site);
    add_assessment_writing_pages(site);
    add_assessment_finishing_pages(site);
    add_assessment_withdrawal_pages(site);
    add_assessment_from_document_pages(site);
}

} // namespace gweld::web::pages
