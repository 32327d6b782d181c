// report_asked.h - the partners' form in words: its questions, what was given to them, what is
// missing. Knows no address.
#pragma once

#include "casework/completeness.h"
#include "web/pages/refer/visitor.h"

namespace gweld::web::pages {

// The questions in order, with everything typed.
std::vector<Html> report_questions(const Visitor& visitor, const Fields& typed,
                                   const std::vector<FieldFault>& faults);
// What was typed, read back under the same headings.
Html report_given(const Visitor& visitor, const Fields& typed);

// "14 of 17 answered", and what is missing, each as it was asked.
Html completeness_words(const Words& say, const casework::Completeness& count);
std::string asked_words(const Words& say, casework::FormAsks asked);
// The same of a form received: by the names kept with it; one this program does not know is shown
// as it is.
std::vector<std::string> missing_words(const Words& say, const std::vector<std::string>& names);

} // namespace gweld::web::pages
