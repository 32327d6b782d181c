// kin.h - parents, grandparents and partners of every made-up family, who is what to whom and who
// lives with the children.
#pragma once

#include "demo/case.h"
#include "demo/chance.h"
#include "demo/meeting.h"
#include "demo/scribe.h"

namespace gweld::demo {

void tell_kin(const County& county, const Case& family, Scribe& scribe, Chance chance);

} // namespace gweld::demo
