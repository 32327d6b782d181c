// connection.h - one connection to a PostgreSQL server. Knows no tables.
#pragma once

#include "store/sql/connection.h"

#include <libpq-fe.h>

namespace gweld::store::postgres {

using namespace sql; // what every make shares

class Connection : public sql::Connection {
  public:
    // `where` as libpq reads it: "postgresql://..." or "host=... dbname=...". Throws SqlFault.
    explicit Connection(const std::string& where);
    ~Connection() override;

    void script(const std::string& sql) override;
    bool in_transaction() const override;
    // Where the server went away: anew, with nothing under way. Throws SqlFault while it stays
    // away.
    void mend();
    // What a setting of the server says.
    std::string setting(const std::string& name);

    PGconn* handle() { return server_; }
    // Throws what the result means; answers nothing where it is what was asked for.
    void check(const PGresult* result);

  private:
    std::unique_ptr<Statement> prepare(const std::string& sql) override;

    PGconn* server_ = nullptr;
    std::int64_t statements_ = 0; // prepared on this connection: each has a name of its own
};

} // namespace gweld::store::postgres
