// sheet_parts.h - what the template of a form shows.
#pragma once

#include "web/html.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

struct SheetParts {
    Html begun;
    Html back;
    Html errors;
    std::vector<std::string> since;
    std::string heading;
    std::string lede;
    Url action = Url::path("/");
    Html hidden;
    bool has_files = false;
    std::vector<Html> questions;
    Html save;
    Html state;
};

} // namespace gweld::web::pages
