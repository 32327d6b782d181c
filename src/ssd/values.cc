#include "ssd/values.h"

#include <algorithm>
#include <initializer_list>

namespace gweld::ssd {
namespace {

using std::string;
using std::string_view;

constexpr string_view no_break_space = "\xC2\xA0";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_one_of(string_view text, std::initializer_list<string_view> those) {
    return std::ranges::find(those, text) != those.end();
}

} // namespace

string lower(string_view text) {
    string result{text};
    std::ranges::transform(result, result.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return result;
}

string_view plain(string_view cell) {
    for (;;) {
        const auto before = cell.size();
        while (!cell.empty() && is_space(cell.front())) {
            cell.remove_prefix(1);
        }
        while (!cell.empty() && is_space(cell.back())) {
            cell.remove_suffix(1);
        }
        if (cell.starts_with(no_break_space)) {
            cell.remove_prefix(no_break_space.size());
        }
        if (cell.ends_with(no_break_space)) {
            cell.remove_suffix(no_break_space.size());
        }
        if (cell.size() == before) {
            return cell == "NULL" ? string_view{} : cell;
        }
    }
}

std::optional<record::Answer> answer_in(string_view text) {
    const auto said = lower(text);
    if (said.empty()) {
        return record::Answer::not_recorded;
    }
    if (is_one_of(said, {"y", "yes", "1", "true"})) {
        return record::Answer::yes;
    }
    if (is_one_of(said, {"n", "no", "0", "false"})) {
        return record::Answer::no;
    }
    return std::nullopt;
}

std::optional<record::Sex> sex_in(string_view text) {
    const auto said = lower(text);
    if (is_one_of(said, {"f", "2", "female"})) {
        return record::Sex::female;
    }
    if (is_one_of(said, {"m", "1", "male"})) {
        return record::Sex::male;
    }
    if (is_one_of(said, {"", "u", "0", "9", "unknown", "not known"})) {
        return record::Sex::not_known;
    }
    return std::nullopt;
}

std::optional<record::Place> place_in(string_view text) {
    const auto said = lower(text);
    struct Named {
        string_view name;
        record::Place place;
    };
    using enum record::Place;
    for (const auto& [name, place] :
         {Named{"home", home}, Named{"school", school}, Named{"office", office},
          Named{"other", other}, Named{"", not_recorded}}) {
        if (said == name) {
            return place;
        }
    }
    return std::nullopt;
}

namespace {

std::optional<record::Category> category_in(string_view said) {
    if (is_one_of(said, {"neglect", "neg"})) {
        return record::Category::neglect;
    }
    if (is_one_of(said, {"physical abuse", "physical", "phy"})) {
        return record::Category::physical_abuse;
    }
    if (is_one_of(said, {"sexual abuse", "sexual", "sab"})) {
        return record::Category::sexual_abuse;
    }
    if (is_one_of(said,
                  {"emotional abuse", "emotional", "psychological abuse", "psychological",
                   "emotional/psychological abuse", "emotional or psychological abuse", "emo"})) {
        return record::Category::emotional_or_psychological_abuse;
    }
    if (is_one_of(said, {"financial abuse", "financial"})) {
        return record::Category::financial_abuse;
    }
    return std::nullopt;
}

string_view without_brackets(string_view text) {
    text = plain(text);
    if (text.size() >= 2 && text.front() == '[' && text.back() == ']') {
        text = plain(text.substr(1, text.size() - 2));
    }
    return text;
}

} // namespace

std::optional<Categories> categories_in(string_view text) {
    Categories found;
    const auto said = lower(text);
    auto rest = without_brackets(said);
    bool multiple = false;
    for (const string_view word : {"multiple", "mul"}) {
        if (rest == word || (rest.starts_with(word) && rest[word.size()] == ':')) {
            rest = without_brackets(rest.substr(std::min(word.size() + 1, rest.size())));
            multiple = true;
            break;
        }
    }
    while (!rest.empty()) {
        const auto end = std::min(rest.find_first_of(",;"), rest.size());
        const auto part = plain(rest.substr(0, end));
        rest = rest.substr(std::min(end + 1, rest.size()));
        const auto category = category_in(part);
        if (!category) {
            return std::nullopt;
        }
        found.listed.push_back(*category);
    }
    std::ranges::sort(found.listed);
    const auto repeated = std::ranges::unique(found.listed);
    found.listed.erase(repeated.begin(), repeated.end());
    found.multiple_without_list = multiple && found.listed.empty();
    return found;
}

record::AllocatedAs allocated_as(string_view role) {
    const auto said = lower(role);
    const auto says = [&](std::initializer_list<string_view> words) {
        return std::ranges::any_of(
            words, [&](string_view word) { return said.find(word) != string::npos; });
    };
    if (says({"co-worker", "co worker", "coworker", "co-alloc", "joint", "second", "assistant",
              "support", "student"})) {
        return record::AllocatedAs::co_worker;
    }
    if (said.empty() || is_one_of(said, {"cw", "kw", "sw", "asw"}) ||
        says({"allocated", "key worker", "keyworker", "case worker", "caseworker", "lead",
              "social worker"})) {
        return record::AllocatedAs::allocated_worker;
    }
    return record::AllocatedAs::other;
}

record::AddressKind address_kind(string_view type) {
    const auto said = lower(type);
    if (said.starts_with("placement")) {
        return record::AddressKind::placement;
    }
    for (const string_view home : {"home", "primary", "main", "permanent"}) {
        if (said.starts_with(home)) {
            return record::AddressKind::home;
        }
    }
    return record::AddressKind::other;
}

Postcode postcode_in(string_view text) {
    string letters;
    for (const char c : text) {
        if (!is_space(c)) {
            letters += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        }
    }
    // A9 9AA, A99 9AA, AA9 9AA, AA99 9AA, A9A 9AA, AA9A 9AA: one or two letters, a digit, perhaps a
    // digit or letter, then a digit and two letters.
    const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    constexpr std::size_t inward = 3;
    if (letters.size() < 5 || letters.size() > 7) {
        return {string{text}, text.empty()};
    }
    const auto out = string_view{letters}.substr(0, letters.size() - inward);
    const auto in = string_view{letters}.substr(letters.size() - inward);
    const std::size_t area = is_letter(out[1]) ? 2 : 1;
    const bool outward_good =
        is_letter(out[0]) && out.size() > area && out.size() <= area + 2 && is_digit(out[area]) &&
        (out.size() == area + 1 || is_digit(out[area + 1]) || is_letter(out[area + 1]));
    if (!outward_good || !is_digit(in[0]) || !is_letter(in[1]) || !is_letter(in[2])) {
        return {string{text}, false};
    }
    return {string{out} + " " + string{in}, true};
}

} // namespace gweld::ssd
