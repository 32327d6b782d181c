// file_parts.h - what the template of a conference's own page shows.
#pragma once

#include "web/html.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

struct FileSection {
    std::string id;
    std::string heading;
    std::vector<std::string> notes; // below the heading
    Html content;                   // empty: `none` is said
    std::string none;
    std::vector<Html> buttons = {};
};

struct FileText {
    std::string heading;
    std::string text;
};
using FileTexts = std::vector<FileText>;

struct FileReport { // of one agency
    std::string heading;
    std::string came;
    Html shared; // when the family had it
    Html ways_out = {};
    FileTexts parts = {};
};

struct FileParts {
    Html saved;
    Html back;
    std::string heading;
    std::vector<std::string> answer; // where it stands
    Html ways_out = {};              // as a file; empty before it was held
    Html warning;                    // dissent, too few agencies; may be empty
    std::vector<FileSection> sections;
};

} // namespace gweld::web::pages
