// cutting.h - takes a restored record back to a moment. Never for a record in use.
#pragma once

#include "store/sql/writing.h"
#include "store/sqlite/connection.h"

namespace gweld::store::sqlite {

struct CutOff {
    std::int64_t left_out = 0;
    std::int64_t kept_though_later = 0;
};

// Everything recorded after the last entry that was recorded at or before `until` goes: entries,
// the keys under which they were sent, the files only they carried. What was sent in one goes or
// stays as one. Looks stay: that somebody looked is not undone. The tables are computed again.
// Inside the caller's transaction. None: no entry is that old, and nothing was done.
std::optional<CutOff> cut_after(Connection& connection, const std::string& authority,
                                record::Instant until, record::NameKeys name_keys);

} // namespace gweld::store::sqlite
