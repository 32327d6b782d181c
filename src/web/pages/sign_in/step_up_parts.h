// step_up_parts.h - what the page that asks for the password again shows.
#pragma once

#include "web/html.h"

namespace gweld::web::pages {

struct StepUpParts {
    Url action = Url::path("/");
    Html hidden;
    Html errors;
    Html box;
    bool carries = false; // what was typed
};

} // namespace gweld::web::pages
