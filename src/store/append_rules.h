// append_rules.h - what every store asks of an append before it looks at what it holds.
#pragma once

#include "record/store.h"

namespace gweld::store {

// Throws std::logic_error for what no page and no file can cause: an empty idempotency key, an
// entry about nobody or twice about the same, a correction without a reason.
void check_shape(const record::Append& what);

// Throws std::logic_error when a correction is neither of the corrected entry's kind nor a
// withdrawal.
void check_correction(const record::Draft& correction, std::string_view corrected_kind);

// What "the same drafts" means for an idempotency key: everything but the ids and the moments of
// recording, which belong to the attempt, and the writer's name, role and team of that moment. A
// form sent twice is the same visit although the second attempt was made a second later.
record::Hash fingerprint_of(const std::vector<record::Draft>& drafts);

record::Salt fresh_salt();

} // namespace gweld::store
