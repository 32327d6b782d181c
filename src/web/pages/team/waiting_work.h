// waiting_work.h - of a manager's day what waits for the manager: signatures, and children whom the
// front door handed on. Knows no store.
#pragma once

#include "casework/handing_over.h"
#include "casework/signing.h"
#include "web/pages/site.h"
#include "web/pages/team/team_parts.h"

#include <vector>

namespace gweld::web::pages {

inline constexpr std::size_t handed_on_shown = 10; // the others stand on a page of their own

// Empty: nothing waits.
Html unsigned_table(const Caller& caller, const std::vector<casework::UnsignedCount>& counts);
TeamSection handed_on_section(const Caller& caller, const casework::HandedOnList& list);

} // namespace gweld::web::pages
