// pdf_finish.h - what cairo does not say of the PDF it drew: its language, that its title is to be
// shown, which cells are heads of columns, what on a page is furniture. Knows no document.
#pragma once

#include <string>
#include <vector>

namespace gweld::documents {

struct PdfSays {
    std::string language;
    std::string title;
    // Of each BlockQuote, in the order drawn; empty: the document's.
    std::vector<std::string> quoted_in;
};
std::string finished_pdf(const std::string& drawn, const PdfSays& says);

} // namespace gweld::documents
