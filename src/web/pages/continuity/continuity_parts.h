// continuity_parts.h - what the out-of-hours pack and its pages show.
#pragma once

#include "web/html.h"
#include "web/pages/story/story_parts.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

struct PackRecord { // one child
    std::string id;
    std::string name;
    std::string line; // born, and where they live
    std::string find; // everything they are found by
    bool on_register = false;
    std::vector<story::StoryParts::Section> left;
    std::vector<story::StoryParts::Section> right;
};
struct PackInside {
    std::string language;
    std::string made;
    std::string count;
    std::vector<PackRecord> records;
};
struct PackDoor {
    std::string language;
    std::string made;
};
struct ContinuityParts {
    Html saved;
    std::string state;
    bool failing = false;
    Url get = Url::path("/"); // of the pack
    bool there = false;
    Url hand_in = Url::path("/");
};

} // namespace gweld::web::pages
