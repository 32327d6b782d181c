#include "store/sqlite/connection.h"

#include <cerrno>
#include <cstring>

namespace gweld::store::sqlite {

namespace {

std::string described(sqlite3* db, int code) {
    return std::string{sqlite3_errstr(code)} + ": " +
           (db == nullptr ? "no connection" : sqlite3_errmsg(db));
}

// What the file or the disk says afterwards cannot be believed.
Lasts lasts(int code) {
    const int primary = code & 0xff;
    return primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB || code == SQLITE_IOERR_FSYNC ||
                   code == SQLITE_IOERR_DIR_FSYNC
               ? Lasts::for_good
               : Lasts::for_now;
}

record::StoreFault fault_of(int code, int system_error) {
    switch (code & 0xff) {
    case SQLITE_FULL:
        return record::StoreFault::disk_full;
    case SQLITE_READONLY:
        return record::StoreFault::read_only;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return record::StoreFault::too_busy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return record::StoreFault::damaged;
    default:
        break;
    }
    if (system_error == EROFS) { // as Linux makes a disk that failed
        return record::StoreFault::read_only;
    }
    const bool no_room = system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
    return no_room ? record::StoreFault::disk_full : record::StoreFault::disk_failed;
}

class SqliteStatement : public Statement {
  public:
    SqliteStatement(Connection& connection, sqlite3_stmt* prepared)
        : connection_{connection}, handle_{prepared} {
        const int count = sqlite3_bind_parameter_count(handle_);
        for (int n = 1; n <= count; ++n) {
            const std::string name = "$" + std::to_string(n);
            places_.push_back(sqlite3_bind_parameter_index(handle_, name.c_str()));
        }
    }
    ~SqliteStatement() override { sqlite3_finalize(handle_); }

    bool step() override {
        const int code = sqlite3_step(handle_);
        connection_.check(code);
        return code == SQLITE_ROW;
    }
    // The code repeats what the last step already said.
    void reset() override { sqlite3_reset(handle_); }

    void bind(int n, std::int64_t value) override {
        connection_.check(sqlite3_bind_int64(handle_, place(n), value));
    }
    void bind(int n, std::string_view value) override {
        // An empty view may have no address, which SQLite would take for NULL.
        const char* text = value.data() == nullptr ? "" : value.data();
        connection_.check(
            sqlite3_bind_text64(handle_, place(n), text, value.size(), SQLITE_STATIC, SQLITE_UTF8));
    }
    void bind_bytes(int n, const std::uint8_t* bytes, std::size_t size) override {
        const std::uint8_t nothing = 0;
        connection_.check(sqlite3_bind_blob64(handle_, place(n), size == 0 ? &nothing : bytes, size,
                                              size == 0 ? SQLITE_TRANSIENT : SQLITE_STATIC));
    }
    void bind_null(int n) override { connection_.check(sqlite3_bind_null(handle_, place(n))); }

    bool is_null(int column) const override {
        return sqlite3_column_type(handle_, column) == SQLITE_NULL;
    }
    std::int64_t number(int column) const override { return sqlite3_column_int64(handle_, column); }
    std::string_view text(int column) const override {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
        return {text, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
    }
    std::string_view bytes(int column) const override {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(handle_, column));
        return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
    }

  private:
    int place(int n) const { return places_[static_cast<std::size_t>(n) - 1]; }

    Connection& connection_;
    sqlite3_stmt* handle_;
    std::vector<int> places_; // where $1, $2 ... are, by SQLite's own count of names
};

} // namespace

SqlFault sqlite_fault(int code, int system_error, const std::string& what) {
    return {fault_of(code, system_error), lasts(code), code,
            what + " (sqlite " + std::to_string(code) + ", system " + std::to_string(system_error) +
                ")"};
}

Connection::Connection(const std::string& path, int flags, std::chrono::milliseconds busy_wait) {
    const int code = sqlite3_open_v2(path.c_str(), &db_, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code != SQLITE_OK) {
        const auto fault = sqlite_fault(code, db_ == nullptr ? 0 : sqlite3_system_errno(db_),
                                        described(db_, code));
        sqlite3_close_v2(db_);
        throw fault;
    }
    sqlite3_extended_result_codes(db_, 1);
    sqlite3_busy_timeout(db_, static_cast<int>(busy_wait.count()));
}

Connection::~Connection() {
    forget_statements();
    sqlite3_close_v2(db_);
}

void Connection::check(int code) {
    // SQLite itself keeps it on some ways out of a failed write and not on others.
    const int last_system_error = errno;
    const int primary = code & 0xff;
    if (primary == SQLITE_OK || primary == SQLITE_ROW || primary == SQLITE_DONE) {
        return;
    }
    const int extended = sqlite3_extended_errcode(db_);
    if (primary == SQLITE_CONSTRAINT || primary == SQLITE_MISUSE || primary == SQLITE_RANGE ||
        primary == SQLITE_ERROR) {
        throw std::logic_error(described(db_, extended));
    }
    const int system_error = sqlite3_system_errno(db_);
    raise(sqlite_fault(extended, system_error == 0 ? last_system_error : system_error,
                       described(db_, extended)));
}

void Connection::script(const std::string& sql) {
    check(sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr));
}

std::int64_t Connection::pragma_number(const std::string& name) {
    std::int64_t value = 0;
    const std::string sql = "PRAGMA " + name;
    Query query{*this, sql};
    while (query.step()) {
        query.read(0, value);
    }
    return value;
}

std::string Connection::pragma_text(const std::string& name) {
    std::string value;
    const std::string sql = "PRAGMA " + name;
    Query query{*this, sql};
    // To the end: journal_mode answers "wal" first and meets the disk afterwards.
    while (query.step()) {
        query.read(0, value);
    }
    return value;
}

std::unique_ptr<Statement> Connection::prepare(const std::string& sql) {
    sqlite3_stmt* prepared = nullptr;
    check(sqlite3_prepare_v3(db_, sql.data(), static_cast<int>(sql.size()),
                             SQLITE_PREPARE_PERSISTENT, &prepared, nullptr));
    return std::make_unique<SqliteStatement>(*this, prepared);
}

} // namespace gweld::store::sqlite
