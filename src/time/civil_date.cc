#include "time/civil_date.h"

#include <array>
#include <charconv>
#include <memory>

namespace gweld::time {

namespace {

std::optional<int> whole_number(std::string_view text) {
    int n = 0;
    const auto* begin = std::to_address(text.begin());
    const auto* end = begin + text.size();
    const auto [stopped, problem] = std::from_chars(begin, end, n);
    if (problem != std::errc{} || stopped != end || text.starts_with('-')) {
        return std::nullopt;
    }
    return n;
}

void two_digits(std::string& out, unsigned n) {
    out += static_cast<char>('0' + n / 10);
    out += static_cast<char>('0' + n % 10);
}

} // namespace

std::string to_iso(CivilDate date) {
    const auto ymd = date.ymd();
    std::string year = std::to_string(static_cast<int>(ymd.year()));
    std::string out = std::string(year.size() < 4 ? 4 - year.size() : 0, '0') + year + '-';
    two_digits(out, static_cast<unsigned>(ymd.month()));
    out += '-';
    two_digits(out, static_cast<unsigned>(ymd.day()));
    return out;
}

std::optional<CivilDate> parse_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto y = whole_number(text.substr(0, 4));
    const auto m = whole_number(text.substr(5, 2));
    const auto d = whole_number(text.substr(8, 2));
    if (!y || !m || !d) {
        return std::nullopt;
    }
    const auto ymd = std::chrono::year{*y} / *m / *d;
    if (!ymd.ok()) {
        return std::nullopt;
    }
    return CivilDate{ymd};
}

} // namespace gweld::time
