#include "store/memory/reads.h"

namespace gweld::store::memory {

using namespace record;

namespace {

// A table is ordered by its key, which begins with the entry.
template <class Row> std::vector<Row> all_of(const Contents& held) {
    const auto& table = held.table<Row>();
    return {table.begin(), table.end()};
}

} // namespace

template <class Base> std::vector<MistakeToldRow> Reads<Base>::mistakes_told_to(Uuid worker) const {
    auto rows = all_of<MistakeToldRow>(held_);
    std::erase_if(rows, [&](const auto& row) { return row.worker != worker; });
    return rows;
}

template <class Base> std::vector<ProtectedAddressRow> Reads<Base>::protected_addresses() const {
    return all_of<ProtectedAddressRow>(held_);
}

template <class Base> std::vector<OwnRecordRow> Reads<Base>::own_records_asked() const {
    return all_of<OwnRecordRow>(held_);
}

#define GWELD_RIGHTS_READS(Base)                                                                   \
    template std::vector<MistakeToldRow> Reads<Base>::mistakes_told_to(Uuid) const;                \
    template std::vector<ProtectedAddressRow> Reads<Base>::protected_addresses() const;            \
    template std::vector<OwnRecordRow> Reads<Base>::own_records_asked() const;
GWELD_RIGHTS_READS(record::Reading)
GWELD_RIGHTS_READS(record::Writing)
#undef GWELD_RIGHTS_READS

} // namespace gweld::store::memory
