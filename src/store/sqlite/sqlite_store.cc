#include "store/sqlite/sqlite_store.h"

#include "store/merged/merged_store.h"
#include "store/sql/pool.h"
#include "store/sqlite/opening.h"
#include "store/sqlite/turns.h"

#include <mutex>
#include <stdexcept>

namespace gweld::store {

namespace sqlite {

namespace {

using record::StoreFault;

using Answer = base::Result<base::Nothing, StoreFault>;

Answer read_once(Pool& readers, const std::string& authority,
                 base::FunctionRef<void(const record::Reading&)> reader) {
    static const std::string begin = "BEGIN";
    static const std::string end = "COMMIT";
    Reader place{readers};
    auto& connection = place.connection();
    try {
        run(connection, begin);
        reader(Reads<record::Reading>{connection, authority});
        run(connection, end);
        return base::Ok{base::Nothing{}};
    } catch (const SqlFault& fault) {
        leave_transaction(connection);
        return base::Err{fault.fault()};
    } catch (...) {
        leave_transaction(connection);
        throw;
    }
}

class SqliteStore : public record::Store {
  public:
    SqliteStore(const std::string& path, std::string authority, const SqliteOptions& options,
                std::unique_ptr<Connection> writer,
                std::vector<std::unique_ptr<sql::Connection>> readers)
        : authority_{std::move(authority)}, readers_{std::move(readers)},
          turns_{std::make_unique<FileTurns>(*writer, path, options.wait_for_other_process)},
          writer_{std::move(writer), std::move(turns_), authority_,
                  options.name_keys, options.queue,     options.writes_on} {}

    const std::string& authority() const override { return authority_; }

    base::Result<base::Nothing, StoreFault>
    read(base::FunctionRef<void(const record::Reading&)> reader) const override {
        return read_once(readers_, authority_, reader);
    }

    base::Result<base::Nothing, StoreFault>
    write(base::FunctionRef<record::Keep(record::Writing&)> writer) override {
        return writer_.submit([&](SqlWriting& writing) { return writer(writing); });
    }

    base::Result<base::Nothing, StoreFault> rebuild() override {
        return writer_.submit([](SqlWriting& writing) {
            writing.rebuild();
            return record::Keep::yes;
        });
    }

  private:
    std::string authority_;
    mutable Pool readers_;
    std::unique_ptr<Turns> turns_; // until the writer has them
    Writer writer_;
};

class CopiedFile : public record::Store {
  public:
    CopiedFile(std::string authority, std::vector<std::unique_ptr<sql::Connection>> readers)
        : authority_{std::move(authority)}, readers_{std::move(readers)} {}

    const std::string& authority() const override { return authority_; }
    Answer read(base::FunctionRef<void(const record::Reading&)> reader) const override {
        try {
            return read_once(readers_, authority_, reader);
        } catch (const std::logic_error&) {
            // A table or a column was taken out.
            return base::Err{StoreFault::damaged};
        }
    }
    Answer write(base::FunctionRef<record::Keep(record::Writing&)>) override {
        return base::Err{StoreFault::read_only};
    }
    Answer rebuild() override { return base::Err{StoreFault::read_only}; }

  private:
    std::string authority_;
    mutable Pool readers_;
};

// Counting every allocation under one lock is the default and costs every thread (measured). Has
// to be said before SQLite starts; when something else in this program was quicker, SQLite keeps
// counting and nothing else changes.
void prepare_library() {
    static std::once_flag once;
    std::call_once(once, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });
}

} // namespace

} // namespace sqlite

base::Result<std::unique_ptr<record::Store>, OpenRefused>
open_sqlite(const std::string& path, const std::string& authority, const SqliteOptions& options) {
    if (options.name_keys == nullptr || options.readers == 0) {
        throw std::logic_error("a store needs a reader and somebody who knows how names are found");
    }
    sqlite::prepare_library();
    try {
        auto opened = sqlite::open_for_writing(path, authority, options);
        std::vector<std::unique_ptr<store::sql::Connection>> readers;
        for (std::size_t i = 0; i < options.readers; ++i) {
            readers.push_back(sqlite::open_for_reading(path, options));
        }
        std::unique_ptr<record::Store> store =
            std::make_unique<sqlite::SqliteStore>(path, std::move(opened.authority), options,
                                                  std::move(opened.connection), std::move(readers));
        return base::Ok{as_one_person_each(std::move(store))};
    } catch (const sqlite::SqlFault& fault) {
        return base::Err{sqlite::refusal_of(fault, path)};
    } catch (const std::logic_error& broken) {
        // A table or a column is not there although the file says it is one of ours.
        return base::Err{OpenRefused{OpenFault::damaged, path + ": " + broken.what()}};
    } catch (OpenRefused& refused) {
        return base::Err{std::move(refused)};
    }
}

base::Result<std::unique_ptr<record::Store>, OpenRefused>
open_sqlite_to_verify(const std::string& path, std::size_t readers) {
    sqlite::prepare_library();
    try {
        std::vector<std::unique_ptr<store::sql::Connection>> connections;
        std::string authority;
        for (std::size_t n = 0; n < readers; ++n) {
            auto opened = sqlite::open_to_verify(path, std::chrono::milliseconds{5000});
            authority = std::move(opened.authority);
            connections.push_back(std::move(opened.connection));
        }
        std::unique_ptr<record::Store> store =
            std::make_unique<sqlite::CopiedFile>(std::move(authority), std::move(connections));
        return base::Ok{std::move(store)};
    } catch (const sqlite::SqlFault& fault) {
        return base::Err{sqlite::refusal_of(fault, path)};
    } catch (const std::logic_error& broken) {
        return base::Err{OpenRefused{OpenFault::damaged, path + ": " + broken.what()}};
    } catch (OpenRefused& refused) {
        return base::Err{std::move(refused)};
    }
}

} // namespace gweld::store
