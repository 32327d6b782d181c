// connection.h - one connection to an SQLite file, its statements kept ready. One thread at a time.
// Knows no tables.
#pragma once

#include "record/store.h"

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <sqlite3.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gweld::store::sqlite {

// SQLite could not do it: the disk, the file, another process. A broken constraint is a bug and
// comes out as std::logic_error instead.
class SqlFault : public std::runtime_error {
  public:
    SqlFault(int code, int system_error, const std::string& what);
    int code() const { return code_; } // SQLite's extended result code
    record::StoreFault fault() const;

  private:
    int code_;
    int system_error_;
};

using Blob = std::vector<std::uint8_t>;

struct Statement {
    explicit Statement(sqlite3_stmt* prepared);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    sqlite3_stmt* handle;
    std::vector<int> places; // where $1, $2 ... are, by SQLite's own count of names
};

class Connection {
  public:
    // Throws SqlFault.
    Connection(const std::string& path, int flags, std::chrono::milliseconds busy_wait);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // Several statements at once, without parameters and without answers.
    void script(const std::string& sql);
    std::int64_t pragma_number(const std::string& name);
    std::string pragma_text(const std::string& name);
    bool in_transaction() const { return sqlite3_get_autocommit(db_) == 0; }
    bool is_read_only() const { return sqlite3_db_readonly(db_, "main") == 1; }
    sqlite3* handle() { return db_; }

    // Throws what the code means; answers nothing for SQLITE_OK, ROW and DONE.
    void check(int code);
    // The first SqlFault thrown since it was last forgotten.
    const std::optional<SqlFault>& fault() const { return fault_; }
    void forget_fault() { fault_.reset(); }

    // The statements of one text that are not running. More than one only where a visitor asked
    // the same question again while it was being answered.
    using Idle = std::vector<std::unique_ptr<Statement>>;
    Idle& idle(const std::string& sql) { return idle_[sql]; } // stays where it is
    std::unique_ptr<Statement> take(Idle& idle, const std::string& sql);

  private:
    sqlite3* db_ = nullptr;
    std::optional<SqlFault> fault_;
    std::unordered_map<std::string, Idle> idle_;
};

// One run of one statement, given back on destruction. What is bound has to outlive it.
class Query {
  public:
    Query(Connection& connection, const std::string& sql)
        : connection_{connection}, idle_{connection.idle(sql)},
          statement_{connection.take(idle_, sql)} {}
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    bool step(); // whether there is a row

    void bind(int n, std::int64_t value);
    void bind(int n, std::string_view value);
    void bind(int n, const std::string& value) { bind(n, std::string_view{value}); }
    void bind(int n, std::string&&) = delete;
    void bind(int n, const Blob& value) { bind_bytes(n, value.data(), value.size()); }
    void bind(int n, const base::Uuid& value) { bind(n, value.bytes); }
    template <std::size_t N> void bind(int n, const std::array<std::uint8_t, N>& value) {
        bind_bytes(n, value.data(), N);
    }
    template <class T> void bind(int n, const std::optional<T>& value) {
        if (value) {
            bind(n, *value);
        } else {
            bind_null(n);
        }
    }
    template <class... Args> void bind_all(const Args&... values) {
        int n = 0;
        (bind(++n, values), ...);
    }

    void read(int column, std::int64_t& out) const;
    void read(int column, std::string& out) const;
    void read(int column, Blob& out) const;
    void read(int column, base::Uuid& out) const { read(column, out.bytes); }
    template <std::size_t N> void read(int column, std::array<std::uint8_t, N>& out) const {
        read_bytes(column, out.data(), N);
    }
    template <class T> void read(int column, std::optional<T>& out) const {
        if (is_null(column)) {
            out.reset();
        } else {
            read(column, out.emplace());
        }
    }

  private:
    void bind_bytes(int n, const std::uint8_t* bytes, std::size_t size);
    void bind_null(int n);
    bool is_null(int column) const;
    void read_bytes(int column, std::uint8_t* out, std::size_t size) const;
    int place(int n) const { return statement_->places[static_cast<std::size_t>(n) - 1]; }

    Connection& connection_;
    Connection::Idle& idle_;
    std::unique_ptr<Statement> statement_;
};

template <class... Args>
void run(Connection& connection, const std::string& sql, const Args&... values) {
    Query query{connection, sql};
    query.bind_all(values...);
    while (query.step()) {
    }
}

} // namespace gweld::store::sqlite
