// second_factor_parts.h - what the templates of the second factor show.
#pragma once

#include "web/html.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

struct CodePageParts {
    Url action = Url::path("/");
    Html hidden;
    Html errors;
    Html code;
    Html recovery;
    Html steps; // of setting up; empty: one is asked for its code
    Url start_again = Url::path("/");
};

struct FactorPageParts {
    Html done;
    bool on = false;
    bool required = false;
    std::string since;
    std::string left; // how many recovery codes
    Url set_up = Url::path("/");
    Url fresh_codes = Url::path("/");
    Url turn_off = Url::path("/");
    Html hidden;
};

} // namespace gweld::web::pages
