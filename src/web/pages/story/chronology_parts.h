// chronology_parts.h - what the templates of the chronology show.
#pragma once

#include "web/html.h"
#include "web/pages/child/telling.h"

#include <string>
#include <vector>

namespace gweld::web::pages::story {

struct EventCell {     // what happened
    std::string whose; // of several children; empty: of the one it is about
    std::string title; // empty: the account says it all
    child_record::Told told;
};

struct WeightCell {
    std::string words;   // "Significant"
    std::string because; // who said so and why; empty: its kind
    struct Way {
        Url href;
        std::string words;
        std::string spoken_after;
    };
    std::vector<Way> ways;
};

struct ChronologyParts {
    std::string lede;
    std::vector<std::string> notes;
    std::vector<Html> buttons;
    Html filters;
    Url here = Url::path("/");
    std::string open; // "open": something is chosen
    Html show;        // the button that shows what was chosen
    Html events;      // empty: none
    std::string none;
    Html turns;
};

struct CourtRow {
    long number = 0;
    std::string date;
    Html what;
    std::string source;
    std::string recorded;
};
struct CourtParts {
    Html back;
    std::string heading;
    std::string marking;            // on top of every printed page
    std::vector<std::string> facts; // who, period, what was left out
    Html ways;                      // on the screen only
    std::vector<std::string> heads; // five
    std::vector<CourtRow> rows;
    std::string none;
};

} // namespace gweld::web::pages::story
