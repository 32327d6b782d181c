#include "web/html.h"

#include <algorithm>
#include <array>

namespace gweld::web {

namespace {

std::string_view entity_of(char c) {
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    case '`':
        return "&#96;";
    default:
        return {};
    }
}

constexpr auto is_special = [] {
    std::array<bool, 256> table{};
    for (const char c : std::string_view{"&<>\"'`"}) {
        table[static_cast<unsigned char>(c)] = true;
    }
    return table;
}();

// Copies whole runs: most text has nothing to escape.
template <class Append> void escape_into(std::string_view text, Append append) {
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_special[static_cast<unsigned char>(text[at])]) {
            append(text.substr(from, at - from));
            append(entity_of(text[at]));
            from = at + 1;
        }
    }
    append(text.substr(from));
}

} // namespace

std::string escape(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size() + 16);
    escape_into(text, [&](std::string_view run) { escaped.append(run); });
    return escaped;
}

void put_text(Out& out, std::string_view text) {
    escape_into(text, [&](std::string_view run) { out.raw(run); });
}

// Browsers drop tabs and line ends from an address, and "/<tab>/host" would become "//host". (Out
// of line because inlined g++ 12 warns of an uninitialised string that is none.)
Url Url::path(std::string path) {
    const bool ours = path.starts_with('/') && !path.starts_with("//") &&
                      std::none_of(path.begin(), path.end(), [](char c) {
                          return c == '\\' || c == 0x7f || static_cast<unsigned char>(c) < 0x20;
                      });
    return Url{ours ? std::move(path) : "/"};
}

} // namespace gweld::web
