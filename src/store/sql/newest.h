// newest.h - the ends of both chains of a record, and whose they are.
#pragma once

#include "record/entry.h"

namespace gweld::store::sql {

struct Newest {
    record::Hash first{}; // of entry 1: whose record it is
    std::int64_t entry = 0;
    record::Hash entry_hash{};
    std::int64_t look = 0;
    record::Hash look_hash{};
    friend bool operator==(const Newest&, const Newest&) = default;
};

} // namespace gweld::store::sql
