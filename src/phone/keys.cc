#include "phone/keys.h"

#include <algorithm>
#include <array>
#include <openssl/bio.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/pem.h>
#include <stdexcept>
#include <vector>

namespace gweld::phone {

namespace {

template <auto Free> struct Freeing {
    template <class T> void operator()(T* thing) const { Free(thing); }
};
using Pkey = std::unique_ptr<EVP_PKEY, Freeing<&EVP_PKEY_free>>;
using PkeyContext = std::unique_ptr<EVP_PKEY_CTX, Freeing<&EVP_PKEY_CTX_free>>;
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Freeing<&EVP_CIPHER_CTX_free>>;
using Bio = std::unique_ptr<BIO, Freeing<&BIO_free_all>>;

constexpr std::size_t secret_bytes = 32;

// Cleared when it goes out of sight.
class Secret {
  public:
    Secret() = default;
    ~Secret() { OPENSSL_cleanse(bytes_.data(), bytes_.size()); }
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    unsigned char* data() { return bytes_.data(); }

  private:
    std::array<unsigned char, secret_bytes> bytes_{};
};

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
int length_of(std::string_view text) { return static_cast<int>(text.size()); }

std::string public_point_of(EVP_PKEY* key) {
    unsigned char* bytes = nullptr;
    const auto size = EVP_PKEY_get1_encoded_public_key(key, &bytes);
    std::string point{reinterpret_cast<const char*>(bytes), size};
    OPENSSL_free(bytes);
    return point;
}

std::string name_of(std::string_view point) {
    std::array<unsigned char, 32> digest{};
    unsigned int size = 0;
    if (EVP_Digest(point.data(), point.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
        throw std::runtime_error{"SHA-256 is not to be had"};
    }
    static constexpr std::string_view letters = "0123456789abcdef";
    std::string name;
    for (std::size_t i = 0; i < 8; ++i) {
        name += letters[digest.at(i) >> 4U];
        name += letters[digest.at(i) & 15U];
    }
    return name;
}

bool is_p256(EVP_PKEY* key) {
    std::array<char, 32> group{};
    std::size_t size = 0;
    return EVP_PKEY_get_base_id(key) == EVP_PKEY_EC &&
           EVP_PKEY_get_group_name(key, group.data(), group.size(), &size) == 1 &&
           std::string_view{group.data(), size} == "prime256v1";
}

// The point is checked to lie on the curve.
Pkey peer_of(EVP_PKEY* own, std::string_view point) {
    Pkey peer{EVP_PKEY_new()};
    const bool fits =
        point.size() == point_bytes && peer && EVP_PKEY_copy_parameters(peer.get(), own) == 1 &&
        EVP_PKEY_set1_encoded_public_key(peer.get(), bytes_of(point), point.size()) == 1;
    return fits ? std::move(peer) : nullptr;
}

enum class Derived : std::uint8_t { yes, no };

Derived share(EVP_PKEY* own, EVP_PKEY* peer, Secret& shared) {
    const PkeyContext context{EVP_PKEY_CTX_new(own, nullptr)};
    std::size_t size = secret_bytes;
    const bool done = context && EVP_PKEY_derive_init(context.get()) == 1 &&
                      EVP_PKEY_derive_set_peer(context.get(), peer) == 1 &&
                      EVP_PKEY_derive(context.get(), shared.data(), &size) == 1 &&
                      size == secret_bytes;
    return done ? Derived::yes : Derived::no;
}

Derived item_key(Secret& shared, std::string_view salt, Secret& key) {
    const PkeyContext context{EVP_PKEY_CTX_new_id(EVP_PKEY_HKDF, nullptr)};
    std::size_t size = secret_bytes;
    const bool done =
        context && EVP_PKEY_derive_init(context.get()) == 1 &&
        EVP_PKEY_CTX_set_hkdf_md(context.get(), EVP_sha256()) == 1 &&
        EVP_PKEY_CTX_set1_hkdf_salt(context.get(), bytes_of(salt), length_of(salt)) == 1 &&
        EVP_PKEY_CTX_set1_hkdf_key(context.get(), shared.data(), secret_bytes) == 1 &&
        EVP_PKEY_CTX_add1_hkdf_info(context.get(), bytes_of(sealing_info),
                                    length_of(sealing_info)) == 1 &&
        EVP_PKEY_derive(context.get(), key.data(), &size) == 1;
    return done ? Derived::yes : Derived::no;
}

std::optional<std::string> unseal(const Sealed& item, std::string_view id, Secret& key) {
    const CipherContext context{EVP_CIPHER_CTX_new()};
    const auto size = item.text.size() - tag_bytes;
    std::string tag = item.text.substr(size);
    std::string plain(size, '\0');
    int written = 0;
    int rest = 0;
    auto* out = reinterpret_cast<unsigned char*>(plain.data());
    const bool opened =
        context &&
        EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.data(),
                           bytes_of(item.nonce)) == 1 &&
        EVP_DecryptUpdate(context.get(), nullptr, &rest, bytes_of(id), length_of(id)) == 1 &&
        EVP_DecryptUpdate(context.get(), out, &written, bytes_of(item.text),
                          static_cast<int>(size)) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, static_cast<int>(tag_bytes),
                            tag.data()) == 1 &&
        EVP_DecryptFinal_ex(context.get(), out + written, &rest) == 1;
    return opened ? std::optional{std::move(plain)} : std::nullopt;
}

} // namespace

