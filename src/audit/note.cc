#include "audit/note.h"

#include <algorithm>
#include <sodium.h>
#include <stdexcept>

namespace gweld::audit {

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::uint8_t ed25519 = 1; // the algorithm's number in every id
constexpr std::string_view private_key = "PRIVATE+KEY+";
constexpr std::string_view dash = "\u2014 ";
constexpr std::size_t id_length = 4;
constexpr std::size_t hex_length = 2 * id_length;

Bytes with_algorithm(const std::array<std::uint8_t, 32>& key) {
    Bytes bytes{ed25519};
    bytes.insert(bytes.end(), key.begin(), key.end());
    return bytes;
}

std::uint32_t number_of(const std::uint8_t* bytes) {
    return std::uint32_t{bytes[0]} << 24U | std::uint32_t{bytes[1]} << 16U |
           std::uint32_t{bytes[2]} << 8U | std::uint32_t{bytes[3]};
}

std::uint32_t id_of(const Verifier& verifier) {
    const std::string name = verifier.name + "\n";
    const auto key = with_algorithm(verifier.key);
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(name.data()),
                              name.size());
    crypto_hash_sha256_update(&state, key.data(), key.size());
    std::array<std::uint8_t, 32> hash{};
    crypto_hash_sha256_final(&state, hash.data());
    return number_of(hash.data());
}

std::string hex_of(std::uint32_t id) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (unsigned shift = 32; shift > 0; shift -= 4) {
        text += digits[id >> (shift - 4U) & 15U];
    }
    return text;
}

struct NamedKey {
    std::string name;
    std::string hex;
    std::array<std::uint8_t, 32> key{};
};
std::optional<NamedKey> named_key(std::string_view text) {
    const auto first = text.find('+');
    if (first == std::string_view::npos || !is_name(text.substr(0, first)) ||
        text.size() < first + 2 + hex_length || text[first + 1 + hex_length] != '+') {
        return std::nullopt;
    }
    const auto bytes = from_base64(text.substr(first + 2 + hex_length));
    NamedKey named{
        std::string{text.substr(0, first)}, std::string{text.substr(first + 1, hex_length)}, {}};
    if (!bytes || bytes->size() != named.key.size() + 1 || bytes->front() != ed25519) {
        return std::nullopt;
    }
    std::copy(bytes->begin() + 1, bytes->end(), named.key.begin());
    return named;
}

std::optional<Signature> signature_from(std::string_view line) {
    if (!line.starts_with(dash)) {
        return std::nullopt;
    }
    line.remove_prefix(dash.size());
    const auto space = line.find(' ');
    if (space == std::string_view::npos || !is_name(line.substr(0, space))) {
        return std::nullopt;
    }
    const auto bytes = from_base64(line.substr(space + 1));
    if (!bytes || bytes->size() <= id_length) {
        return std::nullopt;
    }
    return Signature{std::string{line.substr(0, space)}, number_of(bytes->data()),
                     Bytes(bytes->begin() + id_length, bytes->end())};
}

} // namespace

bool is_name(std::string_view name) {
    return !name.empty() && std::ranges::all_of(name, [](unsigned char letter) {
        return letter > 0x20 && letter < 0x7f && letter != '+';
    });
}

std::string base64(const Bytes& bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.pop_back(); // the zero behind it
    return text;
}

std::optional<Bytes> from_base64(std::string_view text) {
    Bytes bytes(text.size() / 4 * 3 + 3);
    std::size_t length = 0;
    if (sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length,
                          nullptr, sodium_base64_VARIANT_ORIGINAL) != 0) {
        return std::nullopt;
    }
    bytes.resize(length);
    // One spelling for each: nothing may be changed in a note and mean the same.
    return base64(bytes) == text ? std::optional{bytes} : std::nullopt;
}

std::string to_text(const Verifier& verifier) {
    return verifier.name + "+" + hex_of(id_of(verifier)) + "+" +
           base64(with_algorithm(verifier.key));
}

std::optional<Verifier> verifier_from(std::string_view text) {
    const auto named = named_key(text);
    if (!named) {
        return std::nullopt;
    }
    Verifier verifier{named->name, named->key};
    return hex_of(id_of(verifier)) == named->hex ? std::optional{verifier} : std::nullopt;
}

Signer::Signer(std::string name, const Seed& seed) : verifier_{std::move(name), {}} {
    if (!is_name(verifier_.name)) {
        throw std::logic_error("a key without a name");
    }
    crypto_sign_seed_keypair(verifier_.key.data(), secret_.data(), seed.data());
}

Signer::~Signer() { sodium_memzero(secret_.data(), secret_.size()); }

std::optional<Signer> Signer::from(std::string_view text) {
    if (!text.starts_with(private_key)) {
        return std::nullopt;
    }
    const auto named = named_key(text.substr(private_key.size()));
    if (!named) {
        return std::nullopt;
    }
    Signer signer{named->name, named->key};
    return hex_of(id_of(signer.verifier_)) == named->hex ? std::optional{signer} : std::nullopt;
}

std::string Signer::to_text() const {
    Seed seed{};
    crypto_sign_ed25519_sk_to_seed(seed.data(), secret_.data());
    return std::string{private_key} + verifier_.name + "+" + hex_of(id_of(verifier_)) + "+" +
           base64(with_algorithm(seed));
}

std::string Signer::sign(const std::string& text) const {
    if (!text.ends_with('\n')) {
        throw std::logic_error("a note's text ends with a line's end");
    }
    Bytes bytes(id_length + crypto_sign_BYTES);
    const auto id = id_of(verifier_);
    for (unsigned n = 0; n < id_length; ++n) {
        bytes[n] = static_cast<std::uint8_t>(id >> (24U - 8U * n));
    }
    crypto_sign_detached(bytes.data() + id_length, nullptr,
                         reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                         secret_.data());
    return text + "\n" + std::string{dash} + verifier_.name + " " + base64(bytes) + "\n";
}

std::optional<Note> note_from(std::string_view text) {
    const auto blank = text.rfind("\n\n");
    if (blank == std::string_view::npos || !text.ends_with('\n')) {
        return std::nullopt;
    }
    Note note{std::string{text.substr(0, blank + 1)}, {}};
    auto rest = text.substr(blank + 2);
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        auto signature = signature_from(rest.substr(0, end));
        if (!signature) {
            return std::nullopt;
        }
        note.signatures.push_back(std::move(*signature));
        rest.remove_prefix(end + 1);
    }
    return note.signatures.empty() ? std::nullopt : std::optional{note};
}

Signed is_signed(const Note& note, const Verifier& verifier) {
    const auto id = id_of(verifier);
    const auto found = std::ranges::find_if(note.signatures, [&](const Signature& one) {
        return one.name == verifier.name && one.key == id;
    });
    if (found == note.signatures.end()) {
        return Signed::not_by_this;
    }
    const bool holds =
        found->bytes.size() == crypto_sign_BYTES &&
        crypto_sign_verify_detached(found->bytes.data(),
                                    reinterpret_cast<const unsigned char*>(note.text.data()),
                                    note.text.size(), verifier.key.data()) == 0;
    return holds ? Signed::yes : Signed::wrong;
}

} // namespace gweld::audit
