#include "record/left_out.h"

#include "base/uuid.h"
#include "time/civil_date.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <vector>

namespace gweld::record {

namespace {

namespace json = boost::json;

// Letters and digits only, capitals of English made small; with where each stood.
struct Bare {
    std::string letters;
    std::vector<std::size_t> at;
};

// Curly quotation marks and long dashes (U+2010 to U+203F) and the space that does not break are
// spelling, like their plain sisters.
std::size_t spelling_at(std::string_view text) {
    if (text.starts_with("\xE2\x80")) {
        return 3;
    }
    if (text.starts_with("\xC2\xA0")) {
        return 2;
    }
    const char c = text.front();
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                        (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U) != 0;
    return letter ? 0 : 1;
}

Bare bare(std::string_view text) {
    Bare out;
    for (std::size_t i = 0; i < text.size();) {
        if (const auto passed = spelling_at(text.substr(i)); passed > 0) {
            i += passed;
            continue;
        }
        const char c = text[i];
        out.letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        out.at.push_back(i++);
    }
    return out;
}

constexpr std::size_t shortest = 5; // "Ty" stands in half of all sentences

void leave_out(std::string& text, const std::string& part, std::string_view instead) {
    const auto wanted = bare(part).letters;
    if (wanted.size() < shortest) {
        return;
    }
    const auto has = bare(text);
    std::string out;
    std::size_t kept_to = 0;
    for (auto at = has.letters.find(wanted); at != std::string::npos;
         at = has.letters.find(wanted, at + wanted.size())) {
        out += text.substr(kept_to, has.at[at] - kept_to).append(instead);
        kept_to = has.at[at + wanted.size() - 1] + 1;
    }
    text = out + text.substr(kept_to);
}

std::string without_number(const std::string& part) {
    const auto street = part.find_first_not_of("0123456789 /-");
    const bool numbered =
        street != std::string::npos && street > 0 && part.find_first_of("0123456789") < street;
    constexpr std::size_t shortest_street = 6;
    return numbered && part.size() - street >= shortest_street ? part.substr(street)
                                                               : std::string{};
}

// "3 Maes-y-coed, Pentre Felin", "3 Maes-y-coed" and "Maes-y-coed"; of "Flat 2, 5 High Street" also
// what comes after the flat.
std::vector<std::string> spellings_of(const WrittenAddress& address) {
    std::vector<std::string> all{address.lines};
    std::size_t from = 0;
    while (from <= address.lines.size()) {
        const auto end = std::min(address.lines.find_first_of(",\n", from), address.lines.size());
        auto part = address.lines.substr(from, end - from);
        if (from == 0 || part.find_first_of("0123456789") != std::string::npos) {
            part.erase(0, part.find_first_not_of(' '));
            all.push_back(without_number(part));
            all.push_back(std::move(part));
        }
        from = end + 1;
    }
    // The longest first, so that nothing of it is left standing beside what replaced a piece.
    std::ranges::stable_sort(all, std::greater{}, &std::string::size);
    return all;
}

bool is_no_text(std::string_view text) {
    return base::parse_uuid(text).has_value() || time::parse_iso(text).has_value();
}

// Whether there was something to leave out.
bool clear(json::value& value, std::span<const WrittenAddress> addresses,
           std::string_view instead) {
    bool found = false;
    if (auto* object = value.if_object()) {
        bool here = false; // in a text of its own, not deeper
        for (auto& member : *object) {
            const bool cleared = clear(member.value(), addresses, instead);
            found = found || cleared;
            here = here || (cleared && member.value().is_string());
        }
        // Written beside the address and perhaps not in what was protected: it says as much.
        if (auto* postcode = here ? object->if_contains("postcode") : nullptr) {
            *postcode = json::string{instead};
        }
    } else if (auto* array = value.if_array()) {
        for (auto& item : *array) {
            found = clear(item, addresses, instead) || found;
        }
    } else if (auto* text = value.if_string(); text != nullptr && !is_no_text(*text)) {
        std::string cleared{text->data(), text->size()};
        for (const auto& address : addresses) {
            cleared = without_address(std::move(cleared), address, instead);
        }
        found = std::string_view{cleared} != std::string_view{text->data(), text->size()};
        text->assign(cleared);
    }
    return found;
}

} // namespace

std::string without_address(std::string text, const WrittenAddress& address,
                            std::string_view instead) {
    for (const auto& spelling : spellings_of(address)) {
        leave_out(text, spelling, instead);
    }
    leave_out(text, address.postcode, instead);
    return text;
}

bool can_be_left_out(const WrittenAddress& address) {
    return bare(address.lines).letters.size() >= shortest;
}

std::string body_without(std::string_view body, std::span<const WrittenAddress> addresses,
                         std::string_view instead) {
    json::error_code problem;
    auto value = json::parse(json::string_view{body.data(), body.size()}, problem);
    if (problem) {
        return "{}";
    }
    clear(value, addresses, instead);
    return json::serialize(value);
}

} // namespace gweld::record
