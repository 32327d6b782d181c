// The address of ssd_address is a JSON object inside a cell; this file alone knows Boost.JSON.
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

std::optional<std::size_t> part_named(string_view key) {
    string upper{plain(key)};
    std::ranges::transform(upper, upper.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    const auto found = std::ranges::find(parts, upper);
    return found == parts.end() ? std::nullopt
                                : std::optional{static_cast<std::size_t>(found - parts.begin())};
}

std::optional<string> text_of(const boost::json::value& value) {
    if (value.is_null()) {
        return string{};
    }
    if (value.is_string()) {
        const auto& text = value.get_string();
        return string{plain({text.data(), text.size()})};
    }
    if (value.is_int64() || value.is_uint64()) {
        return boost::json::serialize(value);
    }
    return std::nullopt;
}

} // namespace

std::optional<string> address_lines(string_view json) {
    boost::json::error_code failed;
    boost::json::monotonic_resource memory;
    const auto value = boost::json::parse({json.data(), json.size()}, failed, &memory);
    if (failed || !value.is_object()) {
        return std::nullopt;
    }
    std::array<string, parts.size()> said;
    for (const auto& [key, part] : value.get_object()) {
        const auto which = part_named({key.data(), key.size()});
        if (!which) {
            continue;
        }
        const auto text = text_of(part);
        if (!text) {
            return std::nullopt;
        }
        said.at(*which) = *text;
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

} // namespace gweld::ssd
