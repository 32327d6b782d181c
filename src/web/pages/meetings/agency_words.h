// agency_words.h - what an agency is called in the reader's language.
#pragma once

#include "web/pages/site.h"

#include <string>
#include <string_view>

namespace gweld::web::pages {

// By the name it is recorded under; anything else is "Another agency".
// The same in English, for FieldFault::question.
std::string_view agency_mark(std::string_view agency);
std::string agency_in_words(const Words& say, std::string_view agency);

} // namespace gweld::web::pages
