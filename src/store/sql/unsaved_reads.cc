#include "store/sql/reads.h"
#include "store/sql/table_sql.h"

namespace gweld::store::sql {

using namespace record;

namespace {

// One that was changed on the disk is passed over, and `check` names it: a form begun is worth less
// than the work of everybody, which would stop.
template <class... Args>
std::vector<UnsavedFormRow> forms_of(Connection& connection, const std::string& sql,
                                     const Args&... values) {
    std::vector<UnsavedFormRow> forms;
    Query query{connection, sql};
    query.bind_all(values...);
    while (query.step()) {
        if (auto row = read_if_whole<UnsavedRow>(query)) {
            forms.push_back(std::move(*row));
        }
    }
    return forms;
}

} // namespace

template <class Base> bool Reads<Base>::was_recorded(std::string_view idempotency_key) const {
    static const std::string sql = select_sql<DoneRow>("AND key = $2");
    return one_row<DoneRow>(connection_, sql, authority_, idempotency_key).has_value();
}

template <class Base>
std::optional<UnsavedFormRow> Reads<Base>::unsaved_form(Uuid writer, std::string_view key) const {
    static const std::string sql = select_sql<UnsavedRow>("AND writer = $2 AND key = $3");
    auto forms = forms_of(connection_, sql, authority_, writer, key);
    return forms.empty() ? std::nullopt : std::optional{std::move(forms.front())};
}

template <class Base> std::vector<UnsavedFormRow> Reads<Base>::unsaved_forms(Uuid writer) const {
    static const std::string sql =
        select_sql<UnsavedRow>("AND writer = $2 ORDER BY kept_at DESC, key");
    return forms_of(connection_, sql, authority_, writer);
}

template <class Base>
std::vector<UnsavedFormRow> Reads<Base>::unsaved_forms_at(Uuid writer,
                                                          std::string_view address) const {
    static const std::string sql =
        select_sql<UnsavedRow>("AND writer = $2 AND address = $3 ORDER BY kept_at DESC, key");
    return forms_of(connection_, sql, authority_, writer, address);
}

#define GWELD_UNSAVED_READS(Base)                                                                  \
    template bool Reads<Base>::was_recorded(std::string_view) const;                               \
    template std::optional<UnsavedFormRow> Reads<Base>::unsaved_form(Uuid, std::string_view)       \
        const;                                                                                     \
    template std::vector<UnsavedFormRow> Reads<Base>::unsaved_forms(Uuid) const;                   \
    template std::vector<UnsavedFormRow> Reads<Base>::unsaved_forms_at(Uuid, std::string_view)     \
        const;
GWELD_UNSAVED_READS(record::Reading)
GWELD_UNSAVED_READS(record::Writing)
#undef GWELD_UNSAVED_READS

} // namespace gweld::store::sql
