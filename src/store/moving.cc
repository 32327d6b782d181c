#include "store/moving.h"

#include "store/postgres/connection.h"
#include "store/postgres/postgres_store.h"
#include "store/postgres/promises.h"
#include "store/postgres/schema.h"
#include "store/sql/table_sql.h"
#include "store/sql/writing.h"
#include "store/sqlite/opening.h"

#include <filesystem>

namespace gweld::store {

namespace {

using sql::SqlFault;

// For one long walk: nothing else is asked of it meanwhile.
std::unique_ptr<sql::Connection> to_read(const std::string& data) {
    if (names_postgres(data)) {
        auto connection = std::make_unique<postgres::Connection>(data);
        connection->script("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        connection->row_by_row();
        return connection;
    }
    auto opened = sqlite::open_to_copy(data, SqliteOptions{}.wait_for_other_process);
    opened.connection->script("BEGIN");
    return std::move(opened.connection);
}

// The tables; in a database the authority comes with its rows, so that a move that broke off leaves
// nobody there.
std::unique_ptr<sql::Connection> to_write(const std::string& data, const std::string& authority,
                                          record::NameKeys name_keys) {
    if (names_postgres(data)) {
        auto connection = std::make_unique<postgres::Connection>(data);
        connection->begin("BEGIN");
        if (!postgres::schema_found(*connection)) {
            postgres::make_schema(*connection);
        }
        connection->script("COMMIT");
        connection->begin("BEGIN");
        postgres::add_authority(*connection, authority);
        return connection;
    }
    SqliteOptions options;
    options.when_missing = WhenMissing::create;
    options.name_keys = name_keys;
    auto connection = std::move(sqlite::open_for_writing(data, authority, options).connection);
    connection->begin("BEGIN IMMEDIATE");
    return connection;
}

void take_away(const std::string& data) {
    if (!names_postgres(data)) {
        std::error_code ignored;
        for (const auto* behind : {"", "-wal", "-shm", "-newest"}) {
            std::filesystem::remove(data + behind, ignored);
        }
    }
}

// Which authority it is stands there already.
template <class Row>
void copy_rows(sql::Connection& from, sql::Connection& to, const std::string& authority) {
    if constexpr (!std::is_same_v<Row, sql::MetaRow>) {
        const auto sql = sql::select_sql<Row>("ORDER BY " + sql::key_list<Row>());
        sql::each_row<Row>(
            from, sql, [&](const Row& row) { sql::insert(to, authority, row); }, authority);
    }
}

void copy_all(sql::Connection& from, sql::Connection& to, const std::string& authority,
              record::NameKeys name_keys) {
    each_table(sql::LogRows{},
               [&](auto row) { copy_rows<typename decltype(row)::type>(from, to, authority); });
    sql::SqlWriting{to, authority, name_keys}.rebuild();
    to.script("COMMIT");
}

// The newest links and every row beside the log: with a chain that holds, everything.
struct Compared {
    std::int64_t entries = 0;
    std::int64_t looks = 0;
    record::Hash newest_entry{};
    record::Hash newest_look{};
    std::string tables;
    friend bool operator==(const Compared&, const Compared&) = default;
};
std::optional<Compared> compared(const record::Store& store) {
    Compared all;
    const auto read = store.read([&](const record::Reading& reading) {
        const auto& plain = reading.as_recorded();
        plain.each_entry(0, [&](const record::Entry& entry) {
            ++all.entries;
            all.newest_entry = entry.hash;
            return true;
        });
        plain.each_look(0, [&](const record::ChainedLook& look) {
            ++all.looks;
            all.newest_look = look.hash;
            return true;
        });
        all.tables = plain.dump_tables();
    });
    return read.ok() ? std::optional{std::move(all)} : std::nullopt;
}

base::Result<Moved, MoveRefused> compare(const record::Store& from, const record::Store& to) {
    std::optional<record::BrokenLink> broken;
    const auto read =
        to.read([&](const record::Reading& reading) { broken = record::verify_chain(reading); });
    const auto sent = compared(from);
    const auto came = compared(to);
    if (!read.ok() || !sent || !came) {
        return base::Err{MoveRefused{BrokeOff{record::StoreFault::disk_failed}}};
    }
    if (broken || *sent != *came) {
        return base::Err{MoveRefused{CameOtherwise{broken}}};
    }
    return base::Ok{Moved{came->entries, came->looks}};
}

bool is_there(const std::string& data, const std::string& authority, record::NameKeys name_keys) {
    if (names_postgres(data)) {
        return open_any(data, authority, WhenMissing::refuse, name_keys).ok();
    }
    std::error_code ignored;
    return std::filesystem::exists(data, ignored);
}

// Before anything is written there.
std::optional<OpenRefused> no_standby_at(const std::string& data, Standby standby) {
    if (standby == Standby::as_it_may_be) {
        return std::nullopt;
    }
    if (!names_postgres(data)) {
        return OpenRefused{OpenFault::no_standby, "a file"};
    }
    try {
        postgres::Connection connection{data};
        return postgres::promise_not_kept(connection, standby);
    } catch (const SqlFault& fault) {
        return OpenRefused{OpenFault::cannot_open, fault.what()};
    }
}

} // namespace

base::Result<std::unique_ptr<record::Store>, OpenRefused>
open_any(const std::string& data, const std::string& authority, WhenMissing when_missing,
         record::NameKeys name_keys, Standby standby, WhenNewer when_newer) {
    if (names_postgres(data)) {
        PostgresOptions options;
        options.when_missing = when_missing;
        options.name_keys = name_keys;
        options.standby = standby;
        options.when_newer = when_newer;
        return open_postgres(data, authority, options);
    }
    if (const auto why = no_standby_at(data, standby)) {
        return base::Err{*why};
    }
    SqliteOptions options;
    options.when_missing = when_missing;
    options.name_keys = name_keys;
    options.when_newer = when_newer;
    return open_sqlite(data, authority, options);
}

base::Result<Moved, MoveRefused> move_record(const std::string& from, const std::string& to,
                                             const std::string& authority,
                                             record::NameKeys name_keys, Standby standby) {
    const auto source = open_any(from, authority, WhenMissing::refuse, name_keys);
    if (!source.ok()) {
        return base::Err{MoveRefused{SourceRefused{source.error()}}};
    }
    const auto& whose = source.value()->authority();
    if (is_there(to, whose, name_keys)) {
        return base::Err{MoveRefused{TargetThere{}}};
    }
    if (const auto why = no_standby_at(to, standby)) {
        return base::Err{MoveRefused{TargetRefused{*why}}};
    }
    try {
        const auto reading = to_read(from);
        const auto writing = to_write(to, whose, name_keys);
        copy_all(*reading, *writing, whose, name_keys);
    } catch (const SqlFault& fault) {
        take_away(to);
        return base::Err{MoveRefused{BrokeOff{fault.fault()}}};
    } catch (const OpenRefused& why) {
        take_away(to);
        return base::Err{MoveRefused{TargetRefused{why}}};
    } catch (const std::logic_error&) { // a text that the other make does not take
        take_away(to);
        return base::Err{MoveRefused{BrokeOff{record::StoreFault::damaged}}};
    }
    // Asked after it is written, so that it holds of what was written.
    const auto target = open_any(to, whose, WhenMissing::refuse, name_keys, standby);
    if (!target.ok()) {
        return base::Err{MoveRefused{TargetRefused{target.error()}}};
    }
    return compare(*source.value(), *target.value());
}

} // namespace gweld::store
