#include "store/sql/reads.h"
#include "store/sql/table_sql.h"

namespace gweld::store::sql {

using namespace record;

template <class Base> std::vector<MistakeToldRow> Reads<Base>::mistakes_told_to(Uuid worker) const {
    static const std::string sql = select_sql<MistakeToldRow>("AND worker = $2 ORDER BY entry");
    return all_rows<MistakeToldRow>(connection_, sql, authority_, worker);
}

template <class Base> std::vector<ProtectedAddressRow> Reads<Base>::protected_addresses() const {
    static const std::string sql = select_sql<ProtectedAddressRow>("ORDER BY entry");
    return all_rows<ProtectedAddressRow>(connection_, sql, authority_);
}

template <class Base> std::vector<OwnRecordRow> Reads<Base>::own_records_asked() const {
    static const std::string sql = select_sql<OwnRecordRow>("ORDER BY entry");
    return all_rows<OwnRecordRow>(connection_, sql, authority_);
}

#define GWELD_RIGHTS_READS(Base)                                                                   \
    template std::vector<MistakeToldRow> Reads<Base>::mistakes_told_to(Uuid) const;                \
    template std::vector<ProtectedAddressRow> Reads<Base>::protected_addresses() const;            \
    template std::vector<OwnRecordRow> Reads<Base>::own_records_asked() const;
GWELD_RIGHTS_READS(record::Reading)
GWELD_RIGHTS_READS(record::Writing)
#undef GWELD_RIGHTS_READS

} // namespace gweld::store::sql
