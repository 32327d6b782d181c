// remembered.h - how far a signer has read both logs, kept beside its checkpoints under its own
// signature, so that it reads nothing twice. Where it is not there or not believed, the logs are
// read from their beginning. Knows no store.
#pragma once

#include "audit/checkpoint.h"

namespace gweld::audit {

struct Reached {
    record::Tree tree;
    Hash newest{}; // of the last link read
};
using ReachedOfLogs = std::array<Reached, both_logs.size()>;

ReachedOfLogs remembered(const std::string& folder, const Keys& keys);
// Nobody is told where it cannot be kept: it costs time and nothing else.
void remember(const std::string& folder, const Keys& keys, const ReachedOfLogs& reached);

} // namespace gweld::audit
