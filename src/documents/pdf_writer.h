// pdf_writer.h - a document as a tagged PDF (ISO 32000-1, 14.8): headings, lists and tables are
// such to somebody who listens to it, the language is said, the fonts are in it. Knows no record.
//
// NOT MODELLED: a claim to conform to PDF/UA (ISO 14289-1), because Debian has no validator to hold
// it to; what that standard asks of a document like ours is done, and tested where we can.
#pragma once

#include "documents/document.h"

#include <string>

namespace gweld::documents {

std::string as_pdf(const Cleared& cleared);

} // namespace gweld::documents
