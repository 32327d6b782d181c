// load_words.h - one week of a chair in words. Knows no table.
#pragma once

#include "casework/conference_load.h"
#include "web/pages/site.h"

#include <string>

namespace gweld::web::pages {

std::string booked_words(const Words& say, const casework::WeekOfChair& week);
// What else is to be known of it; empty: nothing.
std::string more_words(const Words& say, const casework::WeekOfChair& week);

} // namespace gweld::web::pages
