// merging_projection.h - which records are one person's now: the row of each merge that holds.
#pragma once

#include "record/projection.h"

namespace gweld::record {

// Every other row stays under the record it was written about; a merge moves none.
void project_merging(const Entry& entry, TableHands& hands);

} // namespace gweld::record
