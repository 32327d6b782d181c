#include "web/fields.h"

#include <algorithm>

namespace gweld::web {

namespace {

int hex_value(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return -1;
}

bool unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

enum class Plus { space, plus };

std::string decode(std::string_view text, Plus plus) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
                            hex_value(text[i + 2]) >= 0;
        if (escape) {
            decoded += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
            i += 2;
        } else if (text[i] == '+' && plus == Plus::space) {
            decoded += ' ';
        } else {
            decoded += text[i];
        }
    }
    return repair_utf8(std::move(decoded));
}

std::string with_unix_line_ends(std::string text) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool before_line_feed = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        if (!before_line_feed) {
            text[kept++] = text[i];
        }
    }
    text.resize(kept);
    return text;
}

struct Sequence {
    std::size_t length; // of a well-formed sequence, or of what must be replaced
    bool well_formed;
};

bool continues(std::string_view text, std::size_t i) {
    return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U;
}

// Unicode 15, table 3-7: the second byte's range depends on the first.
bool second_byte_fits(unsigned char first, unsigned char second) {
    switch (first) {
    case 0xE0:
        return second >= 0xA0;
    case 0xED:
        return second <= 0x9F;
    case 0xF0:
        return second >= 0x90;
    case 0xF4:
        return second <= 0x8F;
    default:
        return true;
    }
}

std::size_t length_announced(unsigned char first) {
    if (first >= 0xC2 && first <= 0xDF) {
        return 2;
    }
    if (first >= 0xE0 && first <= 0xEF) {
        return 3;
    }
    return first >= 0xF0 && first <= 0xF4 ? 4 : 1;
}

Sequence sequence_at(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) {
        return {1, first != 0};
    }
    const std::size_t length = length_announced(first);
    if (length == 1 || !continues(text, at + 1) ||
        !second_byte_fits(first, static_cast<unsigned char>(text[at + 1]))) {
        return {1, false};
    }
    std::size_t have = 2;
    while (have < length && continues(text, at + have)) {
        ++have;
    }
    return {have, have == length};
}

bool plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0; });
}

} // namespace

std::optional<std::string_view> Fields::first(std::string_view name) const {
    const auto found = std::find_if(list_.begin(), list_.end(),
                                    [&](const Field& field) { return field.name == name; });
    return found == list_.end() ? std::nullopt : std::optional<std::string_view>{found->value};
}

std::vector<std::string_view> Fields::all(std::string_view name) const {
    std::vector<std::string_view> values;
    for (const auto& field : list_) {
        if (field.name == name) {
            values.emplace_back(field.value);
        }
    }
    return values;
}

std::string repair_utf8(std::string text) {
    if (plain(text)) {
        return text;
    }
    std::string repaired;
    repaired.reserve(text.size() + 8);
    for (std::size_t at = 0; at < text.size();) {
        const auto next = sequence_at(text, at);
        if (next.well_formed) {
            repaired.append(text, at, next.length);
        } else {
            repaired.append("\xEF\xBF\xBD");
        }
        at += next.length;
    }
    return repaired;
}

std::string field_text(std::string text) {
    return with_unix_line_ends(repair_utf8(std::move(text)));
}

std::string percent_decode(std::string_view text) { return decode(text, Plus::plus); }

std::string percent_encode(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        if (unreserved(c)) {
            encoded += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            encoded += '%';
            encoded += digits[byte >> 4U];
            encoded += digits[byte & 15U];
        }
    }
    return encoded;
}

std::string encode_fields(std::span<const Field> fields) {
    std::string encoded;
    for (const auto& field : fields) {
        if (!encoded.empty()) {
            encoded += '&';
        }
        encoded.append(percent_encode(field.name)).append(1, '=');
        encoded.append(percent_encode(field.value));
    }
    return encoded;
}

std::optional<Fields> parse_fields(std::string_view encoded, std::size_t most) {
    std::vector<Field> list;
    while (!encoded.empty()) {
        const auto part = encoded.substr(0, encoded.find('&'));
        encoded.remove_prefix(std::min(encoded.size(), part.size() + 1));
        if (part.empty()) {
            continue;
        }
        if (list.size() == most) {
            return std::nullopt;
        }
        const auto equals = std::min(part.find('='), part.size());
        const auto value = part.substr(std::min(part.size(), equals + 1));
        list.push_back({decode(part.substr(0, equals), Plus::space),
                        with_unix_line_ends(decode(value, Plus::space))});
    }
    return Fields{std::move(list)};
}

bool same_header_name(std::string_view a, std::string_view b) {
    const auto lower = [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&](char x, char y) { return lower(x) == lower(y); });
}

void HeaderLines::add(std::string_view name, std::string_view value) {
    const auto name_at = static_cast<std::uint32_t>(text_.size());
    text_.append(name);
    const auto value_at = static_cast<std::uint32_t>(text_.size());
    text_.append(value);
    lines_.push_back({name_at, value_at, static_cast<std::uint32_t>(text_.size())});
}

std::string_view HeaderLines::name(std::size_t i) const {
    const auto& line = lines_[i];
    return std::string_view{text_}.substr(line.name_at, line.value_at - line.name_at);
}

std::string_view HeaderLines::value(std::size_t i) const {
    const auto& line = lines_[i];
    return std::string_view{text_}.substr(line.value_at, line.end - line.value_at);
}

std::string_view HeaderLines::first(std::string_view name) const {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (same_header_name(this->name(i), name)) {
            return value(i);
        }
    }
    return {};
}

std::size_t HeaderLines::count(std::string_view name) const {
    std::size_t found = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        found += same_header_name(this->name(i), name) ? 1U : 0U;
    }
    return found;
}

} // namespace gweld::web
