// signing_words.h - what asks for a signature, in the reader's words. Knows no page.
#pragma once

#include "casework/signing.h"
#include "web/components/tone.h"
#include "web/pages/site.h"

#include <string>
#include <string_view>

namespace gweld::web::pages {

// "Assessment"; a decision this program does not know by its own name.
std::string decision_words(const Words& say, std::string_view decision);
// "12 days", and by when, where a time is known.
ours::Status waiting_status(const Caller& caller, const casework::LedgerLine& line);
std::string days_waited(const Words& say, int days);

} // namespace gweld::web::pages
