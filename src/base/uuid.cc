#include "base/uuid.h"

namespace gweld::base {

namespace {

constexpr std::string_view digits = "0123456789abcdef";

constexpr bool hyphen_at(std::size_t position) {
    return position == 8 || position == 13 || position == 18 || position == 23;
}

int value_of(char c) {
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

// FNV-1a with two different offsets: a stable name, not a secret and not a proof.
std::uint64_t fnv(std::string_view text, std::uint64_t hash) {
    for (const char c : text) {
        hash = (hash ^ static_cast<std::uint8_t>(c)) * 1099511628211ULL;
    }
    return hash ^ (hash >> 32U);
}

} // namespace

std::string to_text(const Uuid& id) {
    std::string text;
    text.reserve(36);
    for (const auto b : id.bytes) {
        if (hyphen_at(text.size())) {
            text += '-';
        }
        text += digits[b >> 4U];
        text += digits[b & 15U];
    }
    return text;
}

std::optional<Uuid> parse_uuid(std::string_view text) {
    if (text.size() != 36) {
        return std::nullopt;
    }
    Uuid id;
    std::size_t nibble = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (hyphen_at(i)) {
            if (text[i] != '-') {
                return std::nullopt;
            }
            continue;
        }
        const int value = value_of(text[i]);
        if (value < 0) {
            return std::nullopt;
        }
        auto& byte = id.bytes.at(nibble / 2);
        byte = static_cast<std::uint8_t>(static_cast<unsigned>(byte) * 16U +
                                         static_cast<unsigned>(value));
        ++nibble;
    }
    return id;
}

Uuid uuid_at(std::int64_t unix_milliseconds, std::span<const std::uint8_t, 10> noise) {
    Uuid id;
    for (std::size_t i = 0; i < 6; ++i) {
        id.bytes.at(i) = static_cast<std::uint8_t>(static_cast<std::uint64_t>(unix_milliseconds) >>
                                                   (8U * (5U - i)));
    }
    for (std::size_t i = 0; i < 10; ++i) {
        id.bytes.at(6 + i) = noise[i];
    }
    id.bytes[6] = static_cast<std::uint8_t>(0x70U | (id.bytes[6] & 0x0fU));
    id.bytes[8] = static_cast<std::uint8_t>(0x80U | (id.bytes[8] & 0x3fU));
    return id;
}

Uuid uuid_of(std::string_view realm, std::string_view kind, std::string_view name) {
    std::string joined;
    joined.append(realm).append(1, '\x1f').append(kind).append(1, '\x1f').append(name);
    const std::uint64_t high = fnv(joined, 14695981039346656037ULL);
    const std::uint64_t low = fnv(joined, high ^ 0x9e3779b97f4a7c15ULL);
    Uuid id;
    for (std::size_t i = 0; i < 8; ++i) {
        id.bytes.at(i) = static_cast<std::uint8_t>(high >> (8U * (7U - i)));
        id.bytes.at(8 + i) = static_cast<std::uint8_t>(low >> (8U * (7U - i)));
    }
    id.bytes[6] = static_cast<std::uint8_t>(0x80U | (id.bytes[6] & 0x0fU));
    id.bytes[8] = static_cast<std::uint8_t>(0x80U | (id.bytes[8] & 0x3fU));
    return id;
}

} // namespace gweld::base
