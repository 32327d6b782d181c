// sealing.h - a digest of a row, kept in the row, where no chain covers it: accounts, sessions,
// failed sign-ins, the keys of what was sent. It shows what the disk did to a row. It shows nothing
// of what somebody did who can write the file: they can make the digest again.
#pragma once

#include "record/digest.h"
#include "store/described.h"
#include "store/sql/records.h"

namespace gweld::store::sql {

template <class Row> inline constexpr bool is_sealed = requires(Row row) { row.seal; };

inline void add_to(record::Digest& digest, std::int64_t value) { digest.number(value); }
inline void add_to(record::Digest& digest, const std::string& value) { digest.text(value); }
inline void add_to(record::Digest& digest, const Uuid& value) { digest.id(value); }
inline void add_to(record::Digest& digest, const Blob& value) { digest.bytes(value); }
template <std::size_t N>
void add_to(record::Digest& digest, const std::array<std::uint8_t, N>& value) {
    digest.bytes(value);
}
template <class T> void add_to(record::Digest& digest, const std::optional<T>& value) {
    digest.number(value ? 1 : 0);
    if (value) {
        add_to(digest, *value);
    }
}

// f(column) for every column but the seal.
template <class Row, class F> void each_sealed_column(F&& f) {
    boost::mp11::mp_for_each<Columns<Row>>([&](auto column) {
        if constexpr (std::string_view{decltype(column)::name} != "seal") {
            f(column);
        }
    });
}

template <class Row> Hash seal_of(const Row& row) {
    record::Digest digest{"gweld row 1"};
    digest.text(record::TableOf<Row>::name);
    each_sealed_column<Row>([&](auto column) { add_to(digest, row.*column.pointer); });
    return digest.finish();
}

} // namespace gweld::store::sql
