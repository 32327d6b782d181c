// people_parts.h - what the family and people template shows.
#pragma once

#include "web/html.h"

#include <optional>
#include <string>
#include <vector>

namespace gweld::web::pages::child_record {

struct PeopleParts {
    std::string name;
    struct Member {
        std::string name;
        std::string age;
        std::string note;          // "on the child protection register"; may be empty
        std::optional<Url> record; // none: this reader may not open it
    };
    std::vector<Member> family;
    Html addresses;                // empty: none recorded
    std::optional<Url> to_protect; // none: not this reader's to do
    std::string changes;
    Html workers; // empty: nobody ever
    Url to_same_person = Url::path("/");
};

} // namespace gweld::web::pages::child_record
