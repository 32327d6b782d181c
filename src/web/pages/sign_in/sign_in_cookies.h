// sign_in_cookies.h - the cookies beside the session's, each sealed where the session's is.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

inline Cookie cookie_beside(const Site& site, std::string name) {
    const bool sealed = site.session_cookie.name().starts_with("__Host-");
    return {std::move(name), sealed ? Transport::sealed : Transport::open,
            SentFrom::our_pages_only};
}

} // namespace gweld::web::pages
