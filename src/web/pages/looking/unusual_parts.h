// unusual_parts.h - what the template of the looks to ask about shows.
#pragma once

#include "web/html.h"

#include <optional>
#include <string>

namespace gweld::web::pages {

struct UnusualParts {
    std::string week;
    std::string counted;
    Html table;                // empty: nothing stands out
    std::optional<Url> before; // none: no week there to show
    std::optional<Url> after;
    Url emergencies = Url::path("/");
};

} // namespace gweld::web::pages
