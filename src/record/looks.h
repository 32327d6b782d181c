// looks.h - who looked at whose record, when, on what ground. Written in the same transaction as
// the permission, chained like the entries.
#pragma once

#include "record/entry.h"

namespace gweld::record {

struct Look {
    Instant at;
    Uuid worker;      // whose account
    std::string name; // as it was then
    std::string role;
    Uuid subject;       // the person looked at
    std::string page;   // "child", "record-visit", "search-result"
    std::string ground; // the access rule that allowed or refused it: "allocated", "none"
    bool allowed = false;
};

struct ChainedLook : Look {
    std::int64_t seq = 0;
    Hash previous{};
    Hash hash{};
};

Hash hash_of(const ChainedLook& look);

} // namespace gweld::record
