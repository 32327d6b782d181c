// barriers.h - whether what stands before a record keeps a viewer out. Read by access.cc alone:
// what follows from it is decided there.
#pragma once

#include "access/access.h"

namespace gweld::access {

// By any restriction that holds at the moment. `ground`: what they would have if there were none.
bool is_restricted_for(const Viewer& viewer, std::span<const record::BarrierRow> barriers,
                       Ground ground, time::Instant at);
// The same of several children together: by one that they have not opened in an emergency.
bool is_shut_to(const Viewer& viewer, std::span<const record::BarrierRow> barriers, Ground ground,
                time::Instant at);
bool opened_in_emergency(std::span<const record::BarrierRow> barriers, Uuid worker,
                         time::Instant at);

} // namespace gweld::access
