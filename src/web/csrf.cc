#include "web/csrf.h"

#include <sodium.h>

#include <array>
#include <stdexcept>
#include <vector>

namespace gweld::web {

namespace {

constexpr std::size_t token_bytes = 32;
using Bytes = std::array<unsigned char, token_bytes>;

constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

void fill_random(std::span<unsigned char> bytes) {
    static const bool ready = sodium_init() >= 0;
    if (!ready) {
        throw std::runtime_error{"no source of random numbers"};
    }
    randombytes_buf(bytes.data(), bytes.size());
}

std::string base64(std::span<const unsigned char> bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
    text.pop_back(); // the NUL
    return text;
}

std::optional<std::vector<unsigned char>> from_base64(std::string_view text) {
    if (text.empty()) { // sodium takes no null pointer, and nothing is no token
        return std::nullopt;
    }
    std::vector<unsigned char> bytes(text.size());
    std::size_t length = 0;
    const char* stopped = nullptr;
    if (sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length,
                          &stopped, variant) != 0 ||
        stopped != text.data() + text.size()) {
        return std::nullopt;
    }
    bytes.resize(length);
    return bytes;
}

Bytes hash_of(std::string_view text, std::string_view key) {
    Bytes hash{};
    crypto_generichash(hash.data(), hash.size(), bytes_of(text), text.size(),
                       key.empty() ? nullptr : bytes_of(key), key.size());
    return hash;
}

} // namespace

std::string random_token() {
    Bytes bytes{};
    fill_random(bytes);
    return base64(bytes);
}

std::string fingerprint_of(std::string_view token) {
    const auto hash = hash_of(token, {});
    std::array<char, 2 * token_bytes + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    return hex.data();
}

bool same_secret(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string csrf_token(std::string_view secret, std::string_view session) {
    // The key must be 16 to 64 bytes long; a hash of the secret always is.
    const auto key = hash_of(secret, {});
    const std::string_view view{reinterpret_cast<const char*>(key.data()), key.size()};
    return base64(hash_of("csrf:" + std::string{session}, view));
}

std::string mask_token(std::string_view token) {
    const auto plain = from_base64(token);
    if (!plain || plain->size() != token_bytes) {
        throw std::logic_error{"only a token of ours is masked"};
    }
    std::array<unsigned char, 2 * token_bytes> masked{};
    fill_random(std::span{masked}.first(token_bytes));
    for (std::size_t i = 0; i < token_bytes; ++i) {
        masked.at(token_bytes + i) = static_cast<unsigned char>(masked.at(i) ^ plain->at(i));
    }
    return base64(masked);
}

std::optional<std::string> unmask_token(std::string_view masked) {
    const auto bytes = from_base64(masked);
    if (!bytes || bytes->size() != 2 * token_bytes) {
        return std::nullopt;
    }
    Bytes plain{};
    for (std::size_t i = 0; i < token_bytes; ++i) {
        plain.at(i) = static_cast<unsigned char>(bytes->at(i) ^ bytes->at(token_bytes + i));
    }
    return base64(plain);
}

bool is_csrf_token(std::string_view sent, std::string_view secret, std::string_view session) {
    const auto plain = unmask_token(sent);
    return plain && same_secret(*plain, csrf_token(secret, session));
}

Sender sender_of(const Request& request) {
    const auto site = request.header("sec-fetch-site");
    if (!site.empty()) {
        // "none": typed or kept by the reader, no page has a hand in it.
        return site == "same-origin" || site == "none" ? Sender::our_page : Sender::elsewhere;
    }
    const auto origin = request.header("origin");
    if (origin.empty()) {
        return Sender::not_said;
    }
    const auto host = origin.substr(std::min(origin.size(), origin.find("://") + 3));
    const bool ours = origin.find("://") != std::string_view::npos && !host.empty() &&
                      same_header_name(host, request.header("host"));
    return ours ? Sender::our_page : Sender::elsewhere;
}

} // namespace gweld::web
