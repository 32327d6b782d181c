// sections.h - a document somebody else wrote, cut at its headings. Knows neither what a plan is
// nor what an assessment is.
#pragma once

#include "documents/docx_reader.h"

#include <string>
#include <vector>

namespace gweld::documents {

struct Section {
    std::string heading; // empty: what stands before the first
    std::string text;    // lines; a list has one for each item
    friend bool operator==(const Section&, const Section&) = default;
};

// Everything the document says is in one of them, in order; none is without text. A table of two
// columns, as forms are often made, is a section for each row; any other is told cell by cell under
// the heading it stands below. The headings above stand before a section's own: "The child:
// Health". A heading of nothing is text itself; a
// question nobody answered is left out.
std::vector<Section> sections_of(const WordText& text);

} // namespace gweld::documents
