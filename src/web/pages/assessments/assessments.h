// assessments.h - assessments of a family's children: starting one, writing it, what is missing,
// finishing it, reading and printing it.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_assessment_pages(Site& site);
// Its parts.
void add_assessment_start_pages(Site& site);
void add_assessment_reading_pages(Site& site);
void add_assessment_writing_pages(Site& site);
void add_assessment_finishing_pages(Site& site);
void add_assessment_withdrawal_pages(Site& site);
void add_assessment_from_document_pages(Site& site);

} // namespace gweld::web::pages
