// allocate_parts.h - what the template of the form shows.
#pragma once

#include "web/html.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

struct AllocateParts {
    Html back;
    Html errors;
    std::vector<std::string> since; // recorded since the form was opened
    std::string heading;
    std::string now;
    Url action = Url::path("/");
    Html hidden;
    Html worker;
    Html from;
    Html save;
};

} // namespace gweld::web::pages
