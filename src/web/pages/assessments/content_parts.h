// content_parts.h - what the template of an assessment's text shows, for reading, printing,
// signing.
#pragma once

#include "web/html.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

struct AssessmentText {
    struct Row {
        std::string words; // the question
        std::string text;  // empty, and no factors: nothing is written
        std::string lang = {};
        std::vector<std::string> factors = {};
        bool quoted = false; // the child's own words
    };
    struct Part {
        std::string id;
        std::string heading;
        std::string withheld; // said instead of the rows; empty: they are shown
        std::vector<Row> rows;
    };
    std::vector<std::string> facts; // kind and days
    std::vector<Part> parts;
    struct Left {
        std::string gap;
        std::string because;
        std::string by;
    };
    std::vector<Left> left; // gaps let stand
};

} // namespace gweld::web::pages
