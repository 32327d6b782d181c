// docx_text.h - the pieces of WordprocessingML the reader looks at: what a paragraph says, what its
// style makes of it, the rows and cells of a table. Knows no file.
#pragma once

#include "documents/docx_reader.h"

#include <map>
#include <pugixml.hpp>
#include <string>
#include <vector>

namespace gweld::documents {

struct StyleOfParagraph {
    std::string is; // its id, as we write it
    int level = 0;  // of a heading, from 1; 0: none
    bool list = false;
};

class WordStyles {
  public:
    WordStyles() = default;
    explicit WordStyles(pugi::xml_node styles);
    StyleOfParagraph of(pugi::xml_node paragraph) const;

  private:
    std::map<std::string, StyleOfParagraph, std::less<>> known_; // by id
};

// Counts into `counted` what is in the paragraph and is not read.
std::string text_of_paragraph(pugi::xml_node paragraph, WordText& counted);
std::string trimmed_text(const std::string& text);

std::vector<pugi::xml_node> boxes_in(pugi::xml_node paragraph);
std::vector<pugi::xml_node> paragraphs_in(pugi::xml_node cell);
std::vector<pugi::xml_node> rows_in(pugi::xml_node table);
std::vector<pugi::xml_node> cells_in(pugi::xml_node row);

} // namespace gweld::documents
