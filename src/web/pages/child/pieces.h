// pieces.h - pieces of the summary that other pages about a child show as well.
#pragma once

#include "web/pages/child/happenings.h"
#include "web/pages/child/shown.h"
#include "web/pages/child/summary_parts.h"

#include <vector>

namespace gweld::web::pages::child_record {

// The child's newest own words, with where and when; empty: none are recorded.
Html voice(const Shown& shown, const std::vector<Happening>& happenings);
// Whoever works with the child today, the allocated worker first.
std::vector<SummaryParts::Helper> helpers(const Shown& shown);

} // namespace gweld::web::pages::child_record
