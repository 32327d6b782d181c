// replay.h - the record built again in memory from its entries alone: as it should be now, or as it
// was known at a moment. Knows no rule.
#pragma once

#include "record/store.h"

#include <memory>
#include <optional>

namespace gweld::program {

// known_at: what was not known then (record::known_from) is as if it were not there; a correction
// of something not known then stands by itself. none: everything. About 20 microseconds an entry.
base::Result<std::unique_ptr<record::Store>, record::StoreFault>
replayed(const record::Store& store, std::optional<record::Instant> known_at);

// Whether the tables beside the log, and the lists of which entries are about whom, are what the
// entries make of them.
enum class Tables { follow, differ };
base::Result<Tables, record::StoreFault> tables_of(const record::Store& store);

} // namespace gweld::program
