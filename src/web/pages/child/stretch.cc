#include "web/components/spoken.h"
#include "web/pages/child/parts.h"

#include <algorithm>
#include <charconv>

namespace gweld::web::pages::child_record {

namespace {

std::size_t page_asked(std::string_view text, std::size_t last) {
    std::size_t page = 1;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), page);
    const bool number = problem == std::errc{} && end == text.data() + text.size();
    return number ? std::clamp<std::size_t>(page, 1, last) : 1;
}

Url page_url(const Shown& shown, std::string_view route, std::size_t page) {
    std::vector<Field> query;
    if (const auto show = shown.caller.request.query.first("show")) {
        query.push_back({"show", std::string{*show}});
    }
    query.push_back({"page", std::to_string(page)});
    return Url::path(shown.to(route).text() + "?" + encode_fields(query));
}

} // namespace

Stretch stretch_of(const Shown& shown, std::string_view route, std::size_t count,
                   std::size_t on_one_page) {
    const auto last = std::max<std::size_t>((count + on_one_page - 1) / on_one_page, 1);
    const auto page = page_asked(shown.caller.request.query.text("page"), last);
    Stretch stretch{(page - 1) * on_one_page, std::min(page * on_one_page, count), {}};
    std::optional<Url> previous;
    std::optional<Url> next;
    if (page > 1) {
        previous = page_url(shown, route, page - 1);
    }
    if (page < last) {
        next = page_url(shown, route, page + 1);
    }
    if (previous || next) {
        stretch.turns = govuk::render(govuk::page_turns(shown.say(), previous, next));
    }
    return stretch;
}

} // namespace gweld::web::pages::child_record
