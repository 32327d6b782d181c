// log_damage.h - whether the write-ahead log beside a record was damaged after it was flushed.
// SQLite reads it up to the first frame that does not verify and says nothing of the rest, which is
// right after a power cut and wrong after a flipped bit: acknowledged entries would be gone unseen.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace gweld::store::sqlite {

struct LogDamage {
    std::int64_t frame = 0;   // the first that does not verify, from 1
    std::int64_t commits = 0; // whole transactions behind it that would be passed over
};

// Reads FILE-wal. A transaction is flushed before the next one is begun, so only the last one can
// be torn: a bad frame with another transaction behind it was good once. None: no log, a whole one,
// or one whose last transaction alone is torn, which may be damage too and cannot be told from a
// power cut (only the newest hash kept elsewhere tells).
std::optional<LogDamage> damage_in_log(const std::string& record);

} // namespace gweld::store::sqlite
