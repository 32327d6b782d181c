// opening.h - what opening a record may come to, whatever keeps it. Knows no make.
#pragma once

#include "base/result.h"
#include "record/projection.h"
#include "record/store.h"

#include <string>

namespace gweld::store {

enum class WhenMissing { refuse, create };

// A record whose tables a later program made. Its log can be read; whoever goes back to this
// program on purpose has the tables made again as it knows them, while no other program has the
// record open.
enum class WhenNewer { refuse, remake_tables };

// Whether a second server must have what is recorded before anybody is told that it is.
enum class Standby { as_it_may_be, required };

// The callers' thread: for a simulation, where one thread asks and nothing runs beside it.
enum class WritesOn { a_thread_of_its_own, the_callers_thread };

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
    damaged_log,        // the write-ahead log was damaged: to go on would pass over what is in it
    ends_early,         // entries that were saved are not in it any more (newest_note.h)
    newer_version,      // tables of a newer program, whose log can be read here
    newer_log,          // a newer program wrote what this one does not understand
    not_wal,            // the disk cannot do write-ahead logging
    not_durable,        // synchronous=FULL did not stay set
    not_append_only,    // recursive_triggers did not stay set: REPLACE could overwrite an entry
    used_by_another,    // another process kept it locked for too long
    not_durable_server, // fsync, full_page_writes or synchronous_commit is not on
    not_a_primary,      // it only follows another server
    no_standby,         // a second server was demanded, and none is waited for
};

struct OpenRefused {
    OpenFault fault = OpenFault::cannot_open;
    std::string detail; // for the log, in English; names the file and what was found
};

} // namespace gweld::store
