// long_text.h - a text somebody wrote, in a list of many: whole where it is short, else its
// beginning with all of it behind "Read all of it". Knows no page; a page about one text shows it
// whole.
#pragma once

#include "web/components/markup.h"
#include "words/words.h"

namespace gweld::web::ours {

inline constexpr std::size_t shown_of_a_long_text = 600; // letters, about a hundred words
// One of up to half as much again is shown whole: hiding a line helps nobody.
Html long_text(const words::Words& say, const std::string& text);

} // namespace gweld::web::ours
