// typed.h - an assessment as fields of a form and back: nothing that was written is lost on the
// way. Knows no page.
#pragma once

#include "record/kinds.h"
#include "web/pages/forms/answers.h"
#include "web/pages/visit/form.h"

namespace gweld::web::pages {

inline constexpr int parents_on_form = 3;
inline constexpr int agencies_on_form = 5;

Fields fields_of(const record::AssessmentContent& content);
// For the children of `before`, in its order; every fault into `answers`.
record::AssessmentContent content_typed(Answers& answers, const record::AssessmentContent& before);

} // namespace gweld::web::pages
