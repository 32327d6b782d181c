// What is asked of a person's own rights, in merged_reads.h.
#include "store/merged/merged_reads.h"

namespace gweld::store::merged {

using namespace record;

// What somebody is told of, names which record it was.
template <class Base>
std::vector<MistakeToldRow> MergedReads<Base>::mistakes_told_to(Uuid worker) const {
    return written_.mistakes_told_to(worker);
}

template <class Base>
template <class Row>
std::vector<Row> MergedReads<Base>::of_kept(std::vector<Row> rows, Uuid Row::* whose) const {
    for (auto& row : rows) {
        row.*whose = same().kept_for(row.*whose);
    }
    return rows;
}

template <class Base>
std::vector<ProtectedAddressRow> MergedReads<Base>::protected_addresses() const {
    return of_kept(written_.protected_addresses(), &ProtectedAddressRow::person);
}

template <class Base> std::vector<OwnRecordRow> MergedReads<Base>::own_records_asked() const {
    return of_kept(written_.own_records_asked(), &OwnRecordRow::person);
}

#define GWELD_MERGED_RIGHTS(Base)                                                                  \
    template std::vector<MistakeToldRow> MergedReads<Base>::mistakes_told_to(Uuid) const;          \
    template std::vector<ProtectedAddressRow> MergedReads<Base>::protected_addresses() const;      \
    template std::vector<OwnRecordRow> MergedReads<Base>::own_records_asked() const;
GWELD_MERGED_RIGHTS(record::Reading)
GWELD_MERGED_RIGHTS(record::Writing)
#undef GWELD_MERGED_RIGHTS

} // namespace gweld::store::merged
