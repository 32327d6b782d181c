// unsaved.h - a form somebody began and has not saved, as the store keeps it beside the record and
// never in it: no entry, in no chain, not computed from anything. Knows no form.
#pragma once

#include "base/uuid.h"
#include "record/tables.h"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace gweld::record {

// Holds what may be confidential: only the writer is ever shown it (casework/unsaved.h).
struct UnsavedFormRow {
    Uuid writer;
    std::string key;     // the idempotency key of what the form will record
    std::string address; // where it was opened: path and query, without the language
    std::string heading; // what it was called
    std::string fields;  // as posted, application/x-www-form-urlencoded, without its token
    std::string tab;     // the open page that kept it last; empty: a page without script
    std::int64_t begun_at = 0;
    std::int64_t kept_at = 0;
    std::optional<std::int64_t> thrown_at; // thrown away by its writer, and can be had back
};
BOOST_DESCRIBE_STRUCT(UnsavedFormRow, (),
                      (writer, key, address, heading, fields, tab, begun_at, kept_at, thrown_at))

template <> struct TableOf<UnsavedFormRow> {
    static constexpr std::string_view name = "unsaved_form";
    static constexpr std::size_t key_width = 2;
};

} // namespace gweld::record
