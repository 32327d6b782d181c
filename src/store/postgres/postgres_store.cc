#include "store/postgres/postgres_store.h"

#include "store/merged/merged_store.h"
#include "store/postgres/promises.h"
#include "store/postgres/schema.h"
#include "store/sql/pool.h"
#include "store/sql/reads.h"
#include "store/sql/table_sql.h"
#include "store/sql/verifying.h"
#include "store/sql/writer.h"

#include <algorithm>
#include <stdexcept>

namespace gweld::store {

namespace postgres {

namespace {

using record::StoreFault;

// One writer at a time for each authority, whatever process it is in: whoever has the lock reads
// what everybody before committed, and links to it.
class ServerTurns : public Turns {
  public:
    ServerTurns(Connection& connection, const std::string& quoted_authority, Standby standby)
        : connection_{connection}, standby_{standby},
          begin_{"BEGIN ISOLATION LEVEL READ COMMITTED; SELECT "
                 "pg_advisory_xact_lock(hashtextextended('gweld ' || " +
                 quoted_authority + ", 0))" + (standby == Standby::required ? leave_a_mark : "")} {}

    const std::string& begin() const override { return begin_; }
    std::optional<StoreFault> not_kept() override {
        return standby_ == Standby::required && !still_waits_for_a_standby(connection_)
                   ? std::optional{StoreFault::disk_failed}
                   : std::nullopt;
    }
    void committed(SqlWriting&) override {}
    void answered() override {}

  private:
    // A commit that wrote nothing waits for no standby. But its answer may rest on what another
    // left here that no standby has: an entry sent again is "already recorded". So each writes.
    static constexpr const char* leave_a_mark =
        "; SELECT pg_logical_emit_message(true, 'gweld', 'turn')";
    Connection& connection_;
    Standby standby_;
    std::string begin_;
};

std::string quoted_text(Connection& connection, const std::string& text) {
    char* quoted = PQescapeLiteral(connection.handle(), text.data(), text.size());
    if (quoted == nullptr) {
        throw std::logic_error("an authority that is no text");
    }
    std::string sql{quoted};
    PQfreemem(quoted);
    return sql;
}

class PostgresStore : public record::Store {
  public:
    PostgresStore(std::string authority, const PostgresOptions& options,
                  std::unique_ptr<Connection> writer,
                  std::vector<std::unique_ptr<sql::Connection>> readers)
        : authority_{std::move(authority)}, readers_{std::move(readers)},
          turns_{std::make_unique<ServerTurns>(*writer, quoted_text(*writer, authority_),
                                               options.standby)},
          writer_{std::move(writer), std::move(turns_), authority_,
                  options.name_keys, options.queue,     WritesOn::a_thread_of_its_own} {}

    const std::string& authority() const override { return authority_; }

