// refer_parts.h - what the templates of the partners' form show.
#pragma once

#include "web/html.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

struct FormMarks {
    std::string key;
    std::string proof;
};

struct FilesAsked {
    std::string hint;
    std::vector<std::string> errors;
};

struct Completeness {
    std::string heading; // "14 of 17 answered"
    std::vector<std::string> missing;
};

struct GivenAnswer {
    std::string question;
    std::string answer;
};
struct GivenPart {
    std::string heading;
    std::vector<GivenAnswer> answers;
};

struct SentParts {
    Html danger;
    std::string reference;
    std::string code;
    std::vector<std::string> next;
    Url answer = Url::path("/");
    Html given;
};

} // namespace gweld::web::pages
