// browser.h - what a browser says it is, in the two words its owner knows it by. Nothing else of it
// is kept: the rest would tell people apart. Knows no session.
#pragma once

#include "web/http.h"

#include <string>

namespace gweld::web::pages {

struct Browser {
    std::string name;   // "Firefox"; empty: not known
    std::string system; // "Windows"; empty: not known
};
// By User-Agent, which anybody may write as they like: to be shown to the same person, never to
// decide by.
Browser browser_of(const Request& request);

} // namespace gweld::web::pages
