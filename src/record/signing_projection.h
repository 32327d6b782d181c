// signing_projection.h - what an entry does to the ledger of signatures. Pure of storage.
#pragma once

#include "record/projection.h"

namespace gweld::record {

// Part of project(). A signature counts for the very entry and content it names: the row of an
// entry that was put right goes with it, and the newer version has a row of its own that waits.
void project_signing(const Entry& now, TableHands& hands);

} // namespace gweld::record
