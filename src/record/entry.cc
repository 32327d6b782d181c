#include "record/entry.h"

namespace gweld::record {

Instant known_from(const Draft& draft) {
    return draft.provenance ? draft.provenance->recorded_at.value_or(beginning_of_time)
                            : draft.recorded_at;
}

} // namespace gweld::record
