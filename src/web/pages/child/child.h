// child.h - a child's record: the summary, the timeline, the visits, the family and people, what is
// due with its working, and who has looked. Knows no rule of law and no storage.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_child_pages(Site& site);

} // namespace gweld::web::pages
