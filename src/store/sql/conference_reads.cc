#include "store/sql/reads.h"

#include "store/sql/table_sql.h"

namespace gweld::store::sql {

template <class Base> std::vector<record::ChairDiaryRow> Reads<Base>::chair_diaries() const {
    static const std::string sql = select_sql<record::ChairDiaryRow>("ORDER BY from_day, entry");
    return all_rows<record::ChairDiaryRow>(connection_, sql, authority_);
}

template std::vector<record::ChairDiaryRow> Reads<record::Reading>::chair_diaries() const;
template std::vector<record::ChairDiaryRow> Reads<record::Writing>::chair_diaries() const;

} // namespace gweld::store::sql
