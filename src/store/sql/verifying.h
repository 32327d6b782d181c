// verifying.h - a first look at a record that is opened.
#pragma once

#include "store/sql/connection.h"

#include <cstdint>
#include <optional>
#include <string>

namespace gweld::store::sql {

// A whole check of the chain takes minutes on a large record (`gweld check`); the newest entry is
// the one a torn or cut file would have lost. Its number where it does not verify; none: it does,
// or there is no entry.
std::optional<std::int64_t> newest_not_verified(Connection& connection,
                                                const std::string& authority);

// One more when a program before could no longer read or write the log and what stands beside it
// without being computed from it (new columns there are optional, so that it can). From 2 on the
// record says it in `meta`, and a program before is refused for good.
inline constexpr std::int64_t log_version = 1;
// The newest version of the log; none is said before the second.
std::int64_t log_version_in(Connection& connection, const std::string& authority);

// A kind of entry in the log that only a later program knows; none: this one knows them all. Reads
// the whole log.
std::optional<std::string> unknown_kind(Connection& connection, const std::string& authority);

} // namespace gweld::store::sql
