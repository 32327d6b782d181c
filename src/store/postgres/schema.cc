#include "store/postgres/schema.h"

#include "store/sql/indexes.h"
#include "store/sql/table_sql.h"

namespace gweld::store::postgres {

namespace {

// Text in the order of its bytes, as everywhere else in Gweld: what is sorted for people is sorted
// by people/names.h.
template <class T> struct TypeOf {
    static constexpr const char* text = "bytea NOT NULL"; // ids, hashes, lists of ids
};
template <> struct TypeOf<std::int64_t> {
    static constexpr const char* text = "bigint NOT NULL";
};
template <> struct TypeOf<std::string> {
    static constexpr const char* text = "text COLLATE \"C\" NOT NULL";
};
template <> struct TypeOf<std::optional<std::int64_t>> {
    static constexpr const char* text = "bigint";
};
template <> struct TypeOf<std::optional<std::string>> {
    static constexpr const char* text = "text COLLATE \"C\"";
};
template <class T> struct TypeOf<std::optional<T>> {
    static constexpr const char* text = "bytea";
};

constexpr const char* make = "CREATE TABLE ";
constexpr const char* make_if_missing = "CREATE TABLE IF NOT EXISTS ";

template <class Row> std::string table_ddl(const std::string& how = make) {
    std::string columns = "authority text COLLATE \"C\" NOT NULL";
    boost::mp11::mp_for_each<Columns<Row>>([&](auto column) {
        using Member = std::remove_cvref_t<decltype(std::declval<Row>().*column.pointer)>;
        columns += ", " + quoted(column.name) + ' ' + TypeOf<Member>::text;
    });
    return how + table_name<Row>() + " (" + columns + ", PRIMARY KEY (authority, " +
           key_list<Row>() + "));\n";
}

template <class... Rows>
std::string ddl_of(record::RowList<Rows...>, const std::string& how = make) {
    return (table_ddl<Rows>(how) + ...);
}

template <class... Rows> std::string drop_of(record::RowList<Rows...>) {
    return (("DROP TABLE IF EXISTS " + table_name<Rows>() + ";\n") + ...);
}

// instr: SQLite's name for strpos, so that both read one question.
constexpr const char* functions = R"(
CREATE FUNCTION instr(text, text) RETURNS integer LANGUAGE sql IMMUTABLE
  AS 'SELECT strpos($1, $2)';
CREATE FUNCTION what_is_recorded_stays() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN RAISE EXCEPTION 'what is recorded stays'; END $$;
CREATE TABLE gweld_schema (version bigint NOT NULL);
)";

// Whoever asks, but for the owner of the tables: who may drop a trigger can do anything, which is
// why Gweld's own user should not be their owner (docs/guides/postgresql.md).
std::string protection_of(std::string_view table) {
    const std::string name{table};
    const std::string stop = " ON " + name +
                             " FOR EACH STATEMENT EXECUTE FUNCTION "
                             "what_is_recorded_stays();\n";
    return "CREATE TRIGGER " + name + "_is_never_changed BEFORE UPDATE" + stop + "CREATE TRIGGER " +
           name + "_is_never_removed BEFORE DELETE" + stop + "CREATE TRIGGER " + name +
           "_is_never_emptied BEFORE TRUNCATE" + stop;
}

} // namespace

std::optional<std::int64_t> schema_found(Connection& connection) {
    const std::string there = "SELECT 1 WHERE to_regclass('gweld_schema') IS NOT NULL";
    {
        Query query{connection, there};
        if (!query.step()) {
            return std::nullopt;
        }
    }
    const std::string sql = "SELECT max(version) FROM gweld_schema";
    Query query{connection, sql};
    std::optional<std::int64_t> version;
    if (query.step()) {
        query.read(0, version);
    }
    return version;
}

void make_schema(Connection& connection) {
    std::string sql = functions + ddl_of(LogRows{}) + ddl_of(record::AllRows{}) +
                      indexes_of_the_log + indexes_of_unsaved_forms + indexes_beside_the_log;
    for (const std::string_view table : protected_tables) {
        sql += protection_of(table);
    }
    connection.script(sql + "INSERT INTO gweld_schema VALUES (" + std::to_string(schema_version) +
                      ")");
}

void remake_tables_beside(Connection& connection) {
    connection.script(ddl_of(SignInRows{}, make_if_missing) + indexes_come_since +
                      drop_of(record::AllRows{}) + ddl_of(record::AllRows{}) +
                      indexes_beside_the_log +
                      "UPDATE gweld_schema SET version = " + std::to_string(schema_version));
}

void add_authority(Connection& connection, const std::string& authority) {
    insert(connection, authority, MetaRow{"authority", authority});
}

} // namespace gweld::store::postgres
