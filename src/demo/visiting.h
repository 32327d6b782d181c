// visiting.h - how one family was visited while it was on the register: when, where, who was seen
// and who was seen alone, what failed, and when it was written down. Made so that the county's
// figures have a story: about four in five seen alone in time until two posts fell empty, then
// worse, worst in North.
#pragma once

#include "demo/case.h"
#include "demo/scribe.h"
#include "demo/story_days.h"
#include "demo/telling.h"

namespace gweld::demo {

struct County { // what every part of the making works from
    StoryDays days;
    Workdays workdays;
    const Staff& staff;
};

// Writes every visit and attempt of the family, corrections and write-ups with them.
void tell_visits(const County& county, const Case& family, Scribe& scribe, Chance chance);

} // namespace gweld::demo
