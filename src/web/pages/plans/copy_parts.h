// copy_parts.h - what the family's copy of a plan shows: plain words, nothing of where anybody
// lives.
#pragma once

#include "web/html.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

struct CopyParts {
    Html back;
    Html print;
    Html ways_out;
    Html recipients;      // who may have it; on screen only
    std::string language; // of what is written on it: "cy", "en"
    std::string title;
    std::string agreed;
    struct Outcome {
        std::string better;
        std::string worry;
        std::vector<std::string> to_do;
    };
    std::string better_heading;
    std::string worry_label;
    std::string to_do_label;
    std::vector<Outcome> outcomes;
    std::string if_heading;
    struct If {
        std::string happens;
        std::string then;
    };
    std::vector<If> ifs;
    std::string people_heading;
    std::vector<std::string> people;
    std::string leads;  // who leads it; may be empty
    std::string review; // may be empty
    std::string say_so; // what to do when it is wrong
};

} // namespace gweld::web::pages
