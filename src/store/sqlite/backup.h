// backup.h - a backup of one record, the way back from it, and what each of them refuses. Knows no
// clock and no words. Several gigabytes take minutes; the program that serves the record goes on
// reading and writing meanwhile.
#pragma once

#include "record/verify.h"
#include "store/sqlite/sealed_file.h"
#include "store/sqlite/sqlite_store.h"

namespace gweld::store {

// What a backup says of itself.
struct BackupLabel {
    std::string authority;
    record::Instant taken_at;
    std::int64_t entries = 0;
    std::int64_t looks = 0;
    record::Hash newest{}; // of the newest entry; nothing but zeros: no entry
    std::int64_t bytes = 0;
    // Of the file as a whole. Kept elsewhere it shows that nobody made another backup in its place.
    record::Hash fingerprint{};
};

enum class BackupFault {
    record_refused, // the record could not be opened: `opening` says why
    not_there,      // there is no backup
    not_a_backup,   // or one whose end is missing: `bytes` says how much is there
    altered,        // `places` says where, `link` which entry, where that could be found out
    newer_version,  // made by a newer program
    target_exists,  // nothing is ever written over
    leftovers,      // a -wal, -shm or -journal of another record would be taken for its own
    cannot_write,   // permission, no such folder
    disk_full,
    disk_failed,
    record_damaged,    // what would be kept does not verify: `link`
    later_than_backup, // --until asks for more than it can hold
    before_the_record, // --until: nothing had been recorded
};

struct BackupRefused {
    BackupFault fault = BackupFault::disk_failed;
    std::string path;
    std::string detail; // for the log, in English
    std::int64_t bytes = 0;
    std::vector<sqlite::DamagedPlace> places;
    std::optional<record::BrokenLink> link;
    std::optional<OpenRefused> opening;
};

// Copies one moment of the record, reads the copy again from the disk, walks both chains and every
// file in it, seals it, and only then gives it its name. A record of an earlier program is kept as
// that program left it.
base::Result<BackupLabel, BackupRefused> take_backup(const std::string& record,
                                                     const std::string& to, record::Instant now);

struct Restored {
    BackupLabel backup;
    std::int64_t entries = 0;  // in the restored record
    std::int64_t left_out = 0; // by --until
    // Of the kept ones: those that say they were recorded after the moment, because some clock was
    // wrong or stood between two who wrote at once.
    std::int64_t kept_though_later = 0;
};

struct RestoreOptions {
    // Keeps the log up to the last entry recorded at or before this moment. None: all of it.
    std::optional<record::Instant> until;
    record::NameKeys name_keys = nullptr; // has to be given
};

// Compares every byte with the seal, makes the record anew under another name, brings it up to what
// this program knows, walks both chains, and only then gives it its name. Everybody is signed out.
base::Result<Restored, BackupRefused>
restore_backup(const std::string& backup, const std::string& to, const RestoreOptions& options);

} // namespace gweld::store
