#include "web/pages/forms/typed.h"

#include <algorithm>
#include <charconv>
#include <memory>

namespace gweld::web::pages {

std::string trimmed(std::string_view text) {
    constexpr std::string_view white = " \t\r\n";
    const auto first = text.find_first_not_of(white);
    if (first == std::string_view::npos) {
        return {};
    }
    return std::string{text.substr(first, text.find_last_not_of(white) - first + 1)};
}

std::optional<int> whole_number(std::string_view text) {
    int n = 0;
    const auto* begin = std::to_address(text.begin());
    const auto* end = begin + text.size();
    const auto [stopped, problem] = std::from_chars(begin, end, n);
    return problem == std::errc{} && stopped == end && n >= 0 ? std::optional{n} : std::nullopt;
}

std::optional<time::CivilDate> day_typed(std::string_view day, std::string_view month,
                                         std::string_view year) {
    const auto d = whole_number(day);
    const auto m = whole_number(month);
    const auto y = whole_number(year);
    // A day or a month of chrono keeps only its lowest eight bits.
    if (!d || !m || !y || *d > 31 || *m > 12 || year.size() != 4) {
        return std::nullopt;
    }
    const auto ymd = std::chrono::year{*y} / *m / *d;
    return ymd.ok() ? std::optional{time::CivilDate{ymd}} : std::nullopt;
}

namespace {

// Takes "am" or "pm" off the end. none: neither stands there.
std::optional<int> hours_to_add(std::string& text, int hours) {
    if (!text.ends_with("am") && !text.ends_with("pm")) {
        return std::nullopt;
    }
    const bool afternoon = text.ends_with("pm");
    text.resize(text.size() - 2);
    return (afternoon ? 12 : 0) - (hours == 12 ? 12 : 0);
}

} // namespace

std::optional<std::string> time_typed(std::string_view typed) {
    std::string text;
    for (const char c : typed) {
        if (c != ' ') {
            text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits),
                         [](char c) { return c >= '0' && c <= '9'; });
    const bool half_day = text.ends_with("am") || text.ends_with("pm");
    if (half_day && digits.size() <= 2) {
        digits += "00"; // "3pm"
    }
    if (digits.size() < 3 || digits.size() > 4) {
        return std::nullopt;
    }
    digits.insert(0, 4 - digits.size(), '0');
    int hours = *whole_number(std::string_view{digits}.substr(0, 2));
    const int minutes = *whole_number(std::string_view{digits}.substr(2));
    if (half_day && (hours < 1 || hours > 12)) {
        return std::nullopt;
    }
    hours += hours_to_add(text, hours).value_or(0);
    const bool only_time = std::ranges::all_of(
        text, [](char c) { return (c >= '0' && c <= '9') || c == ':' || c == '.'; });
    if (!only_time || hours > 23 || minutes > 59) {
        return std::nullopt;
    }
    return (hours < 10 ? "0" : "") + std::to_string(hours) + ":" + digits.substr(2);
}

bool looks_like_email(std::string_view typed) {
    const auto at = typed.find('@');
    if (at == std::string_view::npos || at == 0 || typed.find('@', at + 1) != typed.npos ||
        typed.find_first_of(" \t,;") != typed.npos) {
        return false;
    }
    const auto domain = typed.substr(at + 1);
    const auto dot = domain.find('.');
    return dot != domain.npos && dot > 0 && !domain.ends_with('.') &&
           domain.find("..") == domain.npos;
}

bool looks_like_phone(std::string_view typed) {
    constexpr long fewest = 6;
    for (const auto* extension : {" ext", " est"}) {
        typed = typed.substr(0, typed.find(extension));
    }
    const auto is_figure = [](char c) { return c >= '0' && c <= '9'; };
    return std::ranges::count_if(typed, is_figure) >= fewest &&
           std::ranges::all_of(typed, [&](char c) {
               return is_figure(c) || std::string_view{" +()-./"}.find(c) != std::string_view::npos;
           });
}

std::string postcode_typed(std::string_view typed) {
    std::string code;
    for (const char c : typed) {
        if (c != ' ') {
            code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        }
    }
    constexpr std::size_t inward = 3;
    if (code.size() > inward) {
        code.insert(code.size() - inward, 1, ' ');
    }
    return code;
}

} // namespace gweld::web::pages
