#include "words/mutation.h"

#include <algorithm>
#include <array>

namespace gweld::words {

namespace {

struct Mutated {
    std::string_view month;
    std::string_view soft;
};
// Those that change; Ionawr, Ebrill, Awst, Hydref and Chwefror do not.
constexpr std::array months{Mutated{"Mawrth", "Fawrth"},   Mutated{"Mai", "Fai"},
                            Mutated{"Mehefin", "Fehefin"}, Mutated{"Gorffennaf", "Orffennaf"},
                            Mutated{"Medi", "Fedi"},       Mutated{"Tachwedd", "Dachwedd"},
                            Mutated{"Rhagfyr", "Ragfyr"}};

bool ends_with_word(std::string_view text, std::string_view word) {
    if (!text.ends_with(word)) {
        return false;
    }
    text.remove_suffix(word.size());
    return text.empty() || text.back() == ' ' || text.back() == '(';
}

bool after_any(std::string_view before, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](auto word) { return ends_with_word(before, word); });
}

// " 2026": so that Mai and Medi, who are people, keep their names.
bool is_a_year(std::string_view text) {
    constexpr std::size_t space_and_four = 5;
    return text.size() >= space_and_four && text[0] == ' ' &&
           std::ranges::all_of(text.substr(1, 4), [](char c) { return c >= '0' && c <= '9'; });
}

std::string softened(std::string_view value) {
    if (value.starts_with("dydd ")) {
        return "d" + std::string{value};
    }
    for (const auto& [month, soft] : months) {
        if (value.starts_with(month) && is_a_year(value.substr(month.size()))) {
            return std::string{soft}.append(value.substr(month.size()));
        }
    }
    return std::string{value};
}

// What is left of the value after its article; empty: it has none.
std::string_view after_article(std::string_view value) {
    for (const auto* article : {"yr ", "y "}) {
        if (value.starts_with(article)) {
            return value.substr(std::string_view{article}.size());
        }
    }
    return {};
}

} // namespace

std::string joined_in_welsh(std::string before, std::string_view value) {
    const bool of_or_to = after_any(before, {"o ", "O ", "i ", "I "});
    const auto rest = after_article(value);
    if (of_or_to && !rest.empty()) {
        before.pop_back();
        return before.append("’r ").append(rest);
    }
    const bool softens = of_or_to || after_any(before, {"hyd "});
    return before.append(softens ? softened(value) : std::string{value});
}

} // namespace gweld::words