    base::Result<base::Nothing, StoreFault>
    read(base::FunctionRef<void(const record::Reading&)> reader) const override {
        static const std::string begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
        static const std::string end = "COMMIT";
        Reader place{readers_};
        auto& connection = place.connection();
        try {
            connection.begin(begin);
            reader(Reads<record::Reading>{connection, authority_});
            connection.script(end);
            return base::Ok{base::Nothing{}};
        } catch (const SqlFault& fault) {
            leave_transaction(connection);
            return base::Err{fault.fault()};
        } catch (...) {
            leave_transaction(connection);
            throw;
        }
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

void demand(bool holds, OpenFault fault, const std::string& detail) {
    if (!holds) {
        throw OpenRefused{fault, detail};
    }
}

std::vector<std::string> authorities(Connection& connection) {
    const std::string sql = "SELECT authority FROM meta WHERE name = 'authority'";
    std::vector<std::string> all;
    Query query{connection, sql};
    while (query.step()) {
        query.read(0, all.emplace_back());
    }
    return all;
}

// In one transaction, so that a server that is killed here leaves the tables as they were. Other
// programs must not have the record open meanwhile (docs/guides/upgrading.md).
void bring_up_to_date(Connection& connection, const PostgresOptions& options) {
    remake_tables_beside(connection);
    for (const auto& authority : authorities(connection)) {
        const auto unknown = unknown_kind(connection, authority);
        demand(!unknown, OpenFault::newer_log, "entries of the kind " + unknown.value_or(""));
        SqlWriting{connection, authority, options.name_keys}.rebuild();
    }
}

// One council's log that only a newer program understands stops this one for all: it would make
// their tables without it.
void demand_known_logs(Connection& connection) {
    for (const auto& authority : authorities(connection)) {
        const auto log = log_version_in(connection, authority);
        demand(log <= log_version, OpenFault::newer_log,
               "a log of version " + std::to_string(log) + ", known here " +
                   std::to_string(log_version));
    }
}

// The tables and the authority in them, made where they are asked for.
std::string prepare(Connection& connection, const std::string& wanted,
                    const PostgresOptions& options) {
    const bool may_make = options.when_missing == WhenMissing::create && !wanted.empty();
    // Two that begin at once: one makes the tables, the other finds them.
    connection.script("BEGIN; SELECT pg_advisory_xact_lock(hashtextextended('gweld tables', 0))");
    const auto found = schema_found(connection);
    demand(found || may_make, OpenFault::no_such_file, "there are no tables of Gweld's");
    if (found) {
        demand_known_logs(connection);
    }
    demand(found.value_or(schema_version) <= schema_version ||
               options.when_newer == WhenNewer::remake_tables,
           OpenFault::newer_version, "tables " + std::to_string(found.value_or(0)));
    if (!found) {
        make_schema(connection);
    } else if (*found != schema_version) {
        bring_up_to_date(connection, options);
    }
    const auto there = authorities(connection);
    std::string authority = wanted;
    if (wanted.empty()) {
        demand(there.size() == 1, OpenFault::other_authority,
               std::to_string(there.size()) + " authorities: name one");
        authority = there.front();
    } else if (std::ranges::find(there, wanted) == there.end()) {
        demand(may_make, OpenFault::other_authority, "there is no record of " + wanted);
        add_authority(connection, wanted);
    }
    connection.script("COMMIT");
    return authority;
}

std::unique_ptr<record::Store> opened(const std::string& where, const std::string& authority,
                                      const PostgresOptions& options) {
    auto writer =
        std::make_unique<WritingConnection>(where, options.standby, options.commit_within);
    if (auto refused = promise_not_kept(*writer, options.standby)) {
        throw std::move(*refused);
    }
    auto whose = prepare(*writer, authority, options);
    const auto broken = newest_not_verified(*writer, whose);
    demand(!broken, OpenFault::damaged,
           "the newest entry, number " + std::to_string(broken.value_or(0)) + ", does not verify");
    std::vector<std::unique_ptr<sql::Connection>> readers;
    for (std::size_t i = 0; i < options.readers; ++i) {
        readers.push_back(std::make_unique<Connection>(where));
    }
    return std::make_unique<PostgresStore>(std::move(whose), options, std::move(writer),
                                           std::move(readers));
}

OpenFault fault_of(const SqlFault& fault) {
    switch (fault.fault()) {
    case StoreFault::disk_full:
        return OpenFault::disk_full;
    case StoreFault::read_only:
        return OpenFault::not_a_primary;
    case StoreFault::too_busy:
        return OpenFault::used_by_another;
    case StoreFault::damaged:
        return OpenFault::damaged;
    case StoreFault::disk_failed:
        return OpenFault::disk_failed;
    case StoreFault::away:
    case StoreFault::closed:
        break;
    }
    return OpenFault::cannot_open;
}

} // namespace

} // namespace postgres

bool names_postgres(const std::string& data) {
    return data.starts_with("postgresql://") || data.starts_with("postgres://");
}

base::Result<std::unique_ptr<record::Store>, OpenRefused>
open_postgres(const std::string& where, const std::string& authority,
              const PostgresOptions& options) {
    if (options.name_keys == nullptr || options.readers == 0) {
        throw std::logic_error("a store needs a reader and somebody who knows how names are found");
    }
    try {
        return base::Ok{as_one_person_each(postgres::opened(where, authority, options))};
    } catch (const sql::SqlFault& fault) {
        return base::Err{OpenRefused{postgres::fault_of(fault), fault.what()}};
    } catch (const std::logic_error& broken) {
        // A table or a column is not there although the schema says it is one of ours.
        return base::Err{OpenRefused{OpenFault::damaged, broken.what()}};
    } catch (OpenRefused& refused) {
        return base::Err{std::move(refused)};
    }
}

} // namespace gweld::store
