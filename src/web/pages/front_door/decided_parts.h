// decided_parts.h - what the page of a contact that somebody else decided shows.
#pragma once

#include "web/html.h"

#include <string>

namespace gweld::web::pages {

struct DecidedMeanwhile {
    std::string by; // empty: an earlier system decided
    std::string what;
    std::string reason;
    std::string typed; // the reader's own reason, which was not saved; may be empty
    Url contact = Url::path("/");
};

} // namespace gweld::web::pages
