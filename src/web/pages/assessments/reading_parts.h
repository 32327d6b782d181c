// reading_parts.h - what the template of an assessment's own page shows round its text.
#pragma once

#include "web/html.h"

#include <optional>
#include <string>
#include <vector>

namespace gweld::web::pages {

struct ReadingParts {
    Html back;
    Html saved;
    std::string printed; // who and when, on paper only
    std::string heading;
    Html state;
    std::string older; // set on an older version: which one this is; empty: the newest
    struct Due {
        std::string words;
        Html status;
        Url working = Url::path("/");
        std::string of; // which child, for who hears the link by itself
    };
    std::vector<Due> due;
    std::vector<std::string> returned; // who gave it back, and with which words
    std::vector<Html> buttons;
    std::optional<Url> withdraw;      // none: it may not be, or not by this person
    Html ways_out;                    // of the newest version, as a file
    std::vector<Html> begun_with;     // documents it was gone on with from
    std::vector<std::string> missing; // shown while it is being written
    Html same_words;
    Html text;
    struct Version {
        std::string words;
        Url href = Url::path("/");
        std::string link;
        std::vector<std::string> notes; // signed, returned, what changed
    };
    std::vector<Version> versions; // newest first
};

} // namespace gweld::web::pages
