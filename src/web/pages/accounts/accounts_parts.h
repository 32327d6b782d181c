// accounts_parts.h - what the templates of accounts show.
#pragma once

#include "web/html.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

struct AccountsParts {
    Html done;
    Html table;
    Url open = Url::path("/");
    std::string asleep_after;
};

struct AccountFormParts {
    Html back;
    Html errors;
    std::string heading;
    std::string what; // it does
    Url action = Url::path("/");
    Html hidden;
    std::vector<Html> boxes;
    std::string button;
};

struct AccountPartsLink {
    Url to = Url::path("/");
    std::string words;
};

struct AccountParts {
    Html back;
    Html done;
    std::string heading;
    Html facts;
    std::vector<AccountPartsLink> deeds;
    bool own = false;
    Html story;
};

} // namespace gweld::web::pages
