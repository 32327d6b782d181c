// recorded_twice.h - two children of whom somebody made a second record: one still waits for
// somebody to notice, the other was said to be the same child.
#pragma once

#include "demo/case.h"
#include "demo/scribe.h"
#include "demo/visiting.h"

#include <span>

namespace gweld::demo {

void tell_recorded_twice(const County& county, std::span<const Case> cases, Scribe& scribe);

} // namespace gweld::demo
