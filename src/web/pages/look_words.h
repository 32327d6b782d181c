// look_words.h - what a look was at and why it was allowed, as every page of looks says it.
#pragma once

#include "words/words.h"

#include <string>
#include <string_view>

namespace gweld::web::pages {

// By the name a look was logged under; one that is not known is shown as it is.
std::string page_in_words(const words::Words& say, std::string_view page);
// "No ground" of one that is not known.
std::string ground_in_words(const words::Words& say, std::string_view ground);

} // namespace gweld::web::pages
