// front_door.h - what came in at the made-up county's front door: about 590 contacts a month,
// nearly all decided within a working day, a dozen waiting, a third about somebody who came before;
// and the section 47 enquiries that followed. Nobody in it is real.
#pragma once

#include "demo/visiting.h"

#include <vector>

namespace gweld::demo {

void tell_front_door(const County& county, const std::vector<Case>& cases, Scribe& scribe,
                     int days_told, const Chance& chance);

// What is waiting now, as it was drawn; part of the above.
void tell_waiting(const County& county, const std::vector<Case>& cases, Scribe& scribe);

// What callers say: what a source of that kind has seen, and what they think of it.
std::string worry_for(record::ContactSource source, WritesIn writes_in, Chance& chance);

} // namespace gweld::demo
