// docx_writer.h - a document as Word opens it (ECMA-376, WordprocessingML): its headings are
// headings, its tables repeat their first row, its language is said. Knows no record.
#pragma once

#include "documents/document.h"

#include <string>

namespace gweld::documents {

std::string as_docx(const Cleared& cleared);

} // namespace gweld::documents
