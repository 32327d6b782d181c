// protected_parts.h - what the page of a protected address shows: the only one that has it.
#pragma once

#include "web/html.h"

#include <string>

namespace gweld::web::pages {

struct ProtectedAddressParts {
    Url back = Url::path("/");
    std::string name;
    std::string lines;
    std::string postcode;
    std::string since;
    std::string why;
    std::string words;
};

} // namespace gweld::web::pages
