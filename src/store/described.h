// described.h - what any store can tell about a described row: its columns, its key, its text.
#pragma once

#include "record/tables.h"

#include <algorithm>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>
#include <tuple>
#include <utility>

namespace gweld::store {

template <class Row>
using Columns = boost::describe::describe_members<Row, boost::describe::mod_public>;

template <class Row>
inline constexpr std::size_t column_count = boost::mp11::mp_size<Columns<Row>>::value;

// Of a longer search only the first words narrow it: enough for any name, and an end to the query.
inline constexpr std::size_t most_prefixes = 12;

namespace described {

template <class Row, std::size_t... I> auto key(const Row& row, std::index_sequence<I...>) {
    return std::tie(row.*boost::mp11::mp_at_c<Columns<Row>, I>::pointer...);
}

} // namespace described

// The members that make up the primary key, as a tuple of references into the row.
template <class Row> auto key_of(const Row& row) {
    return described::key(row, std::make_index_sequence<record::TableOf<Row>::key_width>{});
}

template <class Row> struct KeyOrder {
    bool operator()(const Row& a, const Row& b) const { return key_of(a) < key_of(b); }
};

// f(row_type<Row>{}) for every table beside the log, in the order of AllRows.
template <class Row> struct RowType {
    using type = Row;
};
template <class F, class... Rows> void each_table(record::RowList<Rows...>, F&& f) {
    (f(RowType<Rows>{}), ...);
}

// Tables whose rows go when the entry they came from is corrected or withdrawn.
template <class Row>
inline constexpr bool belongs_to_entry =
    std::string_view{boost::mp11::mp_at_c<Columns<Row>, 0>::name} == "entry";

// ---- text, for dumps -------------------------------------------------------------------------
std::string cell_text(std::int64_t value);
std::string cell_text(const std::string& value); // tab, newline and backslash escaped
std::string cell_text(const record::Uuid& value);
template <class T> std::string cell_text(const std::optional<T>& value) {
    return value ? cell_text(*value) : "\\N";
}

// "# person", then the column names, then a line a row, cells separated by tabs.
template <class Row> std::string heading_text() {
    std::string text = "# " + std::string{record::TableOf<Row>::name} + '\n';
    boost::mp11::mp_for_each<Columns<Row>>(
        [&](auto column) { text.append(column.name).append(1, '\t'); });
    text.back() = '\n';
    return text;
}
template <class Row> std::string row_text(const Row& row) {
    std::string text;
    boost::mp11::mp_for_each<Columns<Row>>(
        [&](auto column) { text.append(cell_text(row.*column.pointer)).append(1, '\t'); });
    text.back() = '\n';
    return text;
}

} // namespace gweld::store
