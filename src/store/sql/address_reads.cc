// Where people live and lived.
#include "record/run_together.h"
#include "store/sql/reads.h"
#include "store/sql/table_sql.h"

namespace gweld::store::sql {

using namespace record;

namespace {

// As as_run_together does it.
std::string run_together(std::string column) {
    column = "lower(" + column + ")";
    for (const std::string_view aside : {" ", "-", "''", "\u2019", ",", "."}) {
        column.insert(0, "replace(").append(", '").append(aside).append("', '')");
    }
    return column;
}

} // namespace

template <class Base>
std::vector<AddressRow> Reads<Base>::addresses_like(std::string_view text,
                                                    std::size_t limit) const {
    static const std::string sql = select_sql<AddressRow>(
        "AND (replace(lower(postcode), ' ', '') = $2 OR instr(" + run_together("lines") +
        ", $2) > 0) ORDER BY from_day DESC, entry LIMIT $3");
    const auto wanted = as_run_together(text);
    return wanted.empty() ? std::vector<AddressRow>{}
                          : all_rows<AddressRow>(connection_, sql, authority_, wanted,
                                                 static_cast<std::int64_t>(limit));
}

template <class Base> std::vector<AddressRow> Reads<Base>::addresses_of(Uuid person) const {
    static const std::string sql =
        select_sql<AddressRow>("AND person = $2 ORDER BY from_day, entry");
    return all_rows<AddressRow>(connection_, sql, authority_, person);
}

template <class Base>
std::vector<AddressRow> Reads<Base>::addresses_at(std::string_view postcode) const {
    static const std::string sql =
        select_sql<AddressRow>("AND postcode = $2 ORDER BY person, from_day, entry");
    return all_rows<AddressRow>(connection_, sql, authority_, postcode);
}

template std::vector<AddressRow> Reads<Reading>::addresses_like(std::string_view,
                                                                std::size_t) const;
template std::vector<AddressRow> Reads<Writing>::addresses_like(std::string_view,
                                                                std::size_t) const;
template std::vector<AddressRow> Reads<Reading>::addresses_of(Uuid) const;
template std::vector<AddressRow> Reads<Writing>::addresses_of(Uuid) const;
template std::vector<AddressRow> Reads<Reading>::addresses_at(std::string_view) const;
template std::vector<AddressRow> Reads<Writing>::addresses_at(std::string_view) const;

} // namespace gweld::store::sql
