// my_sign_ins_parts.h - what the templates of my own sign-ins show.
#pragma once

#include "web/html.h"

#include <string>

namespace gweld::web::pages {

struct EndParts {
    Url action = Url::path("/");
    Html hidden;
    std::string spoken; // which one
};

struct MySignInsParts {
    Html done;
    Html table;
    std::string before; // empty: not known
    bool others = false;
    Url end_others = Url::path("/");
    Html hidden;
    Url codes = Url::path("/");
    Url password = Url::path("/");
};

} // namespace gweld::web::pages
