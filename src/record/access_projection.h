// access_projection.h - what an access decision reads of a child: barriers, emergency openings, and
// what workers declared.
#pragma once

#include "record/projection.h"

#include <chrono>

namespace gweld::record {

// How long a record opened in an emergency stays open to whoever opened it: a shift. A habit of
// this product, not a rule: none was found.
inline constexpr std::chrono::hours emergency_lasts{8};

void project_access(const Entry& entry, TableHands& hands);

} // namespace gweld::record
