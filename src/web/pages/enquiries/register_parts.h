// register_parts.h - what the template of the register of section 47 enquiries shows.
#pragma once

#include "web/html.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

struct RegisterSection {
    std::string id;
    std::string heading;
    std::string note; // below the heading; may be empty
    Html content;     // empty: nothing to show, and `none` is said instead
    std::string none;
    Html turns; // to the page before and after; empty: all is shown
};

struct RegisterParts {
    std::string heading;
    std::string lede_first;
    std::string lede_rest;
    Html right_now;
    Html filters;                      // over how long
    std::vector<RegisterSection> now;  // whatever the days
    std::vector<RegisterSection> past; // within them
};

} // namespace gweld::web::pages
