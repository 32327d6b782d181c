// merging_parts.h - what the pages about two records of one person show.
#pragma once

#include "web/html.h"

#include <string>
#include <vector>

namespace gweld::web::pages::merging {

struct ChoosingParts {
    Html back;
    std::string heading;
    Html suggested; // empty: nobody
    Url here = Url::path("/");
    Html box;
    Html search;
    std::string answer; // empty: nothing was searched for
    Html found;
};

struct ComparedParts {
    Html back;
    std::string heading;
    Html table;
    std::string instead; // why there is nothing to press
};

} // namespace gweld::web::pages::merging
