// openings.h - records opened in an emergency, as a table and as a sentence. Knows no page.
#pragma once

#include "casework/emergencies.h"
#include "web/html.h"
#include "web/pages/site.h"

#include <functional>
#include <string>
#include <vector>

namespace gweld::web::pages {

using LastCell = std::function<Content(const Caller&, const casework::Opening&)>;
// Empty: there are none.
Html openings_table(const Caller& caller, const std::vector<casework::Opening>& openings,
                    const LastCell& last);
// What the review found, or by when it is due.
Content review_so_far(const Caller& caller, const casework::Opening& opening);
std::string opening_in_words(const Caller& caller, const casework::Opening& opening);

} // namespace gweld::web::pages
