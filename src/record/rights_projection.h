// rights_projection.h - the rows of protected addresses, and of copies people asked for of their
// own record. For projection.cc.
#pragma once

#include "record/projection.h"

namespace gweld::record {

void project_protected_addresses(const Entry& entry, TableHands& hands);
void project_rights(const Entry& entry, TableHands& hands);

} // namespace gweld::record
