// connection.h - one connection to a database of some make, its statements kept ready. One thread
// at a time. Knows no tables and no make.
#pragma once

#include "record/store.h"

#include <array>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gweld::store::sql {

using Blob = std::vector<std::uint8_t>;

// for_good: what the database says afterwards cannot be believed.
enum class Lasts : std::uint8_t { for_now, for_good };

// The database could not do it: the disk, the file, another process. A broken constraint is a bug
// and comes out as std::logic_error instead.
class SqlFault : public std::runtime_error {
  public:
    SqlFault(record::StoreFault fault, Lasts lasts, int code, const std::string& what)
        : std::runtime_error{what}, fault_{fault}, lasts_{lasts}, code_{code} {}
    record::StoreFault fault() const { return fault_; }
    Lasts lasts() const { return lasts_; }
    int code() const { return code_; } // of the make; 0: none

  private:
    record::StoreFault fault_;
    Lasts lasts_;
    int code_;
};

// What stands in a row was not written by us.
inline SqlFault changed_row(const std::string& what) {
    return {record::StoreFault::damaged, Lasts::for_good, 0, what};
}

// A prepared statement. Parameters from 1, columns from 0. What is bound has to outlive the run.
class Statement {
  public:
    virtual ~Statement() = default;
    virtual bool step() = 0; // whether there is a row
    virtual void reset() = 0;
    virtual void bind(int n, std::int64_t value) = 0;
    virtual void bind(int n, std::string_view value) = 0;
    virtual void bind_bytes(int n, const std::uint8_t* bytes, std::size_t size) = 0;
    virtual void bind_null(int n) = 0;
    virtual bool is_null(int column) const = 0;
    virtual std::int64_t number(int column) const = 0;
    // Good until the next step.
    virtual std::string_view text(int column) const = 0;
    virtual std::string_view bytes(int column) const = 0;
};

class Connection {
  public:
    virtual ~Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // Several statements at once, without parameters and without answers.
    virtual void script(const std::string& sql) = 0;
    virtual bool in_transaction() const = 0;
    // Begins a transaction, where the database went away meanwhile on a new connection to it.
    virtual void begin(const std::string& sql) = 0;

    // The first SqlFault thrown since it was last forgotten.
    const std::optional<SqlFault>& fault() const { return fault_; }
    void forget_fault() { fault_.reset(); }

    // The statements of one text that are not running. More than one only where a visitor asked
    // the same question again while it was being answered.
    using Idle = std::vector<std::unique_ptr<Statement>>;
    Idle& idle(const std::string& sql) { return idle_[sql]; } // stays where it is
    std::unique_ptr<Statement> take(Idle& idle, const std::string& sql) {
        if (idle.empty()) {
            return prepare(sql);
        }
        auto statement = std::move(idle.back());
        idle.pop_back();
        return statement;
    }

  protected:
    Connection() = default;
    virtual std::unique_ptr<Statement> prepare(const std::string& sql) = 0;
    [[noreturn]] void raise(const SqlFault& fault) {
        if (!fault_) {
            fault_ = fault;
        }
        throw fault;
    }
    // Before the make's own connection goes, or is made anew. No query may be running.
    void forget_statements() { idle_.clear(); }

  private:
    std::optional<SqlFault> fault_;
    std::unordered_map<std::string, Idle> idle_;
};

// One run of one statement, given back on destruction. What is bound has to outlive it.
class Query {
  public:
    Query(Connection& connection, const std::string& sql)
        : idle_{connection.idle(sql)}, statement_{connection.take(idle_, sql)} {}
    ~Query() {
        statement_->reset();
        idle_.push_back(std::move(statement_));
    }
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    bool step() { return statement_->step(); }

    void bind(int n, std::int64_t value) { statement_->bind(n, value); }
    void bind(int n, std::string_view value) { statement_->bind(n, value); }
    void bind(int n, const std::string& value) { bind(n, std::string_view{value}); }
    void bind(int n, std::string&&) = delete;
    void bind(int n, const Blob& value) { statement_->bind_bytes(n, value.data(), value.size()); }
    void bind(int n, const base::Uuid& value) { bind(n, value.bytes); }
    template <std::size_t N> void bind(int n, const std::array<std::uint8_t, N>& value) {
        statement_->bind_bytes(n, value.data(), N);
    }
    template <class T> void bind(int n, const std::optional<T>& value) {
        if (value) {
            bind(n, *value);
        } else {
            statement_->bind_null(n);
        }
    }
    template <class... Args> void bind_all(const Args&... values) {
        int n = 0;
        (bind(++n, values), ...);
    }

    void read(int column, std::int64_t& out) const { out = statement_->number(column); }
    void read(int column, std::string& out) const { out = statement_->text(column); }
    void read(int column, Blob& out) const {
        const auto bytes = statement_->bytes(column);
        out.assign(bytes.begin(), bytes.end());
    }
    void read(int column, base::Uuid& out) const { read(column, out.bytes); }
    template <std::size_t N> void read(int column, std::array<std::uint8_t, N>& out) const {
        const auto bytes = statement_->bytes(column);
        if (bytes.size() != N) {
            throw changed_row("an id or a hash of the wrong length");
        }
        std::copy(bytes.begin(), bytes.end(), out.begin());
    }
    template <class T> void read(int column, std::optional<T>& out) const {
        if (statement_->is_null(column)) {
            out.reset();
        } else {
            read(column, out.emplace());
        }
    }

  private:
    Connection::Idle& idle_;
    std::unique_ptr<Statement> statement_;
};

// What it says of a transaction that failed is known already.
inline void leave_transaction(Connection& connection) {
    if (connection.in_transaction()) {
        try {
            connection.script("ROLLBACK");
        } catch (const SqlFault&) {
            return;
        }
    }
}

template <class... Args>
void run(Connection& connection, const std::string& sql, const Args&... values) {
    Query query{connection, sql};
    query.bind_all(values...);
    while (query.step()) {
    }
}

} // namespace gweld::store::sql
