#include "phone/locked.h"

#include "phone/keys.h"

#include <array>
#include <memory>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <stdexcept>

namespace gweld::phone {

namespace {

constexpr std::size_t key_bytes = 32;
constexpr std::size_t salt_bytes = 16;

std::string random_bytes(base::Random& random, std::size_t size) {
    std::string bytes(size, '\0');
    random.fill({reinterpret_cast<std::uint8_t*>(bytes.data()), size});
    return bytes;
}

const unsigned char* unsigned_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

using Key = std::array<unsigned char, key_bytes>;

void key_from(std::string_view code, std::string_view salt, Key& key) {
    if (PKCS5_PBKDF2_HMAC(code.data(), static_cast<int>(code.size()), unsigned_of(salt),
                          static_cast<int>(salt.size()), code_rounds, EVP_sha256(),
                          static_cast<int>(key.size()), key.data()) != 1) {
        throw std::runtime_error{"no key could be made from the code"};
    }
}

std::string encrypted(const Key& key, const std::string& nonce, std::string_view text) {
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context{
        EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free};
    std::string out(text.size() + tag_bytes, '\0');
    auto* to = reinterpret_cast<unsigned char*>(out.data());
    int written = 0;
    int rest = 0;
    const bool done = context &&
                      EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.data(),
                                         unsigned_of(nonce)) == 1 &&
                      EVP_EncryptUpdate(context.get(), to, &written, unsigned_of(text),
                                        static_cast<int>(text.size())) == 1 &&
                      EVP_EncryptFinal_ex(context.get(), to + written, &rest) == 1 &&
                      EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG,
                                          static_cast<int>(tag_bytes), to + text.size()) == 1;
    if (!done) {
        throw std::runtime_error{"AES-256-GCM is not to be had"};
    }
    return out;
}

} // namespace

std::string as_typed(std::string_view code) {
    std::string plain;
    for (const char c : code) {
        if (c != ' ' && c != '-' && c != '\r' && c != '\n' && c != '\t') {
            plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        }
    }
    return plain;
}

Locked lock(std::string_view code, std::string_view text, base::Random& random) {
    Locked locked;
    locked.salt = random_bytes(random, salt_bytes);
    locked.nonce = random_bytes(random, nonce_bytes);
    Key key{};
    key_from(code, locked.salt, key);
    locked.text = encrypted(key, locked.nonce, text);
    OPENSSL_cleanse(key.data(), key.size());
    return locked;
}

std::string fresh_code(base::Random& random) {
    static constexpr std::string_view letters = "abcdefghjkmnpqrstuvwxyz23456789-";
    static_assert(letters.size() == 32);
    constexpr std::size_t groups = 6;
    constexpr std::size_t in_group = 5;
    std::string code;
    while (code.size() < groups * (in_group + 1) - 1) {
        if (code.size() % (in_group + 1) == in_group) {
            code += ' ';
            continue;
        }
        const auto byte = static_cast<unsigned char>(random_bytes(random, 1).front());
        if (const char letter = letters[byte % letters.size()]; letter != '-') {
            code += letter;
        }
    }
    return code;
}

} // namespace gweld::phone
