#include "store/sqlite/schema.h"

#include "store/sql/indexes.h"
#include "store/sql/records.h"
#include "store/sql/table_sql.h"

#include <algorithm>
#include <array>

namespace gweld::store::sqlite {

namespace {

template <class T> struct TypeOf {
    static constexpr const char* text = "BLOB NOT NULL"; // ids, hashes, lists of ids
};
template <> struct TypeOf<std::int64_t> {
    static constexpr const char* text = "INTEGER NOT NULL";
};
template <> struct TypeOf<std::string> {
    static constexpr const char* text = "TEXT NOT NULL";
};
template <> struct TypeOf<std::optional<std::int64_t>> {
    static constexpr const char* text = "INTEGER";
};
template <> struct TypeOf<std::optional<std::string>> {
    static constexpr const char* text = "TEXT";
};
template <class T> struct TypeOf<std::optional<T>> {
    static constexpr const char* text = "BLOB";
};

// Entries, files and forms are too long to be kept inside their key's tree.
template <class Row> constexpr const char* ending() {
    return std::is_same_v<Row, EntryRow> || std::is_same_v<Row, KeptFileRow> ||
                   std::is_same_v<Row, UnsavedRow>
               ? ") STRICT;\n"
               : ") STRICT, WITHOUT ROWID;\n";
}

template <class Row> std::string table_ddl() {
    std::string columns = "authority TEXT NOT NULL";
    boost::mp11::mp_for_each<Columns<Row>>([&](auto column) {
        using Member = std::remove_cvref_t<decltype(std::declval<Row>().*column.pointer)>;
        columns += ", " + quoted(column.name) + ' ' + TypeOf<Member>::text;
    });
    return "CREATE TABLE " + table_name<Row>() + " (" + columns + ", PRIMARY KEY (authority, " +
           key_list<Row>() + ")" + ending<Row>();
}

// Every index begins with the authority, of which a file has one. Without figures SQLite thinks the
// authority as telling as a child and reads a whole table for each question; these say that it
// tells nothing and the columns after it nearly all; and that few contacts wait. Fixed, so that a
// question is answered in the same way on every machine
// (https://www.sqlite.org/queryplanner-ng.html#qpstab).
constexpr const char* figures_for_the_planner = R"(
ANALYZE sqlite_schema;
DELETE FROM sqlite_stat1;
INSERT INTO sqlite_stat1 (tbl, idx, stat)
  SELECT t.name, i.name,
         '1000000 1000000' || substr(' 9 8 7 6 5 4', 1,
           2 * ((SELECT count(*) FROM pragma_index_info(i.name) WHERE cid >= 0) - 1))
  FROM sqlite_schema t, pragma_index_list(t.name) i WHERE t.type = 'table';
UPDATE sqlite_stat1 SET stat = '500 500 9' WHERE idx = 'contact_waiting';
UPDATE sqlite_stat1 SET stat = '2000 2000 200 1' WHERE idx = 'signing_waiting';
ANALYZE sqlite_schema;
)";

// Nothing that was recorded is changed or taken away, whoever asks. With recursive_triggers on,
// INSERT OR REPLACE is a delete like any other and is stopped too.
std::string protection_of(const std::string& table) {
    const std::string stop = " BEGIN SELECT RAISE(ABORT, 'what is recorded stays'); END;\n";
    return "CREATE TRIGGER " + table + "_is_never_changed BEFORE UPDATE ON " + table + stop +
           "CREATE TRIGGER " + table + "_is_never_removed BEFORE DELETE ON " + table + stop;
}

template <class... Rows> std::string ddl_of(record::RowList<Rows...>) {
    return (table_ddl<Rows>() + ...);
}

template <class... Rows> std::string drop_of(record::RowList<Rows...>) {
    return (("DROP TABLE IF EXISTS " + table_name<Rows>() + ";\n") + ...);
}

bool has_table(Connection& connection, std::string_view name) {
    const std::string sql = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = $1";
    Query query{connection, sql};
    query.bind_all(name);
    return query.step();
}

// A file made before files were kept (version 2), unsaved forms (version 6), or second factors
// (version 7), has no place for them yet.
void add_tables_come_since(Connection& connection) {
    if (!has_table(connection, "kept_file")) {
        connection.script(table_ddl<KeptFileRow>() + protection_of("kept_file"));
    }
    if (!has_table(connection, "unsaved_form")) {
        connection.script(table_ddl<UnsavedRow>() + indexes_of_unsaved_forms);
    }
    connection.script(indexes_come_since);
    each_table(SignInRows{}, [&]<class Row>(RowType<Row>) {
        if (!has_table(connection, record::TableOf<Row>::name)) {
            connection.script(table_ddl<Row>());
        }
    });
}

bool has_column(Connection& connection, const std::string& table, const std::string& column) {
    const std::string sql = "SELECT 1 FROM pragma_table_info(" + table + ") WHERE name = $1";
    Query query{connection, sql};
    query.bind_all(column);
    return query.step();
}

// A file made before rows were sealed (version 4) gets its seals from what is there now.
template <class Row> void seal_rows(Connection& connection, const std::string& authority) {
    const auto table = table_name<Row>();
    if (has_column(connection, table, "seal")) {
        return;
    }
    const std::string before = "before_sealing";
    std::string columns;
    each_sealed_column<Row>(
        [&](auto column) { columns += (columns.empty() ? "" : ", ") + quoted(column.name); });
    connection.script("ALTER TABLE " + table + " RENAME TO " + before + ";" + table_ddl<Row>());
    {
        const auto sql = "SELECT " + columns + " FROM " + before + " WHERE authority = $1";
        Query query{connection, sql};
        query.bind_all(authority);
        while (query.step()) {
            Row row;
            int n = 0;
            each_sealed_column<Row>([&](auto column) { query.read(n++, row.*column.pointer); });
            insert(connection, authority, row);
        }
    }
    connection.script("DROP TABLE " + before); // and its triggers with it
    const std::string name{record::TableOf<Row>::name};
    if (std::ranges::find(protected_tables, name) != protected_tables.end()) {
        connection.script(protection_of(name));
    }
}

void make_tables_beside(Connection& connection) {
    connection.script(ddl_of(record::AllRows{}) + indexes_beside_the_log);
    connection.script(figures_for_the_planner);
    connection.script("PRAGMA user_version = " + std::to_string(schema_version));
}

} // namespace

void make_schema(Connection& connection, const std::string& authority) {
    connection.script(ddl_of(LogRows{}) + indexes_of_the_log + indexes_of_unsaved_forms);
    protect_log(connection);
    make_tables_beside(connection);
    insert(connection, authority, MetaRow{"authority", authority});
    connection.script("PRAGMA application_id = " + std::to_string(application_id));
}

void protect_log(Connection& connection) {
    for (const std::string_view table : protected_tables) {
        connection.script(protection_of(std::string{table}));
    }
}

void unprotect_log(Connection& connection) {
    for (const auto& name : protected_tables) {
        const std::string table{name};
        connection.script("DROP TRIGGER " + table + "_is_never_changed; DROP TRIGGER " + table +
                          "_is_never_removed");
    }
}

void remake_tables_beside(Connection& connection, const std::string& authority) {
    add_tables_come_since(connection);
    each_table(SealedRows{},
               [&](auto row) { seal_rows<typename decltype(row)::type>(connection, authority); });
    connection.script(drop_of(record::AllRows{}));
    make_tables_beside(connection);
}

} // namespace gweld::store::sqlite
