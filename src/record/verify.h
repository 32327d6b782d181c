// verify.h - walks both chains from the beginning. Knows no storage. A chain shows that nothing in
// it was changed, put in or taken out; only a copy of the newest hash kept elsewhere shows that
// nothing was cut off its end.
#pragma once

#include "record/chain.h"
#include "record/store.h"

#include <optional>

namespace gweld::record {

enum class ChainName { entries, looks };

// As check_link of an entry; a look is changed as a whole (envelope_changed).
ChainFault check_link(const ChainedLook& look, std::int64_t expected_seq, const Hash& previous);

struct BrokenLink {
    ChainName chain = ChainName::entries;
    std::int64_t seq = 0; // where the fault was met: the sequence number that was expected there
    ChainFault fault = ChainFault::none;
};

// How far a walk came: what is behind it was read and holds.
struct Verified {
    ChainName chain = ChainName::entries;
    std::int64_t seq = 0;
};

// The first fault, entries before looks; none: both chains hold. About 3 microseconds an entry.
// Where the store fails in the middle, `reached` says after which one.
std::optional<BrokenLink> verify_chain(const Reading& record, Verified& reached);
std::optional<BrokenLink> verify_chain(const Reading& record);

} // namespace gweld::record
