// sqlite_store.h - the record in one SQLite file of one authority. Knows no clock and no network.
// Several processes may have the file open; each has one writer, and they take turns.
#pragma once

#include "store/opening.h"

#include <chrono>
#include <memory>
#include <string>

namespace gweld::store {

struct SqliteOptions {
    WhenMissing when_missing = WhenMissing::refuse;
    WhenNewer when_newer = WhenNewer::refuse;
    record::NameKeys name_keys = nullptr; // has to be given
    std::size_t readers = 8;              // connections; a ninth reader waits for one of them
    std::size_t queue = 1024;             // writers waiting; one more is told too_busy
    std::chrono::milliseconds wait_for_other_process{5000};
    WritesOn writes_on = WritesOn::a_thread_of_its_own;
};

// Opens the file, or makes it where `create` says so. Refuses any file that does not keep every
// acknowledged write through a power cut (journal_mode=WAL with synchronous=FULL, read back on
// every connection) or whose newest entry does not verify. An empty authority opens whosever record
// the file holds; to make one it has to be given.
base::Result<std::unique_ptr<record::Store>, OpenRefused>
open_sqlite(const std::string& path, const std::string& authority, const SqliteOptions& options);

// A copy of a record, to be held against what is kept elsewhere: it can only be read, and what is
// wrong with it is found by whoever reads it. Each of the readers may read beside the others.
base::Result<std::unique_ptr<record::Store>, OpenRefused>
open_sqlite_to_verify(const std::string& path, std::size_t readers);

} // namespace gweld::store
