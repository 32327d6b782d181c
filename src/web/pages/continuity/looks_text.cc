#include "web/pages/continuity/looks_text.h"

#include "web/fields.h"

namespace gweld::web::pages {

namespace {

// Takes the text up to the next `end` off the front; the whole when there is none.
std::string_view next(std::string_view& rest, char end) {
    const auto at = rest.find(end);
    const auto piece = rest.substr(0, at);
    rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
    return piece;
}

std::optional<casework::PackLooks> list_in(std::string_view line) {
    const auto id = base::parse_uuid(next(line, ' '));
    const auto made = time::parse_rfc3339(next(line, ' '));
    if (!id || id->is_nil() || !made) {
        return std::nullopt;
    }
    return casework::PackLooks{record::LooksListId{*id}, *made, repair_utf8(std::string{line}), {}};
}

std::optional<casework::PackLook> look_in(std::string_view line) {
    const auto child = base::parse_uuid(next(line, ' '));
    const auto at = time::parse_rfc3339(next(line, ' '));
    return child && at ? std::optional{casework::PackLook{base::PersonId{*child}, *at}}
                       : std::nullopt;
}

bool add_line(std::string_view line, std::vector<casework::PackLooks>& lists) {
    const auto what = next(line, ' ');
    if (what == "list") {
        auto list = list_in(line);
        if (list) {
            lists.push_back(std::move(*list));
        }
        return list.has_value();
    }
    const auto look = what == "look" && !lists.empty() ? look_in(line) : std::nullopt;
    if (look) {
        lists.back().looks.push_back(*look);
    }
    return look.has_value();
}

} // namespace

std::optional<std::vector<casework::PackLooks>> read_looks(std::string_view text) {
    if (next(text, '\n') != "gweld-looks 1") {
        return std::nullopt;
    }
    std::vector<casework::PackLooks> lists;
    while (!text.empty()) {
        if (!add_line(next(text, '\n'), lists)) {
            return std::nullopt;
        }
    }
    return lists;
}

} // namespace gweld::web::pages
