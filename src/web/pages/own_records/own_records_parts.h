// own_records_parts.h - what the pages of a copy of somebody's own record show.
#pragma once

#include "web/html.h"

#include <optional>
#include <string>
#include <vector>

namespace gweld::web::pages {

struct OwnPiece {
    std::string title;
    std::string date;
    std::vector<std::string> given;
    std::string left_out;   // why all of it is; empty: it is not
    std::optional<Url> way; // to leave something out; none: the copy was given
    std::string state;      // "Read", "Not read yet"
    struct Part {
        std::string words; // "Left out: “...”, because ..."
        Url put_back = Url::path("/");
    };
    std::vector<Part> parts; // left out, each to be put back; none once it was given
};

struct OwnRecordParts {
    Url back = Url::path("/");
    Html saved;
    std::string heading;
    std::vector<std::string> lede;
    std::string progress;
    std::vector<OwnPiece> pieces;
    Html turns;
    Html token;              // of the forms
    Html entries;            // hidden: those on this page
    std::optional<Url> read; // none: everything on this page was read, or it was given
    Html ways_out;           // empty: nothing was read yet
    std::optional<Url> given;
};

} // namespace gweld::web::pages
