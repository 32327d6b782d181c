#include "web/pages/frame/page_turns.h"

#include "web/components/spoken.h"

#include <algorithm>
#include <charconv>

namespace gweld::web::pages {

std::size_t page_asked(const Caller& caller, std::string_view key, std::size_t last) {
    const auto text = caller.request.query.text(key);
    std::size_t page = 1;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), page);
    const bool number = problem == std::errc{} && end == text.data() + text.size();
    return number ? std::clamp<std::size_t>(page, 1, last) : 1;
}

Url with_query(const Caller& caller, const Url& to, std::vector<Field> changed) {
    std::vector<Field> query;
    for (const auto& field : caller.request.query.list()) {
        const bool replaced =
            std::ranges::any_of(changed, [&](const auto& one) { return one.name == field.name; });
        if (!replaced && !field.value.empty() && field.name != "page" && field.name != "saved") {
            query.push_back(field);
        }
    }
    for (auto& field : changed) {
        if (!field.value.empty()) {
            query.push_back(std::move(field));
        }
    }
    return query.empty() ? to : Url::path(to.text() + "?" + encode_fields(query));
}

Html page_turns(const Caller& caller, const Url& here, std::string_view key, std::size_t page,
                std::size_t last, const ListAt& at) {
    if (last <= 1) {
        return {};
    }
    const auto turn = [&](std::size_t to) {
        const auto address =
            with_query(caller, here, {{std::string{key}, to > 1 ? std::to_string(to) : ""}});
        return at.section.empty() ? address
                                  : Url::path(address.text() + "#" + std::string{at.section});
    };
    auto turns =
        govuk::page_turns(caller.say, page > 1 ? std::optional{turn(page - 1)} : std::nullopt,
                          page < last ? std::optional{turn(page + 1)} : std::nullopt);
    if (!at.name.empty()) {
        turns.landmark_label = at.name;
    }
    return govuk::render(turns);
}

Stretch stretch_of(const Caller& caller, const Url& here, std::string_view key, std::size_t count,
                   std::size_t on_one_page, const ListAt& at) {
    const auto last = std::max<std::size_t>((count + on_one_page - 1) / on_one_page, 1);
    const auto page = page_asked(caller, key, last);
    return {(page - 1) * on_one_page, std::min(page * on_one_page, count),
            page_turns(caller, here, key, page, last, at)};
}

} // namespace gweld::web::pages
