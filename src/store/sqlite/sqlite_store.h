// sqlite_store.h - the record in one SQLite file of one authority. Knows no clock and no network.
// Several processes may have the file open; each has one writer, and they take turns.
#pragma once

#include "base/result.h"
#include "record/projection.h"
#include "record/store.h"

#include <chrono>
#include <memory>
#include <string>

namespace gweld::store {

enum class WhenMissing { refuse, create };

struct SqliteOptions {
    WhenMissing when_missing = WhenMissing::refuse;
    record::NameKeys name_keys = nullptr; // has to be given
    std::size_t readers = 4;              // connections; a fifth reader waits for one of them
    std::size_t queue = 1024;             // writers waiting; one more is told too_busy
    std::chrono::milliseconds wait_for_other_process{5000};
};

enum class OpenFault {
    no_such_file,
    not_a_gweld_file, // a text, another program's database, a folder
    a_backup,         // kept as it is; it has to be restored first
    other_authority,
    cannot_open, // permission, no such folder
    read_only,   // the file or its disk
    disk_full,
    disk_failed,
    damaged,
    damaged_log,     // the write-ahead log was damaged: to go on would pass over what is in it
    ends_early,      // entries that were saved are not in it any more (newest_note.h)
    newer_version,   // made by a newer program
    not_wal,         // the disk cannot do write-ahead logging
    not_durable,     // synchronous=FULL did not stay set
    not_append_only, // recursive_triggers did not stay set: REPLACE could overwrite an entry
    used_by_another, // another process kept it locked for too long
};

struct OpenRefused {
    OpenFault fault = OpenFault::cannot_open;
    std::string detail; // for the log, in English; names the file and what was found
};

// Opens the file, or makes it where `create` says so. Refuses any file that does not keep every
// acknowledged write through a power cut (journal_mode=WAL with synchronous=FULL, read back on
// every connection) or whose newest entry does not verify. An empty authority opens whosever record
// the file holds; to make one it has to be given.
base::Result<std::unique_ptr<record::Store>, OpenRefused>
open_sqlite(const std::string& path, const std::string& authority, const SqliteOptions& options);

} // namespace gweld::store
