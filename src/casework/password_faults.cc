#include "casework/password_faults.h"

#include "people/names.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

namespace gweld::casework {

extern const std::string_view common_passwords; // a word a line, in order

namespace {

constexpr std::size_t shortest_word = 5;    // as common_passwords.mjs keeps them
constexpr std::size_t fewest_different = 5; // letters
constexpr std::size_t shortest_name = 3;    // part of a name that is looked for
constexpr std::size_t enough_besides = 6;   // letters that are nobody's name
// docs/guides/signing-in.md has the list: what somebody tries who knows where it is. The names of
// councils without their bearings ("vale", "isle").
constexpr std::array<std::string_view, 43> of_this_place{
    "gweld",      "password", "passphrase", "cyfrinair",    "council",       "cyngor",
    "county",     "borough",  "sir",        "safeguarding", "diogelu",       "social",
    "services",   "children", "plant",      "welcome",      "croeso",        "cymru",
    "wales",      "anglesey", "mon",        "gwynedd",      "conwy",         "denbighshire",
    "flintshire", "wrexham",  "powys",      "ceredigion",   "pembrokeshire", "carmarthenshire",
    "swansea",    "abertawe", "neath",      "talbot",       "bridgend",      "glamorgan",
    "cardiff",    "caerdydd", "rhondda",    "merthyr",      "caerphilly",    "blaenau",
    "newport"};

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

bool is_listed(std::string_view word) {
    static const std::vector<std::string_view> words = [] {
        std::vector<std::string_view> all;
        auto rest = common_passwords;
        for (auto end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
            all.push_back(rest.substr(0, end));
            rest.remove_prefix(end + 1);
        }
        return all;
    }();
    return word.size() >= shortest_word && std::ranges::binary_search(words, word);
}

// "Dr4g0n" as "dragon".
std::string figures_as_letters(std::string text) {
    constexpr std::string_view figures = "013457@$!";
    constexpr std::string_view letters = "oieastasi";
    for (char& c : text) {
        const auto at = figures.find(c);
        c = at == std::string_view::npos ? c : letters[at];
    }
    return text;
}

std::string_view without_what_stands_around(std::string_view text) {
    while (!text.empty() && !is_letter(text.back())) {
        text.remove_suffix(1);
    }
    while (!text.empty() && !is_letter(text.front())) {
        text.remove_prefix(1);
    }
    return text;
}

// "dragondragon" as "dragon".
std::string_view said_once(std::string_view text) {
    for (std::size_t length = 1; length <= text.size() / 2; ++length) {
        if (text.size() % length == 0 &&
            text.substr(length) == text.substr(0, text.size() - length)) {
            return text.substr(0, length);
        }
    }
    return text;
}

// "abcdefg", "9876543210987": each the next, the one before or the same.
bool runs_on(std::string_view text) {
    constexpr std::size_t breaks = 2;
    std::size_t steps = 0;
    for (std::size_t n = 1; n < text.size(); ++n) {
        const int by = text[n] - text[n - 1];
        steps += by >= -1 && by <= 1 ? 1U : 0U;
        steps += by == 9 || by == -9 ? 1U : 0U; // from 9 to 0 and back
    }
    return steps + breaks + 1 >= text.size();
}

std::string lowered(std::string_view text) {
    std::string lower{text};
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

bool is_everybodys(std::string_view password) {
    const auto lower = lowered(password);
    const std::set<char> different(lower.begin(), lower.end());
    if (different.size() < fewest_different || runs_on(lower)) {
        return true;
    }
    const std::string bare{without_what_stands_around(lower)};
    const auto spelt = figures_as_letters(bare);
    const auto all = figures_as_letters(lower);
    return std::ranges::any_of(
        std::array<std::string_view, 4>{lower, bare, spelt, all},
        [](std::string_view form) { return is_listed(form) || is_listed(said_once(form)); });
}

std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words(1);
    for (const char c : people::fold(name)) {
        if (is_letter(c)) {
            words.back().push_back(c);
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    return words;
}

bool is_little_but(std::string text, const std::vector<std::string>& names) {
    bool any = false;
    for (const auto& name : names) {
        for (auto at = text.find(name); name.size() >= shortest_name && at != std::string::npos;
             at = text.find(name)) {
            text.replace(at, name.size(), " ");
            any = true;
        }
    }
    return any && static_cast<std::size_t>(std::ranges::count_if(text, is_letter)) < enough_besides;
}

} // namespace

std::optional<PasswordFault> fault_in_password(std::string_view password,
                                               std::string_view sign_in_name,
                                               std::string_view person) {
    if (characters(password) < shortest_password) {
        return PasswordFault::too_short;
    }
    if (is_everybodys(password)) {
        return PasswordFault::everybodys;
    }
    auto names = words_of(sign_in_name);
    for (auto& word : words_of(person)) {
        names.push_back(std::move(word));
    }
    names.insert(names.end(), of_this_place.begin(), of_this_place.end());
    return is_little_but(people::fold(password), names) ? std::optional{PasswordFault::names_them}
                                                        : std::nullopt;
}

} // namespace gweld::casework
