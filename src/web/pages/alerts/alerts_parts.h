// alerts_parts.h - what the template of the alerts shows.
#pragma once

#include "web/html.h"

#include <optional>
#include <string>
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

struct AlertsParts {
    Html saved;
    std::string lede;
    std::vector<AlertSection> sections;
};

} // namespace gweld::web::pages
