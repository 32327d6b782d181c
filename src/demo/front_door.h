// front_door.h - what came in at the made-up county's front door in the last thirty days: about 590
// contacts a month, nearly all decided, a dozen waiting. Nobody in it is real.
#pragma once

#include "demo/visiting.h"

#include <vector>

namespace gweld::demo {

void tell_front_door(const County& county, const std::vector<Case>& cases, Scribe& scribe,
                     const Chance& chance);

// What is waiting now, as it was drawn; part of the above.
void tell_waiting(const County& county, const std::vector<Case>& cases, Scribe& scribe);

// What callers say. One of a source's own.
std::string_view worry_for(record::ContactSource source, Chance& chance);

} // namespace gweld::demo
