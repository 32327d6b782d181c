// unsaved.h - the one form that is begun and not saved when the demo county opens: a note Catrin
// was writing about a child of the lead story when she was called away.
#pragma once

#include "demo/making.h"
#include "record/store.h"

namespace gweld::demo {

record::UnsavedFormRow begun_and_not_saved(const Made& made, Instant now);

} // namespace gweld::demo
