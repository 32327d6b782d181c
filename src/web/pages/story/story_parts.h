// story_parts.h - what the page "know this child in two minutes" shows.
#pragma once

#include "web/html.h"

#include <string>
#include <vector>

namespace gweld::web::pages::story {

struct StoryParts {
    std::string name;
    struct Section {
        std::string id;
        std::string heading;
        Html extra;                         // before the sentences; may be empty
        std::vector<std::string> sentences; // a paragraph each
        std::vector<std::string> list;
        std::string quoted;          // somebody's own words; may be empty
        std::string quoted_language; // empty: the page's own
    };
    std::vector<Section> left;
    std::vector<Section> right;
    Url to_chronology = Url::path("/");
    Url to_genogram = Url::path("/");
};

} // namespace gweld::web::pages::story
