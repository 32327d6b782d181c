// offline.h - recording a visit without signal: getting a phone ready, the form that opens without
// a network, taking in what a phone sends, and the visits that need their writer.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_offline_pages(Site& site);

// What my work shows of it. Empty texts: nothing to show.
struct OfflineNotice {
    std::string get_ready; // words of the link; empty: phones cannot be got ready here
    std::string needs_you; // how many visits wait for their writer
};
OfflineNotice offline_notice(const Caller& caller);

} // namespace gweld::web::pages
