// link.h - a link in a sentence or a cell; what is heard after its words tells links of the same
// words apart. Knows no page.
#pragma once

#include "web/html.h"

#include <string_view>

namespace gweld::web::ours {

// `spoken_after` empty: the words are enough.
Html link(const Url& href, std::string_view words, std::string_view spoken_after = {});

} // namespace gweld::web::ours
