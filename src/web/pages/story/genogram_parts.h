// genogram_parts.h - what the genogram's template shows.
#pragma once

#include "web/html.h"

#include <string>
#include <vector>

namespace gweld::web::pages::story {

struct GenogramParts {
    std::string name;
    std::vector<std::string> household;
    std::vector<Html> buttons;
    Url here = Url::path("/");
    Html date; // the question for another day
    Html show;
    Html drawing;
    std::string box_label;
    struct Way {
        Url href;
        std::string words;
        std::string spoken_after;
    };
    struct Line {
        std::string sentence;
        std::vector<Way> ways;
    };
    struct Person {
        std::string name;
        std::string who; // "mother"; may be empty
        std::vector<std::string> facts;
        std::vector<Line> relations; // in which this person is named first
        std::vector<Way> ways;
    };
    std::vector<Person> people;
};

} // namespace gweld::web::pages::story
