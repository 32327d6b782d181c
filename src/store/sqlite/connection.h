// connection.h - one connection to an SQLite file. Knows no tables.
#pragma once

#include "store/sql/connection.h"

#include <chrono>
#include <sqlite3.h>

namespace gweld::store::sqlite {

using namespace sql; // what every make shares

// From SQLite's extended result code and the system's own error.
SqlFault sqlite_fault(int code, int system_error, const std::string& what);

class Connection : public sql::Connection {
  public:
    // Throws SqlFault.
    Connection(const std::string& path, int flags, std::chrono::milliseconds busy_wait);
    ~Connection() override;

    void script(const std::string& sql) override;
    bool in_transaction() const override { return sqlite3_get_autocommit(db_) == 0; }
    void begin(const std::string& sql) override { run(*this, sql); }
    std::int64_t pragma_number(const std::string& name);
    std::string pragma_text(const std::string& name);
    bool is_read_only() const { return sqlite3_db_readonly(db_, "main") == 1; }
    sqlite3* handle() { return db_; }

    // Throws what the code means; answers nothing for SQLITE_OK, ROW and DONE.
    void check(int code);

  private:
    std::unique_ptr<Statement> prepare(const std::string& sql) override;

    sqlite3* db_ = nullptr;
};

} // namespace gweld::store::sqlite
