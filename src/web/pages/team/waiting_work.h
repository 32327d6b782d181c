// waiting_work.h - of a manager's day what waits for the manager: signatures, children whom the
// front door handed on, records opened in an emergency, people who asked for their own record.
// Knows no store.
#pragma once

#include "casework/emergencies.h"
#include "casework/handing_over.h"
#include "casework/signing.h"
#include "web/pages/site.h"
#include "web/pages/team/team_parts.h"

#include <vector>

namespace gweld::web::pages {

inline constexpr std::size_t handed_on_shown = 10; // the others stand on a page of their own

// Empty: nothing waits.
Html unsigned_table(const Caller& caller, const std::vector<casework::UnsignedCount>& counts);
TeamSection emergencies_section(const Caller& caller, const casework::Openings& openings);
// Where somebody has asked; what the store cannot say now the section says.
void add_own_records_section(const Caller& caller, std::vector<TeamSection>& sections);
TeamSection handed_on_section(const Caller& caller, const casework::HandedOnList& list);

} // namespace gweld::web::pages
