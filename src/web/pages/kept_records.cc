#include "web/pages/kept_records.h"

#include "casework/merging.h"

namespace gweld::web::pages {

namespace {

using base::Uuid;
using KeptNames = std::map<Uuid, Uuid>;

constexpr std::size_t id_length = 36;
constexpr std::size_t first_hyphen = 8;
// What people write is longer than what our forms say of records.
constexpr std::size_t longest_of_ours = 120;

template <class Then> void each_id_in(std::string_view text, const Then& then) {
    if (text.size() > longest_of_ours) {
        return;
    }
    for (auto hyphen = text.find('-', first_hyphen); hyphen != std::string_view::npos;
         hyphen = text.find('-', hyphen + 1)) {
        const auto start = hyphen - first_hyphen;
        if (const auto id = base::parse_uuid(text.substr(start, id_length))) {
            then(start, *id);
        }
    }
}

std::string renamed(std::string text, const KeptNames& names) {
    auto now = text;
    each_id_in(text, [&](std::size_t at, const Uuid& id) {
        if (const auto found = names.find(id); found != names.end()) {
            now.replace(at, id_length, base::to_text(found->second));
        }
    });
    return now;
}

} // namespace

std::optional<Url> at_kept_record(const Site& site, const Request& request, const Params& params) {
    const auto id = base::parse_uuid(params["id"]);
    const auto names = id ? casework::kept_for(site.office, {*id}) : KeptNames{};
    if (names.empty()) {
        return std::nullopt;
    }
    auto to = renamed(request.path, names);
    if (!request.query.list().empty()) {
        to += "?" + encode_fields(request.query.list());
    }
    return in_language(Url::path(to), request.language);
}

std::optional<Fields> with_kept_records(const Site& site, const Fields& form) {
    std::set<Uuid> ids;
    const auto note = [&](std::size_t, const Uuid& id) { ids.insert(id); };
    for (const auto& field : form.list()) {
        each_id_in(field.name, note);
        each_id_in(field.value, note);
    }
    const auto names = ids.empty() ? KeptNames{} : casework::kept_for(site.office, ids);
    if (names.empty()) {
        return std::nullopt;
    }
    std::vector<Field> fields;
    for (const auto& field : form.list()) {
        fields.push_back({renamed(field.name, names), renamed(field.value, names)});
    }
    return Fields{std::move(fields)};
}

} // namespace gweld::web::pages
