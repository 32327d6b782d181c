// table_sql.h - SQL text for a described row, and running it. The text keeps to what SQLite and
// PostgreSQL both understand, but for what schema.cc adds when it makes the tables.
#pragma once

#include "store/described.h"
#include "store/sql/connection.h"
#include "store/sql/sealing.h"

#include <type_traits>

namespace gweld::store::sql {

// Quoted, because a column may be called "as" or "key".
inline std::string quoted(std::string_view name) {
    return std::string{"\""}.append(name).append(1, '"');
}

template <class Row> std::string table_name() { return quoted(record::TableOf<Row>::name); }

// f(name, whether it is part of the key) for every column after "authority".
template <class Row, class F> void each_column(F&& f) {
    std::size_t n = 0;
    boost::mp11::mp_for_each<Columns<Row>>(
        [&](auto column) { f(quoted(column.name), n++ < record::TableOf<Row>::key_width); });
}

template <class Row> std::string column_list(std::string_view prefix = "") {
    std::string list;
    each_column<Row>([&](const std::string& name, bool) {
        list.append(list.empty() ? "" : ", ").append(prefix).append(name);
    });
    return list;
}

template <class Row> std::string key_list() {
    std::string list;
    each_column<Row>([&](const std::string& name, bool in_key) {
        list += in_key ? (list.empty() ? "" : ", ") + name : "";
    });
    return list;
}

// $1 is always the authority.
template <class Row> std::string select_sql(std::string_view and_so_on) {
    return "SELECT " + column_list<Row>() + " FROM " + table_name<Row>() +
           " WHERE authority = $1 " + std::string{and_so_on};
}

template <class Row> std::string insert_sql() {
    std::string values = "$1";
    for (std::size_t n = 2; n <= column_count<Row> + 1; ++n) {
        values += ", $" + std::to_string(n);
    }
    return "INSERT INTO " + table_name<Row>() + " (authority, " + column_list<Row>() +
           ") VALUES (" + values + ")";
}

template <class Row> std::string upsert_sql() {
    std::string changes;
    each_column<Row>([&](const std::string& name, bool in_key) {
        if (!in_key) {
            changes += (changes.empty() ? "" : ", ") + name + " = excluded." + name;
        }
    });
    return insert_sql<Row>() + " ON CONFLICT (authority, " + key_list<Row>() + ") DO " +
           (changes.empty() ? "NOTHING" : "UPDATE SET " + changes);
}

template <class Row> void bind_row(Query& query, int first, const Row& row) {
    int n = first;
    boost::mp11::mp_for_each<Columns<Row>>(
        [&](auto column) { query.bind(n++, row.*column.pointer); });
}

// Throws SqlFault where a row is not what was written.
template <class Row> Row read_row(const Query& query) {
    Row row;
    int n = 0;
    boost::mp11::mp_for_each<Columns<Row>>(
        [&](auto column) { query.read(n++, row.*column.pointer); });
    if constexpr (is_sealed<Row>) {
        if (seal_of(row) != row.seal) {
            throw changed_row("a row of the table " + table_name<Row>() + " was changed");
        }
    }
    return row;
}

// None: the row is not what was written.
template <class Row> std::optional<Row> read_if_whole(const Query& query) {
    Row row;
    int n = 0;
    boost::mp11::mp_for_each<Columns<Row>>(
        [&](auto column) { query.read(n++, row.*column.pointer); });
    return seal_of(row) == row.seal ? std::optional{std::move(row)} : std::nullopt;
}

template <class Row> void bind_sealed(Query& query, int first, Row row) {
    if constexpr (is_sealed<Row>) {
        row.seal = seal_of(row);
    }
    bind_row(query, first, row);
    query.step(); // while what is bound is there
}

template <class Row>
void insert(Connection& connection, const std::string& authority, const Row& row) {
    static const std::string sql = insert_sql<Row>();
    Query query{connection, sql};
    query.bind(1, authority);
    bind_sealed(query, 2, row);
}

template <class Row>
void upsert(Connection& connection, const std::string& authority, const Row& row) {
    static const std::string sql = upsert_sql<Row>();
    Query query{connection, sql};
    query.bind(1, authority);
    bind_sealed(query, 2, row);
}

// visitor(row) for every answer; one that answers a bool stops with false.
template <class Row, class Visitor, class... Args>
void each_row(Connection& connection, const std::string& sql, Visitor&& visitor,
              const Args&... values) {
    Query query{connection, sql};
    query.bind_all(values...);
    while (query.step()) {
        if constexpr (std::is_same_v<std::invoke_result_t<Visitor&, Row>, bool>) {
            if (!visitor(read_row<Row>(query))) {
                return;
            }
        } else {
            visitor(read_row<Row>(query));
        }
    }
}

template <class Row, class... Args>
std::vector<Row> all_rows(Connection& connection, const std::string& sql, const Args&... values) {
    std::vector<Row> rows;
    each_row<Row>(connection, sql, [&](Row row) { rows.push_back(std::move(row)); }, values...);
    return rows;
}

template <class Row, class... Args>
std::optional<Row> one_row(Connection& connection, const std::string& sql, const Args&... values) {
    Query query{connection, sql};
    query.bind_all(values...);
    return query.step() ? std::optional{read_row<Row>(query)} : std::nullopt;
}

} // namespace gweld::store::sql
