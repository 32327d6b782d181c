// assessments_parts.h - what the template of a child's assessments shows.
#pragma once

#include "web/html.h"

#include <string>
#include <vector>

namespace gweld::web::pages::child_record {

struct AssessmentsParts {
    std::vector<std::string> answer; // how things stand
    std::vector<Html> buttons;
    Html owed; // assessments that are due and have not been started; empty: none
    Html all;  // empty: `none` is said
    std::string none;
    Html brought_in; // Word documents; may be empty
};

} // namespace gweld::web::pages::child_record
