#include "store/memory/reads.h"

#include <algorithm>

namespace gweld::store::memory {

template <class Base> std::vector<record::MergeRow> Reads<Base>::merges() const {
    const auto& table = held_.table<record::MergeRow>();
    return {table.begin(), table.end()};
}

template <class Base> std::vector<record::MergeRow> Reads<Base>::merges_into(Uuid kept) const {
    auto rows = merges();
    std::erase_if(rows, [&](const record::MergeRow& row) { return row.kept != kept; });
    return rows;
}

template std::vector<record::MergeRow> Reads<record::Reading>::merges() const;
template std::vector<record::MergeRow> Reads<record::Writing>::merges() const;
template std::vector<record::MergeRow> Reads<record::Reading>::merges_into(Uuid) const;
template std::vector<record::MergeRow> Reads<record::Writing>::merges_into(Uuid) const;

} // namespace gweld::store::memory
