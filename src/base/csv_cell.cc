#include "base/csv_cell.h"

#include <algorithm>
#include <array>

namespace gweld::base {

namespace {

constexpr std::array<std::string_view, 4> full_width{"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
// Spaces, marks of order and of direction, and what has no width: programs pass over them.
constexpr std::array<std::string_view, 20> not_seen{
    "\u00A0", "\u00AD", "\u061C", "\u200B", "\u200C", "\u200D", "\u200E",
    "\u200F", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2060",
    "\u2066", "\u2067", "\u2068", "\u2069", "\u3000", "\uFEFF"};

std::string_view from_what_is_seen(std::string_view cell) {
    while (!cell.empty()) {
        const auto first = static_cast<unsigned char>(cell.front());
        const auto mark = std::ranges::find_if(
            not_seen, [&](std::string_view one) { return cell.starts_with(one); });
        if (first <= ' ' || first == 0x7f) {
            cell.remove_prefix(1);
        } else if (mark != not_seen.end()) {
            cell.remove_prefix(mark->size());
        } else {
            break;
        }
    }
    return cell;
}

bool runs_as_formula(std::string_view cell) {
    if (cell.empty()) {
        return false;
    }
    if (cell.front() == '\t' || cell.front() == '\r') {
        return true;
    }
    const auto seen = from_what_is_seen(cell);
    return (!seen.empty() &&
            std::string_view{"=+-@|%"}.find(seen.front()) != std::string_view::npos) ||
           std::ranges::any_of(full_width,
                               [&](std::string_view one) { return seen.starts_with(one); });
}

} // namespace

std::string csv_cell(std::string_view value) {
    const bool formula = runs_as_formula(value);
    if (!formula && value.find_first_of(",\"\r\n") == std::string_view::npos) {
        return std::string{value};
    }
    std::string cell = formula ? "\"'" : "\"";
    for (const char c : value) {
        cell.append(c == '"' ? 2 : 1, c);
    }
    return cell += '"';
}

} // namespace gweld::base
