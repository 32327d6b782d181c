// conference_tasks.h - what is owed to conferences, as a part of my work.
#pragma once

#include "casework/worklist.h"
#include "web/pages/site.h"

namespace gweld::web::pages {

Html conference_tasks_of(const Caller& caller, const casework::DaysWork& work); // empty: nothing

} // namespace gweld::web::pages
