// team.h - my team today: who has nobody, who is overdue, who is next, and who carries how much.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_team_pages(Site& site);

} // namespace gweld::web::pages
