// opening.h - what is asked of a file before it is trusted with a record.
#pragma once

#include "store/sqlite/connection.h"
#include "store/sqlite/sqlite_store.h"

namespace gweld::store::sqlite {

struct OpenedFile {
    std::unique_ptr<Connection> connection;
    std::string authority; // whose record it is
};

// Throws OpenRefused. An empty `wanted` opens whosever record it is; making one takes a name.
OpenedFile open_for_writing(const std::string& path, const std::string& wanted,
                            const SqliteOptions& options);
std::unique_ptr<Connection> open_for_reading(const std::string& path, const SqliteOptions& options);

// For copying: what an earlier program made stays as it is.
OpenedFile open_to_copy(const std::string& path, std::chrono::milliseconds busy_wait);

// For holding against what is kept elsewhere: nothing in it is believed yet, so nothing but whose
// it is said to be is looked at, and nothing in it or beside it is changed.
OpenedFile open_to_verify(const std::string& path, std::chrono::milliseconds busy_wait);

OpenRefused refusal_of(const SqlFault& fault, const std::string& path);

} // namespace gweld::store::sqlite
