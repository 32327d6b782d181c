#include "store/sqlite/connection.h"

#include <cerrno>
#include <cstring>

namespace gweld::store::sqlite {

namespace {

std::string described(sqlite3* db, int code) {
    return std::string{sqlite3_errstr(code)} + ": " +
           (db == nullptr ? "no connection" : sqlite3_errmsg(db));
}

} // namespace

SqlFault::SqlFault(int code, int system_error, const std::string& what)
    : std::runtime_error{what + " (sqlite " + std::to_string(code) + ", system " +
                         std::to_string(system_error) + ")"},
      code_{code}, system_error_{system_error} {}

record::StoreFault SqlFault::fault() const {
    switch (code_ & 0xff) {
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
    if (system_error_ == EROFS) { // as Linux makes a disk that failed
        return record::StoreFault::read_only;
    }
    const bool no_room =
        system_error_ == ENOSPC || system_error_ == EDQUOT || system_error_ == EFBIG;
    return no_room ? record::StoreFault::disk_full : record::StoreFault::disk_failed;
}

Statement::Statement(sqlite3_stmt* prepared) : handle{prepared} {
    const int count = sqlite3_bind_parameter_count(handle);
    for (int n = 1; n <= count; ++n) {
        const std::string name = "$" + std::to_string(n);
        places.push_back(sqlite3_bind_parameter_index(handle, name.c_str()));
    }
}

Statement::~Statement() { sqlite3_finalize(handle); }

Connection::Connection(const std::string& path, int flags, std::chrono::milliseconds busy_wait) {
    const int code = sqlite3_open_v2(path.c_str(), &db_, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code != SQLITE_OK) {
        const SqlFault fault{code, db_ == nullptr ? 0 : sqlite3_system_errno(db_),
                             described(db_, code)};
        sqlite3_close_v2(db_);
        throw fault;
    }
    sqlite3_extended_result_codes(db_, 1);
    sqlite3_busy_timeout(db_, static_cast<int>(busy_wait.count()));
}

Connection::~Connection() {
    idle_.clear();
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
    const SqlFault fault{extended, system_error == 0 ? last_system_error : system_error,
                         described(db_, extended)};
    if (!fault_) {
        fault_ = fault;
    }
    throw fault;
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

std::unique_ptr<Statement> Connection::take(Idle& idle, const std::string& sql) {
    if (!idle.empty()) {
        auto statement = std::move(idle.back());
        idle.pop_back();
        return statement;
    }
    sqlite3_stmt* prepared = nullptr;
    check(sqlite3_prepare_v3(db_, sql.data(), static_cast<int>(sql.size()),
                             SQLITE_PREPARE_PERSISTENT, &prepared, nullptr));
    return std::make_unique<Statement>(prepared);
}

Query::~Query() {
    // The code repeats what the last step already said.
    sqlite3_reset(statement_->handle);
    idle_.push_back(std::move(statement_));
}

bool Query::step() {
    const int code = sqlite3_step(statement_->handle);
    connection_.check(code);
    return code == SQLITE_ROW;
}

void Query::bind(int n, std::int64_t value) {
    connection_.check(sqlite3_bind_int64(statement_->handle, place(n), value));
}

void Query::bind(int n, std::string_view value) {
    // An empty view may have no address, which SQLite would take for NULL.
    const char* text = value.data() == nullptr ? "" : value.data();
    connection_.check(sqlite3_bind_text64(statement_->handle, place(n), text, value.size(),
                                          SQLITE_STATIC, SQLITE_UTF8));
}

void Query::bind_bytes(int n, const std::uint8_t* bytes, std::size_t size) {
    const std::uint8_t nothing = 0;
    connection_.check(sqlite3_bind_blob64(statement_->handle, place(n),
                                          size == 0 ? &nothing : bytes, size,
                                          size == 0 ? SQLITE_TRANSIENT : SQLITE_STATIC));
}

void Query::bind_null(int n) { connection_.check(sqlite3_bind_null(statement_->handle, place(n))); }

void Query::read(int column, std::int64_t& out) const {
    out = sqlite3_column_int64(statement_->handle, column);
}

void Query::read(int column, std::string& out) const {
    const auto* text = sqlite3_column_text(statement_->handle, column);
    const int size = sqlite3_column_bytes(statement_->handle, column);
    out.assign(text, text + size);
}

void Query::read(int column, Blob& out) const {
    const auto* bytes =
        static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_->handle, column));
    const int size = sqlite3_column_bytes(statement_->handle, column);
    out.assign(bytes, bytes + size);
}

bool Query::is_null(int column) const {
    return sqlite3_column_type(statement_->handle, column) == SQLITE_NULL;
}

void Query::read_bytes(int column, std::uint8_t* out, std::size_t size) const {
    const void* bytes = sqlite3_column_blob(statement_->handle, column);
    if (static_cast<std::size_t>(sqlite3_column_bytes(statement_->handle, column)) != size) {
        throw SqlFault(SQLITE_CORRUPT, 0, "an id or a hash of the wrong length");
    }
    std::memcpy(out, bytes, size);
}

} // namespace gweld::store::sqlite
