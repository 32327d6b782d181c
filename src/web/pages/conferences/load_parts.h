// load_parts.h - what the templates of the chairs' load and of a chair's diary show.
#pragma once

#include "web/html.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

struct LoadSection {
    std::string id;
    std::string heading;
    std::string note; // below the heading; may be empty
    Html content;     // empty: `none` is said
    std::string none;
    Html below = {};
};

struct LoadParts {
    Html saved;
    std::string heading;
    std::string lede_first;
    std::string lede_rest;
    Html right_now;
    std::vector<LoadSection> sections;
};

struct DiaryParts {
    Html saved;
    std::string heading;
    std::vector<std::string> week;
    std::vector<std::string> away;
    Html meetings; // empty: none
    std::vector<Html> buttons;
};

} // namespace gweld::web::pages
