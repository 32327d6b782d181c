#include "store/sqlite/backup.h"

#include "record/files_of.h"
#include "store/sql/reads.h"
#include "store/sqlite/backup_label.h"
#include "store/sqlite/cutting.h"
#include "store/sqlite/opening.h"
#include "store/sqlite/schema.h"

#include <cerrno>

namespace gweld::store {

namespace sqlite {

namespace {

using record::Reading;

constexpr std::chrono::milliseconds busy_wait{5000};
constexpr int pages_at_a_time = 512;

BackupFault fault_of(int system_error) {
    switch (system_error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return BackupFault::disk_full;
    case EEXIST:
        return BackupFault::target_exists;
    case ENOENT:
    case ENOTDIR:
    case EACCES:
    case EPERM:
    case EROFS:
    case EISDIR:
        return BackupFault::cannot_write;
    default:
        return BackupFault::disk_failed;
    }
}

BackupFault fault_of(record::StoreFault fault) {
    switch (fault) {
    case record::StoreFault::disk_full:
        return BackupFault::disk_full;
    case record::StoreFault::read_only:
        return BackupFault::cannot_write;
    case record::StoreFault::damaged:
        return BackupFault::record_damaged;
    default:
        return BackupFault::disk_failed;
    }
}

BackupRefused refused(BackupFault fault, const std::string& path, const std::string& detail = {}) {
    BackupRefused why;
    why.fault = fault;
    why.path = path;
    why.detail = detail;
    return why;
}

void demand_free(const std::string& to) {
    if (is_there(to)) {
        throw refused(BackupFault::target_exists, to);
    }
    for (const auto* beside : {"-wal", "-shm", "-journal", "-newest"}) {
        if (is_there(to + beside)) {
            throw refused(BackupFault::leftovers, to + beside);
        }
    }
}

// Everything that can be asked of a record without the rules: the pages, both chains, the files.
void verify(Connection& connection, const std::string& path, const std::string& authority) {
    const auto pages = connection.pragma_text("integrity_check(1)");
    const Reads<Reading> reading{connection, authority};
    record::Verified reached;
    auto why = refused(BackupFault::record_damaged, path, pages);
    try {
        why.link = record::verify_chain(reading, reached);
    } catch (const SqlFault& fault) {
        why.link = {reached.chain, reached.seq + 1, record::ChainFault::unreadable};
        why.detail = fault.what();
    }
    if (!why.link) {
        const auto files = record::faults_in_files(reading);
        if (!files.empty()) {
            why.link = {record::ChainName::entries, files.front().seq,
                        record::ChainFault::body_changed};
            why.detail = files.front().file.name;
        }
    }
    if (why.link || pages != "ok") {
        throw why;
    }
}

BackupLabel label_of(Connection& connection, const std::string& authority, record::Instant now) {
    const Reads<Reading> reading{connection, authority};
    BackupLabel label;
    label.authority = authority;
    label.taken_at = now;
    label.entries = reading.head();
    reading.each_entry(label.entries - 1, [&](const record::Entry& entry) {
        label.newest = entry.hash;
        return false;
    });
    const std::string sql = "SELECT coalesce(max(seq), 0) FROM look WHERE authority = $1";
    Query query{connection, sql};
    query.bind_all(authority);
    if (query.step()) {
        query.read(0, label.looks);
    }
    return label;
}

// Inside a read transaction of the source, so that it is one moment, however long it takes.
void copy_pages(Connection& source, Connection& target) {
    auto* backup = sqlite3_backup_init(target.handle(), "main", source.handle(), "main");
    if (backup == nullptr) {
        target.check(sqlite3_errcode(target.handle()));
    }
    int code = SQLITE_OK;
    while (code == SQLITE_OK) {
        code = sqlite3_backup_step(backup, pages_at_a_time);
    }
    const int finished = sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE) {
        const int failed = finished == SQLITE_OK ? code : finished;
        throw sqlite_fault(failed, sqlite3_system_errno(target.handle()), sqlite3_errstr(failed));
    }
}

// Readable from a disk that may only be read, and not by mistake written.
void settle_as_backup(const std::string& path) {
    Connection connection{path, SQLITE_OPEN_READWRITE, busy_wait};
    if (connection.pragma_text("journal_mode = DELETE") != "delete") {
        throw sqlite_fault(SQLITE_IOERR, 0, "the copy could not be closed as one file");
    }
    connection.script("PRAGMA application_id = " + std::to_string(backup_application_id));
}

BackupLabel copy_record(const std::string& record_file, const std::string& to,
                        record::Instant now) {
    const auto source = open_to_copy(record_file, busy_wait);
    source.connection->script("BEGIN");
    auto label = label_of(*source.connection, source.authority, now);
    OpenFile::to_make(to); // ours alone to read, which SQLite would not make it
    {
        Connection target{to, SQLITE_OPEN_READWRITE, busy_wait};
        // Flushed once, when it is sealed: until then it is nobody's backup.
        target.script("PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF");
        copy_pages(*source.connection, target);
    }
    source.connection->script("COMMIT");
    return label;
}

BackupLabel taken(const std::string& record_file, const std::string& to, record::Instant now) {
    demand_free(to);
    Unfinished unfinished{to};
    auto label = copy_record(record_file, unfinished.path(), now);
    settle_as_backup(unfinished.path());
    const auto sealed = seal(unfinished.path(), text_of(label));
    if (!damaged_places(unfinished.path(), sealed, std::nullopt).empty()) {
        throw refused(BackupFault::disk_failed, to, "the copy does not read as it was written");
    }
    {
        Connection copy{unfinished.path(), SQLITE_OPEN_READONLY, busy_wait};
        verify(copy, record_file, label.authority);
        const auto found = label_of(copy, label.authority, now);
        if (found.entries != label.entries || found.newest != label.newest) {
            throw refused(BackupFault::disk_failed, to, "the copy ends with another entry");
        }
    }
    label.bytes = sealed.content;
    label.fingerprint = sealed.fingerprint;
    unfinished.finish(to);
    return label;
}

// ---- the way back -------------------------------------------------------------------------------

struct Sealed {
    Seal seal;
    BackupLabel label;
};

Sealed read_seal(const std::string& path) {
    if (!is_there(path)) {
        throw refused(BackupFault::not_there, path);
    }
    auto found = seal_of(path);
    if (const auto* why = std::get_if<SealRefused>(&found)) {
        const bool none = why->fault == SealFault::none_there;
        auto no = refused(none ? BackupFault::not_a_backup : BackupFault::altered, path);
        no.bytes = OpenFile::to_read(path).size();
        no.places = {why->place};
        throw no;
    }
    auto& seal = std::get<Seal>(found);
    auto label = label_from(seal.says);
    if (!label) {
        throw refused(BackupFault::not_a_backup, path, "sealed, but not by gweld backup");
    }
    label->bytes = seal.content;
    label->fingerprint = seal.fingerprint;
    return {std::move(seal), std::move(*label)};
}

// Of a copy with bad places: the first entry they reached. None: no entry lies there, or not even
// that can be said.
std::optional<record::BrokenLink> entry_met(const std::string& copy, const std::string& authority) {
    record::Verified reached;
    try {
        Connection connection{copy, SQLITE_OPEN_READONLY, busy_wait};
        const Reads<Reading> reading{connection, authority};
        return record::verify_chain(reading, reached);
    } catch (const SqlFault&) {
        return record::BrokenLink{reached.chain, reached.seq + 1, record::ChainFault::unreadable};
    } catch (const std::logic_error&) {
        return std::nullopt; // not even the tables can be found
    }
}

void make_a_record_of(const std::string& path) {
    Connection connection{path, SQLITE_OPEN_READWRITE, busy_wait};
    connection.script("PRAGMA application_id = " + std::to_string(application_id));
    connection.pragma_text("journal_mode = WAL");
}

Restored settle_as_record(const std::string& path, const BackupLabel& label,
                          const RestoreOptions& options) {
    SqliteOptions opening;
    opening.name_keys = options.name_keys;
    auto opened = open_for_writing(path, label.authority, opening);
    auto& connection = *opened.connection;
    Restored restored{label, label.entries, 0, 0};
    if (const auto end = label_of(connection, label.authority, label.taken_at);
        end.entries != label.entries || end.newest != label.newest) {
        throw refused(BackupFault::altered, path, "it ends with another entry than its label says");
    }
    connection.script("BEGIN IMMEDIATE; DELETE FROM session; "
                      "DELETE FROM session_use");
    if (options.until) {
        const auto cut = cut_after(connection, label.authority, *options.until, options.name_keys);
        if (!cut) {
            throw refused(BackupFault::before_the_record, path);
        }
        restored.left_out = cut->left_out;
        restored.kept_though_later = cut->kept_though_later;
        restored.entries -= cut->left_out;
    }
    connection.script("COMMIT");
    verify(connection, path, label.authority);
    connection.script("PRAGMA wal_checkpoint(TRUNCATE)");
    return restored;
}

Restored restored(const std::string& backup, const std::string& to, const RestoreOptions& options) {
    demand_free(to);
    const auto sealed = read_seal(backup);
    if (options.until && *options.until > sealed.label.taken_at) {
        throw refused(BackupFault::later_than_backup, backup,
                      time::to_rfc3339(sealed.label.taken_at));
    }
    Unfinished unfinished{to};
    auto places = damaged_places(backup, sealed.seal, unfinished.path());
    if (!places.empty()) {
        auto why = refused(BackupFault::altered, backup);
        why.places = std::move(places);
        why.link = entry_met(unfinished.path(), sealed.label.authority);
        throw why;
    }
    make_a_record_of(unfinished.path());
    auto done = settle_as_record(unfinished.path(), sealed.label, options);
    OpenFile::to_change(unfinished.path()).flush();
    unfinished.finish(to);
    return done;
}

// What went wrong in any of it, as one closed answer.
template <class Answer, class Work>
base::Result<Answer, BackupRefused> answered(const std::string& path, const Work& work) {
    try {
        return base::Ok<Answer>{work()};
    } catch (BackupRefused& why) {
        return base::Err{std::move(why)};
    } catch (OpenRefused& why) {
        auto no = refused(why.fault == OpenFault::newer_version ? BackupFault::newer_version
                                                                : BackupFault::record_refused,
                          path, why.detail);
        no.opening = std::move(why);
        return base::Err{std::move(no)};
    } catch (const SqlFault& fault) {
        return base::Err{refused(fault_of(fault.fault()), path, fault.what())};
    } catch (const DiskFault& fault) {
        return base::Err{refused(fault_of(fault.system_error()), path, fault.what())};
    }
}

} // namespace

} // namespace sqlite

base::Result<BackupLabel, BackupRefused> take_backup(const std::string& record,
                                                     const std::string& to, record::Instant now) {
    return sqlite::answered<BackupLabel>(to, [&] { return sqlite::taken(record, to, now); });
}

base::Result<Restored, BackupRefused>
restore_backup(const std::string& backup, const std::string& to, const RestoreOptions& options) {
    return sqlite::answered<Restored>(to, [&] { return sqlite::restored(backup, to, options); });
}

} // namespace gweld::store
