#include "store/sqlite/opening.h"

#include "store/sql/records.h"
#include "store/sql/table_sql.h"
#include "store/sql/verifying.h"
#include "store/sql/writing.h"
#include "store/sqlite/log_damage.h"
#include "store/sqlite/newest_note.h"
#include "store/sqlite/schema.h"

#include <filesystem>

namespace gweld::store::sqlite {

namespace {

constexpr std::int64_t synchronous_full = 2;

// Never by opening the file ourselves: closing any descriptor of it would drop the locks that
// other connections of this process hold (POSIX).
enum class Found { nothing, a_file, a_folder };
Found found_at(const std::string& path) {
    std::error_code ignored;
    const auto status = std::filesystem::status(path, ignored);
    if (status.type() == std::filesystem::file_type::directory) {
        return Found::a_folder;
    }
    return status.type() == std::filesystem::file_type::regular ? Found::a_file : Found::nothing;
}

void demand(bool holds, OpenFault fault, const std::string& detail) {
    if (!holds) {
        throw OpenRefused{fault, detail};
    }
}

// Settings belong to a connection, so each is set and read back on every one.
void settle(Connection& connection, const std::string& path) {
    connection.script("PRAGMA synchronous = FULL; PRAGMA recursive_triggers = ON;"
                      "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
                      "PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0;");
    demand(connection.pragma_text("journal_mode") == "wal", OpenFault::not_wal,
           path + ": write-ahead logging could not be set; journal_mode is " +
               connection.pragma_text("journal_mode"));
    demand(connection.pragma_number("synchronous") == synchronous_full, OpenFault::not_durable,
           path + ": synchronous=FULL did not stay set");
    demand(connection.pragma_number("recursive_triggers") == 1, OpenFault::not_append_only,
           path + ": recursive_triggers did not stay set");
}

// Before SQLite reads it and passes over what is behind the damage.
void check_log(const std::string& path) {
    const auto damage = damage_in_log(path);
    if (damage) {
        throw OpenRefused{
            OpenFault::damaged_log,
            path + "-wal: damaged at frame " + std::to_string(damage->frame) +
                "; transactions that would be passed over: " + std::to_string(damage->commits)};
    }
}

bool is_empty(Connection& connection) {
    const std::string sql = "SELECT count(*) FROM sqlite_schema";
    Query query{connection, sql};
    std::int64_t tables = 0;
    if (query.step()) {
        query.read(0, tables);
    }
    return tables == 0 && connection.pragma_number("application_id") == 0 &&
           connection.pragma_number("user_version") == 0;
}

void make(Connection& connection, const std::string& path, const std::string& authority) {
    demand(connection.pragma_text("journal_mode = WAL") == "wal", OpenFault::not_wal,
           path + ": this file or its disk cannot do write-ahead logging");
    connection.script("PRAGMA synchronous = FULL; BEGIN IMMEDIATE");
    // Another process may have been quicker.
    if (is_empty(connection)) {
        make_schema(connection, authority);
    }
    connection.script("COMMIT");
}

std::string authority_in(Connection& connection) {
    const std::string sql = "SELECT value FROM meta WHERE name = 'authority'";
    Query query{connection, sql};
    std::string name;
    if (query.step()) {
        query.read(0, name);
    }
    return name;
}

// Answers the authority whose record it is. None wanted: whichever it is.
std::string check_identity(Connection& connection, const std::string& path,
                           const std::string& wanted, WhenNewer when_newer) {
    const auto whose = connection.pragma_number("application_id");
    demand(whose != backup_application_id, OpenFault::a_backup, path + ": a backup");
    demand(whose == application_id, OpenFault::not_a_gweld_file,
           path + ": a database, but not one of Gweld's");
    const auto version = connection.pragma_number("user_version");
    auto found = authority_in(connection);
    demand(!found.empty(), OpenFault::damaged, path + ": it does not say whose record it is");
    const auto log = log_version_in(connection, found);
    demand(log <= log_version, OpenFault::newer_log,
           path + ": a log of version " + std::to_string(log) + ", known here " +
               std::to_string(log_version));
    demand(version <= schema_version || when_newer == WhenNewer::remake_tables,
           OpenFault::newer_version,
           path + ": made by a newer version of Gweld (tables " + std::to_string(version) +
               ", known here " + std::to_string(schema_version) + ")");
    demand(wanted.empty() || wanted == found, OpenFault::other_authority,
           path + ": the record of " + found + ", not of " + wanted);
    return found;
}

// What a program before or behind this one made: the log stays as it is, the tables beside it are
// made again from it in one transaction. About ten seconds for half a million entries.
void bring_up_to_date(Connection& connection, const std::string& path, const std::string& authority,
                      const SqliteOptions& options) {
    if (connection.pragma_number("user_version") == schema_version) {
        return;
    }
    connection.script("BEGIN IMMEDIATE");
    // Another process may have been quicker.
    if (connection.pragma_number("user_version") != schema_version) {
        const auto unknown = unknown_kind(connection, authority);
        demand(!unknown, OpenFault::newer_log,
               path + ": entries of the kind " + unknown.value_or(""));
        remake_tables_beside(connection, authority);
        SqlWriting{connection, authority, options.name_keys}.rebuild();
    }
    connection.script("COMMIT");
}

void check_newest(Connection& connection, const std::string& path, const std::string& authority) {
    const auto broken = newest_not_verified(connection, authority);
    demand(!broken, OpenFault::damaged,
           path + ": the newest entry, number " + std::to_string(broken.value_or(0)) +
               ", does not verify");
}

// Whether everything anybody was told is saved is still there.
void check_note(Connection& connection, const std::string& path, const std::string& authority) {
    const auto note = noted_newest(path);
    if (!note) {
        return;
    }
    const auto holds = [&](const std::string& table, std::int64_t seq, const Hash& hash) {
        const auto sql = "SELECT hash FROM " + table + " WHERE authority = $1 AND seq = $2";
        Query query{connection, sql};
        query.bind_all(authority, seq);
        Hash found{};
        if (query.step()) {
            query.read(0, found);
        }
        return found == hash;
    };
    if (!holds("entry", 1, note->first)) {
        return; // another record's
    }
    demand(holds("entry", note->entry, note->entry_hash), OpenFault::ends_early,
           path + ": entry " + std::to_string(note->entry) + " was saved and is not there");
    demand(note->look == 0 || holds("look", note->look, note->look_hash), OpenFault::ends_early,
           path + ": look " + std::to_string(note->look) + " was saved and is not there");
}

// What a failed flush left in the log is read back from memory as though it were on the disk, and
// will never be there (https://wiki.postgresql.org/wiki/Fsync_Errors). What is saved behind it
// would go with the power, because reading stops at the hole. So the log is copied into the file,
// flushed and begun again before anything new is saved. Where another process is at work in it, it
// is not waited for: NOT MODELLED, because of two processes on one file only one can be told of the
// flush.
void begin_log_again(Connection& connection, std::chrono::milliseconds wait) {
    sqlite3_busy_timeout(connection.handle(), 0);
    connection.script("PRAGMA wal_checkpoint(TRUNCATE)");
    sqlite3_busy_timeout(connection.handle(), static_cast<int>(wait.count()));
}

OpenFault fault_of(const SqlFault& fault) {
    switch (fault.code() & 0xff) {
    case SQLITE_NOTADB:
        return OpenFault::not_a_gweld_file;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return OpenFault::cannot_open;
    default:
        break;
    }
    switch (fault.fault()) {
    case record::StoreFault::disk_full:
        return OpenFault::disk_full;
    case record::StoreFault::read_only:
        return OpenFault::read_only;
    case record::StoreFault::too_busy:
        return OpenFault::used_by_another;
    case record::StoreFault::damaged:
        return OpenFault::damaged;
    default:
        return OpenFault::disk_failed;
    }
}

} // namespace

OpenRefused refusal_of(const SqlFault& fault, const std::string& path) {
    return {fault_of(fault), path + ": " + fault.what()};
}

OpenedFile open_for_writing(const std::string& path, const std::string& wanted,
                            const SqliteOptions& options) {
    const auto found = found_at(path);
    demand(found != Found::a_folder, OpenFault::not_a_gweld_file, path + ": a folder");
    const bool may_make = options.when_missing == WhenMissing::create && !wanted.empty();
    demand(found == Found::a_file || may_make, OpenFault::no_such_file, path + ": no such file");
    check_log(path);
    const int create = found == Found::nothing ? SQLITE_OPEN_CREATE : 0;
    auto connection = std::make_unique<Connection>(path, SQLITE_OPEN_READWRITE | create,
                                                   options.wait_for_other_process);
    demand(!connection->is_read_only(), OpenFault::read_only, path + ": may only be read");
    if (is_empty(*connection)) {
        demand(may_make, OpenFault::not_a_gweld_file, path + ": an empty file");
        make(*connection, path, wanted);
    }
    auto authority = check_identity(*connection, path, wanted, options.when_newer);
    settle(*connection, path);
    check_newest(*connection, path, authority);
    check_note(*connection, path, authority);
    begin_log_again(*connection, options.wait_for_other_process);
    bring_up_to_date(*connection, path, authority, options);
    return {std::move(connection), std::move(authority)};
}

OpenedFile open_to_copy(const std::string& path, std::chrono::milliseconds busy_wait) {
    const auto found = found_at(path);
    demand(found != Found::a_folder, OpenFault::not_a_gweld_file, path + ": a folder");
    demand(found == Found::a_file, OpenFault::no_such_file, path + ": no such file");
    check_log(path);
    auto connection = std::make_unique<Connection>(path, SQLITE_OPEN_READWRITE, busy_wait);
    auto authority = check_identity(*connection, path, "", WhenNewer::refuse);
    connection->script("PRAGMA query_only = ON; PRAGMA cell_size_check = ON;"
                       "PRAGMA trusted_schema = OFF; PRAGMA mmap_size = 0;");
    check_newest(*connection, path, authority);
    check_note(*connection, path, authority);
    return {std::move(connection), std::move(authority)};
}

OpenedFile open_to_verify(const std::string& path, std::chrono::milliseconds busy_wait) {
    const auto found = found_at(path);
    demand(found != Found::a_folder, OpenFault::not_a_gweld_file, path + ": a folder");
    demand(found == Found::a_file, OpenFault::no_such_file, path + ": no such file");
    check_log(path);
    auto connection = std::make_unique<Connection>(path, SQLITE_OPEN_READONLY, busy_wait);
    auto authority = check_identity(*connection, path, "", WhenNewer::remake_tables);
    connection->script("PRAGMA query_only = ON; PRAGMA cell_size_check = ON;"
                       "PRAGMA trusted_schema = OFF; PRAGMA mmap_size = 0;");
    return {std::move(connection), std::move(authority)};
}

std::unique_ptr<Connection> open_for_reading(const std::string& path,
                                             const SqliteOptions& options) {
    // Read-only to us, though not to SQLite: in write-ahead mode a reader marks its place in a
    // file beside the database.
    auto connection =
        std::make_unique<Connection>(path, SQLITE_OPEN_READWRITE, options.wait_for_other_process);
    settle(*connection, path);
    // What it remembers is worth nothing after the next commit, and there are eight of them; what
    // is asked for again and again is kept in the office.
    connection->script("PRAGMA query_only = ON; PRAGMA cache_size = -512");
    return connection;
}

} // namespace gweld::store::sqlite
