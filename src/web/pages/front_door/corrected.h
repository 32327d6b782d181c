// corrected.h - that what came in was put right: by whom, when, why, and what stood before. Knows
// no page.
#pragma once

#include "record/kinds.h"
#include "web/pages/site.h"

#include <string>
#include <vector>

namespace gweld::web::pages::door {

struct StoodBefore {
    std::string what;
    std::string value;
    std::string language; // of the worry; else empty
};
struct Corrected {
    std::string by; // "Corrected by Gwyn Owen, 10:12am on Tue 24 Nov"
    std::string why;
    std::vector<StoodBefore> before; // of what was changed; nothing that stands as it was
};

// Newest first. `history`: every entry about one contact, oldest first.
std::vector<Corrected> corrections_in(const Words& say, const std::vector<record::Entry>& history);

} // namespace gweld::web::pages::door
