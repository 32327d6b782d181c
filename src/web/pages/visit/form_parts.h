// form_parts.h - what the form's template shows.
#pragma once

#include "web/html.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

struct ChildParts {
    Html seen;
    Html alone;
    Html bedroom;
    Html words; // and their language
};

struct FormParts {
    Html begun;
    Html back;
    Html errors;
    std::vector<std::string> since;
    std::string heading;
    std::string above;
    Url action = Url::path("/");
    Html hidden;
    Html outcome;
    Html when;
    Html arrived;
    Html place;
    Html announced;
    std::vector<Html> children;
    Html account;
    Html reason;
    Html counts;
    std::string short_of_time;
    Html save;
    Html after;
};

} // namespace gweld::web::pages
