#include "store/sql/reads.h"
#include "store/sql/table_sql.h"

namespace gweld::store::sql {

using namespace record;

template <class Base> std::vector<BarrierRow> Reads<Base>::barriers_of(Uuid child) const {
    static const std::string sql =
        select_sql<BarrierRow>("AND child = $2 ORDER BY from_at, entry, nth");
    return all_rows<BarrierRow>(connection_, sql, authority_, child);
}

template <class Base> std::vector<BarrierRow> Reads<Base>::exclusions_of(Uuid worker) const {
    static const std::string sql = select_sql<BarrierRow>(
        "AND worker = $2 AND barrier = 'excluded' ORDER BY from_at, entry, nth");
    return all_rows<BarrierRow>(connection_, sql, authority_, worker);
}

template <class Base> std::vector<EmergencyOpeningRow> Reads<Base>::openings_to_review() const {
    static const std::string sql =
        select_sql<EmergencyOpeningRow>("AND found = '' ORDER BY opened_at, entry");
    return all_rows<EmergencyOpeningRow>(connection_, sql, authority_);
}

template <class Base>
std::vector<EmergencyOpeningRow> Reads<Base>::openings_since(std::int64_t opened_at) const {
    static const std::string sql =
        select_sql<EmergencyOpeningRow>("AND opened_at >= $2 ORDER BY opened_at, entry");
    return all_rows<EmergencyOpeningRow>(connection_, sql, authority_, opened_at);
}

template <class Base> std::vector<ConnectionRow> Reads<Base>::connections_of(Uuid worker) const {
    static const std::string sql = select_sql<ConnectionRow>("AND worker = $2 ORDER BY entry");
    return all_rows<ConnectionRow>(connection_, sql, authority_, worker);
}

template <class Base>
std::vector<ConnectionRow> Reads<Base>::connections_born(std::int64_t day) const {
    static const std::string sql = select_sql<ConnectionRow>("AND born = $2 ORDER BY entry");
    return all_rows<ConnectionRow>(connection_, sql, authority_, day);
}

template <class Base>
std::vector<ConnectionRow> Reads<Base>::connections_at(std::string_view postcode) const {
    static const std::string sql = select_sql<ConnectionRow>("AND postcode = $2 ORDER BY entry");
    return all_rows<ConnectionRow>(connection_, sql, authority_, postcode);
}

#define GWELD_ACCESS_READS(Base)                                                                   \
    template std::vector<BarrierRow> Reads<Base>::barriers_of(Uuid) const;                         \
    template std::vector<BarrierRow> Reads<Base>::exclusions_of(Uuid) const;                       \
    template std::vector<EmergencyOpeningRow> Reads<Base>::openings_to_review() const;             \
    template std::vector<EmergencyOpeningRow> Reads<Base>::openings_since(std::int64_t) const;     \
    template std::vector<ConnectionRow> Reads<Base>::connections_of(Uuid) const;                   \
    template std::vector<ConnectionRow> Reads<Base>::connections_born(std::int64_t) const;         \
    template std::vector<ConnectionRow> Reads<Base>::connections_at(std::string_view) const;
GWELD_ACCESS_READS(record::Reading)
GWELD_ACCESS_READS(record::Writing)
#undef GWELD_ACCESS_READS

} // namespace gweld::store::sql
