#include "store/sql/reads.h"
#include "store/sql/table_sql.h"

namespace gweld::store::sql {

template <class Base> std::vector<record::MergeRow> Reads<Base>::merges() const {
    static const std::string sql = select_sql<record::MergeRow>("ORDER BY entry");
    return all_rows<record::MergeRow>(connection_, sql, authority_);
}

template <class Base> std::vector<record::MergeRow> Reads<Base>::merges_into(Uuid kept) const {
    static const std::string sql = select_sql<record::MergeRow>("AND kept = $2 ORDER BY entry");
    return all_rows<record::MergeRow>(connection_, sql, authority_, kept);
}

template std::vector<record::MergeRow> Reads<record::Reading>::merges() const;
template std::vector<record::MergeRow> Reads<record::Writing>::merges() const;
template std::vector<record::MergeRow> Reads<record::Reading>::merges_into(Uuid) const;
template std::vector<record::MergeRow> Reads<record::Writing>::merges_into(Uuid) const;

} // namespace gweld::store::sql