struct Keys::Ring {
    struct Pair {
        std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key;
        std::string point;
        std::string name;
    };
    std::vector<Pair> pairs;
};

Keys::Keys(std::unique_ptr<Ring> ring) : ring_{std::move(ring)} {}
Keys::Keys(Keys&&) noexcept = default;
Keys& Keys::operator=(Keys&&) noexcept = default;
Keys::~Keys() = default;

std::optional<Keys> Keys::read(std::string_view pem) {
    const Bio from{BIO_new_mem_buf(pem.data(), length_of(pem))};
    auto ring = std::make_unique<Ring>();
    while (Pkey key{PEM_read_bio_PrivateKey(from.get(), nullptr, nullptr, nullptr)}) {
        if (!is_p256(key.get())) {
            return std::nullopt;
        }
        auto point = public_point_of(key.get());
        auto name = name_of(point);
        ring->pairs.push_back({{key.release(), &EVP_PKEY_free}, std::move(point), std::move(name)});
    }
    return ring->pairs.empty() ? std::nullopt : std::optional{Keys{std::move(ring)}};
}

std::string Keys::make() {
    const Pkey key{EVP_EC_gen("P-256")};
    const Bio to{BIO_new(BIO_s_mem())};
    if (!key || !to ||
        PEM_write_bio_PrivateKey(to.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1) {
        throw std::runtime_error{"no key could be made"};
    }
    char* bytes = nullptr;
    const auto size = BIO_get_mem_data(to.get(), &bytes);
    return {bytes, static_cast<std::size_t>(size)};
}

const std::string& Keys::name() const { return ring_->pairs.back().name; }
const std::string& Keys::public_point() const { return ring_->pairs.back().point; }

base::Result<std::string, CannotOpen> Keys::open(const Sealed& item, std::string_view id) const {
    const auto pair = std::ranges::find(ring_->pairs, item.key, &Ring::Pair::name);
    if (pair == ring_->pairs.end()) {
        return base::Err{CannotOpen::unknown_key};
    }
    if (item.nonce.size() != nonce_bytes || item.text.size() < tag_bytes) {
        return base::Err{CannotOpen::damaged};
    }
    const auto peer = peer_of(pair->key.get(), item.point);
    Secret shared;
    Secret key;
    if (!peer || share(pair->key.get(), peer.get(), shared) == Derived::no ||
        item_key(shared, item.point + pair->point, key) == Derived::no) {
        return base::Err{CannotOpen::damaged};
    }
    auto plain = unseal(item, id, key);
    if (!plain) {
        return base::Err{CannotOpen::damaged};
    }
    return base::Ok{std::move(*plain)};
}

} // namespace gweld::phone
