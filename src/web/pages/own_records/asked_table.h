// asked_table.h - who asked for a copy of their own record and until when they are answered, as a
// table. Knows no page.
#pragma once

#include "casework/own_records.h"
#include "web/pages/site.h"

#include <vector>

namespace gweld::web::pages {

// Empty: nobody.
Html asked_table(const Caller& caller, const std::vector<casework::OwnRecordAskedFor>& asked);

} // namespace gweld::web::pages
