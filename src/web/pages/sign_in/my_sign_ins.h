// my_sign_ins.h - where somebody is signed in, and the end of it; what they are told on the first
// page after signing in.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_my_sign_in_pages(Site& site);

// "Firefox on Windows".
std::string browser_words(const Words& say, const record::Session& session);

// Set with the session, and gone with the first page that is shown.
void greet_next(const Site& site, Response& response);
// When they had signed in before, and whether it was they. Empty: told already.
Html greeting(const Caller& caller);
void greeted(const Caller& caller, Response& response);

} // namespace gweld::web::pages
