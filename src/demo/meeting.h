// meeting.h - what brought a family on to the register, kept it there and took it off: the people
// and their homes as they were told to us, allocations, conferences, core groups. Visits apart.
#pragma once

#include "demo/planning.h"

namespace gweld::demo {

void describe_staff(const County& county, Scribe& scribe);
// Gives the family and its children their ids, which are as old as their first entry.
void name_family(const County& county, Case& family, Scribe& scribe);
void describe_family(const County& county, const Case& family, Scribe& scribe, Chance chance);
void tell_allocations(const County& county, const Case& family, Scribe& scribe);
void tell_register(const County& county, const Case& family, const PlantedMoves& moves,
                   Scribe& scribe, Chance chance);
void tell_core_groups(const County& county, const Case& family, Scribe& scribe, Chance chance);

} // namespace gweld::demo
