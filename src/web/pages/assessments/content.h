// content.h - the text of one version of an assessment, to be read. Knows no page round it.
#pragma once

#include "web/pages/assessments/assessment_words.h"

namespace gweld::web::pages {

// The part of a child whose record the reader may not open is withheld, and that is said.
Html assessment_content(const Caller& caller, const casework::OpenAssessment& open,
                        const record::AssessmentContent& content,
                        const std::vector<record::GapLeft>& left);

} // namespace gweld::web::pages
