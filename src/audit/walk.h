// walk.h - a whole log read and checked, by several threads at once, and the roots its tree had on
// the way. Knows no checkpoint.
#pragma once

#include "audit/links.h"
#include "record/tree.h"

#include <vector>

namespace gweld::audit {

struct RootAt {
    std::int64_t size = 0;
    Hash root{};
    friend bool operator==(const RootAt&, const RootAt&) = default;
};

struct Walked {
    // How many links hold, from the first; all there are, where nothing is broken.
    std::int64_t size = 0;
    Hash newest{}; // of the last of them
    record::Tree tree;
    std::vector<RootAt> roots; // of the wanted sizes up to `size`
    std::optional<record::BrokenLink> broken;
};

// `wanted` in rising order. A store that cannot give a link has it broken there, as unreadable.
// What is added meanwhile may be in it or not.
Walked walk(const record::Store& store, ChainName log, const std::vector<std::int64_t>& wanted,
            unsigned threads);

} // namespace gweld::audit
