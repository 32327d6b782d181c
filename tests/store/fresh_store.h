// fresh_store.h - an empty record for a test that does not mind where it stands: in memory, or,
// where GWELD_TEST_POSTGRES names a server ("postgresql://..?host=.."), in a schema of its own
// there. ./test --long runs the same tests on both.
#pragma once

#include "people/names.h"
#include "store/memory/memory_store.h"
#include "store/moving.h"
#include "store/postgres/connection.h"
#include "store/postgres/postgres_store.h"

#include <atomic>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <unistd.h>
#include <vector>

namespace gweld::made_up {

inline std::optional<std::string> server_to_test() {
    const char* server = std::getenv("GWELD_TEST_POSTGRES");
    return server == nullptr ? std::nullopt : std::optional<std::string>{server};
}

// Where a new, empty schema of that server is. Several programs may ask one server.
inline std::string fresh_schema(const std::string& server) {
    static std::atomic<int> count{0};
    const auto name = "t" + std::to_string(::getpid()) + "_" + std::to_string(count.fetch_add(1));
    store::postgres::Connection{server}.script("CREATE SCHEMA " + name);
    return server + "&options=-csearch_path%3D" + name;
}

inline void drop_schema(const std::string& server, const std::string& fresh_one) {
    const auto name = fresh_one.substr(fresh_one.rfind("%3D") + 3);
    store::postgres::Connection{server}.script("DROP SCHEMA " + name + " CASCADE");
}

inline std::unique_ptr<record::Store> open_postgres_or_throw(const std::string& where,
                                                             const std::string& whose,
                                                             record::NameKeys name_keys) {
    store::PostgresOptions options;
    options.when_missing = store::WhenMissing::create;
    options.name_keys = name_keys;
    options.readers = 2;
    auto opened = store::open_postgres(where, whose, options);
    if (!opened.ok()) {
        throw std::runtime_error(opened.error().detail);
    }
    return std::move(opened).value();
}

// The tables of one take half a second to make and a hundredth of it to empty; some tests ask for
// hundreds of records, one after the other. What was long is cut off, not emptied: of pages that
// once held rows and hold none PostgreSQL believes that they stay empty, and plans by it.
class Schemas {
  public:
    static Schemas& ours() {
        static Schemas schemas;
        return schemas;
    }
    std::string take(const std::string& server) {
        const std::lock_guard lock{mutex_};
        if (empty_.empty()) {
            return fresh_schema(server);
        }
        auto where = std::move(empty_.back());
        empty_.pop_back();
        return where;
    }
    // Nobody has it open. What the tables refuse to anybody else a server's owner may do.
    void give_back(const std::string& where) {
        store::postgres::Connection{where}.script(R"(
DO $$ DECLARE name text; BEGIN
  SET LOCAL session_replication_role = replica;
  FOR name IN SELECT relname FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
      AND relname <> 'gweld_schema'
  LOOP
    EXECUTE format(CASE WHEN pg_relation_size(name::regclass) > 1000000 THEN 'TRUNCATE %I'
                        ELSE 'DELETE FROM %I' END, name);
  END LOOP;
END $$)");
        const std::lock_guard lock{mutex_};
        empty_.push_back(where);
    }

  private:
    std::mutex mutex_;
    std::vector<std::string> empty_;
};

class LentStore : public record::Store {
  public:
    LentStore(std::string where, const std::string& whose, record::NameKeys name_keys)
        : where_{std::move(where)}, store_{open_postgres_or_throw(where_, whose, name_keys)} {}
    LentStore(const LentStore&) = delete;
    LentStore& operator=(const LentStore&) = delete;
    ~LentStore() override {
        store_.reset();
        try {
            Schemas::ours().give_back(where_);
        } catch (const std::exception& fault) {
            std::cerr << fault.what() << '\n'; // the next test makes its own
        }
    }

    const std::string& authority() const override { return store_->authority(); }
    base::Result<base::Nothing, record::StoreFault>
    read(base::FunctionRef<void(const record::Reading&)> reader) const override {
        return store_->read(reader);
    }
    base::Result<base::Nothing, record::StoreFault>
    write(base::FunctionRef<record::Keep(record::Writing&)> writer) override {
        return store_->write(writer);
    }
    base::Result<base::Nothing, record::StoreFault> rebuild() override { return store_->rebuild(); }

  private:
    std::string where_;
    std::unique_ptr<record::Store> store_;
};

inline std::unique_ptr<record::Store> fresh_store(const std::string& whose,
                                                  record::NameKeys name_keys = &people::name_keys) {
    const auto server = server_to_test();
    if (!server) {
        return store::open_memory(whose, name_keys);
    }
    return std::make_unique<LentStore>(Schemas::ours().take(*server), whose, name_keys);
}

// A record that is closed and opened again: the file, or a schema where a server is named.
class KeptRecord {
  public:
    explicit KeptRecord(const std::string& file)
        : where_{server_to_test() ? fresh_schema(*server_to_test()) : file} {}

    std::unique_ptr<record::Store> open(const std::string& whose) const {
        auto opened =
            store::open_any(where_, whose, store::WhenMissing::create, &people::name_keys);
        if (!opened.ok()) {
            throw std::runtime_error(opened.error().detail);
        }
        return std::move(opened).value();
    }

  private:
    std::string where_;
};

} // namespace gweld::made_up
