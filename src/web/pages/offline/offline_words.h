// offline_words.h - what is said of visits from a phone: why one waits, what to do about it, what
// is needed of a visit, and every sentence the scripts show.
#pragma once

#include "casework/phone_visits.h"
#include "casework/standing.h"
#include "web/pages/offline/offline_parts.h"
#include "web/pages/site.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

std::string why_it_waits(const Words& say, record::WhyHeld why);
std::string what_to_do(const Words& say, record::WhyHeld why);
// The name the phone knows it by: "in_future".
std::string name_of(record::WhyHeld why);

// What a visit must satisfy for this child, by when: one sentence for each condition that runs.
std::vector<std::string> needs_of(const Words& say, const casework::Standing& child);

// Every sentence the page on the phone may have to say by itself.
std::vector<Said> said_on_phone(const Words& say);

} // namespace gweld::web::pages
