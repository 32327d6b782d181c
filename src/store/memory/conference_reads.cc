#include "store/memory/reads.h"

#include <algorithm>

namespace gweld::store::memory {

template <class Base> std::vector<record::ChairDiaryRow> Reads<Base>::chair_diaries() const {
    const auto& table = held_.table<record::ChairDiaryRow>();
    std::vector<record::ChairDiaryRow> rows{table.begin(), table.end()};
    std::ranges::sort(rows, {}, [](const record::ChairDiaryRow& row) {
        return std::tie(row.from_day, row.entry);
    });
    return rows;
}

template std::vector<record::ChairDiaryRow> Reads<record::Reading>::chair_diaries() const;
template std::vector<record::ChairDiaryRow> Reads<record::Writing>::chair_diaries() const;

} // namespace gweld::store::memory
