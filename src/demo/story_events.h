// story_events.h - what a made-up family's chronology has beyond the record: events noted from
// elsewhere, visits marked significant, attempts left out.
#pragma once

#include "demo/case.h"
#include "demo/chance.h"
#include "demo/meeting.h"
#include "demo/scribe.h"

namespace gweld::demo {

void tell_story_events(const County& county, const Case& family, Scribe& scribe, Chance chance);

} // namespace gweld::demo
