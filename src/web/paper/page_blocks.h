// page_blocks.h - what a page of ours says, as a document has it: read from the very markup the
// page shows, so that a document says what the page says and nothing else. Knows no page.
#pragma once

#include "documents/document.h"
#include "web/html.h"

#include <vector>

namespace gweld::web {

// Without what is there for the screen alone: buttons, forms, navigation, pictures, links that lead
// on, headings of level 1 (the title of a document stands outside). Reads our own markup: every
// element closed, nothing but our own entities.
std::vector<documents::Block> blocks_of(const Html& content);

} // namespace gweld::web
