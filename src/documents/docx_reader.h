// docx_reader.h - what a Word document somebody else wrote says, in order. Reads a stranger's file:
// within limits, without a name it could reach out by, without running anything. Knows no record.
#pragma once

#include "base/result.h"
#include "documents/document.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::documents {

enum class Unread : std::uint8_t {
    damaged, // not a ZIP file in order, or its text is no XML
    no_text, // there is no word/document.xml
    too_large,
    too_many_parts,
    too_deep,
    not_plain_xml, // declares entities or a type of document, which Word never does
    gave_up        // took too much or too long, or asked the system for what reading does not need
};

struct WordText {
    std::string title; // of the style Title; may be empty
    std::vector<Block> body;
    // What is in the file and is not read: whoever takes the text over has to know.
    int pictures = 0;
    int comments = 0;
    int footnotes = 0;
    int deletions = 0; // text somebody struck out with changes tracked; insertions are read
    friend bool operator==(const WordText&, const WordText&) = default;
};

inline constexpr std::size_t most_parts = 2'000;
inline constexpr std::size_t largest_text = 16U << 20U; // of document.xml, unpacked
inline constexpr int deepest = 200;                     // elements in elements

base::Result<WordText, Unread> read_docx(std::string_view bytes);

} // namespace gweld::documents
