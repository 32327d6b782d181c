// connection.h - one connection to a PostgreSQL server. Knows no tables.
#pragma once

#include "store/sql/connection.h"

#include <chrono>
#include <libpq-fe.h>
#include <optional>

namespace gweld::store::postgres {

using namespace sql; // what every make shares

class Connection : public sql::Connection {
  public:
    // `where` as libpq reads it: "postgresql://..." or "host=... dbname=...". Throws SqlFault,
    // StoreFault::read_only where only a server that follows another answers there. What `where`
    // leaves open of waiting for a server is limited (connection.cc).
    explicit Connection(const std::string& where);
    ~Connection() override;

    void script(const std::string& sql) override;
    bool in_transaction() const override;
    void begin(const std::string& sql) override; // throws SqlFault while the server stays away

    PGconn* handle() { return server_; }
    // From here on answers come row by row, for what is longer than memory. Then no other question
    // may be asked while one is being answered.
    void row_by_row() { row_by_row_ = true; }
    // A commit that waits longer for a standby is let go with a warning: see check_kept.
    void commit_within(std::chrono::milliseconds longest) { commit_within_ = longest; }
    void wait_for_commit();
    bool is_row_by_row() const { return row_by_row_; }
    // Throws what the result means; answers nothing where it is what was asked for.
    void check(const PGresult* result);
    void check_kept(const std::string& sql, PGresult* result);

  private:
    void mend();
    void settle();
    static void hear(void* connection, const PGresult* notice);
    std::unique_ptr<Statement> prepare(const std::string& sql) override;

    PGconn* server_ = nullptr;
    bool row_by_row_ = false;
    std::optional<std::chrono::milliseconds> commit_within_;
    bool warned_ = false;         // by the server, since it last answered
    std::int64_t statements_ = 0; // prepared on this connection: each has a name of its own
};

} // namespace gweld::store::postgres
