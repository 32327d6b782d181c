// way_on.h - where somebody wanted to go when they were asked to sign in, carried through every
// page of signing in, and the way there at last.
#pragma once

#include "casework/sign_in.h"
#include "web/pages/carried/carried.h"
#include "web/pages/site.h"

namespace gweld::web::pages {

struct WayOn {
    std::string back;         // an address; empty: home
    std::optional<Kept> kept; // what was being sent when the session ended
};
WayOn way_on_in(const Fields& posted);
Html way_on_inputs(const WayOn& way);

// This browser, and what it is known by.
casework::Where where_from(const Site& site, const Request& request);

void set_sign_in_cookies(const Site& site, Response& response, const casework::Admitted& admitted);
// To where they wanted, with the cookies of a whole session.
Response go_on(const Site& site, const Request& request, const casework::Admitted& admitted,
               const WayOn& way);

} // namespace gweld::web::pages
