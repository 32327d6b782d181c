// Cells that hold JSON: addresses, outcomes, factors. This file alone of the room knows Boost.JSON.
#include "ssd/values.h"

#include <algorithm>
#include <array>
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace gweld::ssd {
namespace {

using std::string;
using std::string_view;

// In the order in which an address is said.
constexpr std::array<string_view, 7> parts = {"ROOM",  "FLOOR",  "FLAT", "BUILDING",
                                              "HOUSE", "STREET", "TOWN"};
constexpr std::size_t house = 4;

string upper(string_view text) {
    string result{text};
    std::ranges::transform(result, result.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return result;
}

string_view view(const boost::json::string& text) { return {text.data(), text.size()}; }

std::optional<std::size_t> part_named(string_view key) {
    const auto found = std::ranges::find(parts, upper(plain(key)));
    return found == parts.end() ? std::nullopt
                                : std::optional{static_cast<std::size_t>(found - parts.begin())};
}

std::optional<string> text_of(const boost::json::value& value) {
    if (value.is_null()) {
        return string{};
    }
    if (value.is_string()) {
        return string{plain(view(value.get_string()))};
    }
    if (value.is_int64() || value.is_uint64()) {
        return boost::json::serialize(value);
    }
    return std::nullopt;
}

// A flag or code with yes or no beside it.
std::optional<record::Answer> answer_of(const boost::json::value& value) {
    if (value.is_bool()) {
        return value.get_bool() ? record::Answer::yes : record::Answer::no;
    }
    const auto text = text_of(value);
    return text ? answer_in(*text) : std::nullopt;
}

void put_in_order(std::vector<string>& codes) {
    std::ranges::sort(codes);
    const auto repeated = std::ranges::unique(codes);
    codes.erase(repeated.begin(), repeated.end());
}

std::optional<std::vector<string>> codes_listed(const boost::json::array& list) {
    std::vector<string> codes;
    for (const auto& item : list) {
        const auto code = text_of(item);
        if (!code) {
            return std::nullopt;
        }
        if (!code->empty()) {
            codes.push_back(upper(*code));
        }
    }
    return codes;
}

std::optional<std::vector<string>> codes_answered(const boost::json::object& object) {
    std::vector<string> codes;
    for (const auto& [key, value] : object) {
        const auto answer = answer_of(value);
        if (!answer) {
            return std::nullopt;
        }
        if (*answer == record::Answer::yes) {
            codes.push_back(upper(plain({key.data(), key.size()})));
        }
    }
    return codes;
}

} // namespace

std::optional<string> address_lines(string_view text) {
    boost::json::error_code failed;
    boost::json::monotonic_resource memory;
    const auto value = boost::json::parse({text.data(), text.size()}, failed, &memory);
    if (failed || !value.is_object()) {
        return std::nullopt;
    }
    std::array<string, parts.size()> said;
    for (const auto& [key, part] : value.get_object()) {
        const auto which = part_named({key.data(), key.size()});
        if (!which) {
            continue;
        }
        const auto told = text_of(part);
        if (!told) {
            return std::nullopt;
        }
        said.at(*which) = *told;
    }
    string lines;
    for (std::size_t i = 0; i < said.size(); ++i) {
        if (said.at(i).empty()) {
            continue;
        }
        const bool after_house = i == house + 1 && !said.at(house).empty();
        lines += lines.empty() ? "" : (after_house ? " " : ", ");
        lines += said.at(i);
    }
    return lines;
}

std::optional<Outcomes> outcomes_in(string_view text) {
    Outcomes found;
    if (text.empty()) {
        return found;
    }
    boost::json::error_code failed;
    boost::json::monotonic_resource memory;
    const auto value = boost::json::parse({text.data(), text.size()}, failed, &memory);
    if (failed || !value.is_object()) {
        return std::nullopt;
    }
    for (const auto& [name, part] : value.get_object()) {
        auto key = upper(plain({name.data(), name.size()}));
        if (key.ends_with("COMMENTS")) {
            found.comments = text_of(part).value_or(string{});
        }
        if (!key.ends_with("_FLAG")) {
            continue;
        }
        const auto answer = answer_of(part);
        if (!answer) {
            return std::nullopt;
        }
        if (*answer == record::Answer::yes) {
            found.flags.push_back(std::move(key));
        }
    }
    put_in_order(found.flags);
    return found;
}

std::optional<std::vector<string>> factors_in(string_view text) {
    if (text.empty()) {
        return std::vector<string>{};
    }
    boost::json::error_code failed;
    boost::json::monotonic_resource memory;
    const auto value = boost::json::parse({text.data(), text.size()}, failed, &memory);
    if (failed || !(value.is_array() || value.is_object())) {
        return std::nullopt;
    }
    auto codes =
        value.is_array() ? codes_listed(value.get_array()) : codes_answered(value.get_object());
    if (codes) {
        put_in_order(*codes);
    }
    return codes;
}

} // namespace gweld::ssd
