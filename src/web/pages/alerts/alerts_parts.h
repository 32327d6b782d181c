// alerts_parts.h - what the template of the alerts shows.
#pragma once

#include "web/html.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gweld::web::pages {

struct AlertItem {
    Url record = Url::path("/");
    std::string whom;
    std::string lacks;
    std::string since;
    std::string ladder; // where it stands and when it climbs
    std::vector<std::string> steps;
    std::optional<Url> answer; // none: answered already
};

struct AlertSection {
    std::string id;
    std::string heading;
    std::string note;
    std::vector<AlertItem> items;
    std::string none;
};

// Two records that were one person's, or were not: whoever acted on it says that they have read it.
struct MistakeItem {
    std::string what;
    std::string did; // this person, while it was believed
    std::string when;
    std::vector<std::pair<std::string, Url>> records; // by name; those that can be opened now
    Url read = Url::path("/");
    Html hidden;
};

struct AlertsParts {
    Html saved;
    std::string lede;
    std::vector<MistakeItem> mistakes;
    std::vector<AlertSection> sections;
};

} // namespace gweld::web::pages
