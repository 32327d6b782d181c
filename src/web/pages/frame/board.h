// board.h - a page that people keep open all day asks now and then whether it still stands as it
// was shown, and says so when it does not. It asks with HTTP's own conditional request (RFC
// 9110, 13.1.2): If-None-Match with what stood, answered 304 while that stands still.
#pragma once

#include "web/pages/site.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

struct Board {
    // What is on the page and passes without anything having changed: the time, what was saved.
    std::vector<std::string> passing;
};

// A script asks, nobody reads: that is no use of the session, which would else never end by itself.
bool asks_whether_it_stands(const Request& request);

// A digest of what is on the page, in quotes, as an ETag. Tokens of forms aside, which are others
// each time.
std::string what_stands(const Html& content, const Board& board);
bool stands_still(const Request& request, const std::string& stands);

// The words, and where they will stand; empty until there is something to say.
Html board_words(const Caller& caller, const std::string& stands);

} // namespace gweld::web::pages
