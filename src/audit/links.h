// links.h - one way through both chains of a record, each link checked on the way.
#pragma once

#include "record/store.h"
#include "record/verify.h"

#include <optional>

namespace gweld::audit {

using record::ChainFault;
using record::ChainName;
using record::Hash;

struct CheckedLink {
    Hash previous{};
    Hash hash{};
    ChainFault fault = ChainFault::none;
};

// Every link behind number `after`, until the visitor answers false. `previous` is the hash of that
// number; none: whatever the first link says is taken, and the visitor compares.
void each_link(const record::Reading& record, ChainName log, std::int64_t after,
               std::optional<Hash> previous, base::FunctionRef<bool(const CheckedLink&)> visitor);

} // namespace gweld::audit
