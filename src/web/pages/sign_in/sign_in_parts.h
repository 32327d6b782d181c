// sign_in_parts.h - what the sign-in page's template shows.
#pragma once

#include "web/pages/site.h"

#include <vector>

namespace gweld::web::pages {

struct SignInParts {
    Url action = Url::path("/");
    std::string csrf;
    Html way;             // on, as hidden fields
    bool writing = false; // something was being sent when the session ended
    Html errors;
    Html name;
    Html password;
    Html button;
    Url refer = Url::path("/");
    struct Demo {
        std::string name;
        std::string who;
    };
    std::vector<Demo> demo;
    std::string demo_password;
};

} // namespace gweld::web::pages
