#include "store/sql/reads.h"
#include "store/sql/table_sql.h"

namespace gweld::store::sql {

using namespace record;

template <class Base> std::vector<SigningRow> Reads<Base>::signings_waiting() const {
    static const std::string sql =
        select_sql<SigningRow>("AND state = 'waiting' ORDER BY recorded_at, entry");
    return all_rows<SigningRow>(connection_, sql, authority_);
}

template <class Base>
std::vector<SigningRow> Reads<Base>::signings_waiting_in(std::string_view team) const {
    static const std::string sql =
        select_sql<SigningRow>("AND team = $2 AND state = 'waiting' ORDER BY recorded_at, entry");
    return all_rows<SigningRow>(connection_, sql, authority_, team);
}

template <class Base> std::vector<SigningRow> Reads<Base>::signings_returned_to(Uuid author) const {
    static const std::string sql = select_sql<SigningRow>(
        "AND author = $2 AND state = 'returned' ORDER BY recorded_at, entry");
    return all_rows<SigningRow>(connection_, sql, authority_, author);
}

template <class Base> std::optional<SigningRow> Reads<Base>::signing(Uuid entry) const {
    static const std::string sql = select_sql<SigningRow>("AND entry = $2");
    return one_row<SigningRow>(connection_, sql, authority_, entry);
}

#define GWELD_SIGNING_READS(Base)                                                                  \
    template std::vector<SigningRow> Reads<Base>::signings_waiting() const;                        \
    template std::vector<SigningRow> Reads<Base>::signings_waiting_in(std::string_view) const;     \
    template std::vector<SigningRow> Reads<Base>::signings_returned_to(Uuid) const;                \
    template std::optional<SigningRow> Reads<Base>::signing(Uuid) const;
GWELD_SIGNING_READS(record::Reading)
GWELD_SIGNING_READS(record::Writing)
#undef GWELD_SIGNING_READS

} // namespace gweld::store::sql
