#include "record/entry.h"

namespace gweld::record {

Instant known_from(const Draft& draft) {
    // What a later extract puts right was not known before it was read here, whenever the row it
    // stands in was first written.
    return draft.provenance && !draft.corrects
               ? draft.provenance->recorded_at.value_or(beginning_of_time)
               : draft.recorded_at;
}

} // namespace gweld::record
