// as_a_phone.h - seals as the page on a phone does (assets/ts/sealing.ts), written a second time.
#pragma once

#include "phone/keys.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/rand.h>
#include <stdexcept>

namespace gweld::phone {

inline void must(int answer) {
    if (answer != 1) {
        throw std::runtime_error{"OpenSSL refused"};
    }
}

inline const unsigned char* raw(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
inline unsigned char* raw(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

inline Sealed seal_as_a_phone(const std::string& key_name, const std::string& server_point,
                              std::string_view id, std::string_view plain) {
    EVP_PKEY* own = EVP_EC_gen("P-256");
    EVP_PKEY* server = EVP_PKEY_new();
    must(EVP_PKEY_copy_parameters(server, own));
    must(EVP_PKEY_set1_encoded_public_key(server, raw(server_point), server_point.size()));
    unsigned char* encoded = nullptr;
    const auto encoded_size = EVP_PKEY_get1_encoded_public_key(own, &encoded);
    Sealed item;
    item.key = key_name;
    item.point.assign(reinterpret_cast<const char*>(encoded), encoded_size);
    OPENSSL_free(encoded);

    std::string shared(32, '\0');
    std::size_t size = shared.size();
    EVP_PKEY_CTX* deriving = EVP_PKEY_CTX_new(own, nullptr);
    must(EVP_PKEY_derive_init(deriving));
    must(EVP_PKEY_derive_set_peer(deriving, server));
    must(EVP_PKEY_derive(deriving, raw(shared), &size));
    EVP_PKEY_CTX_free(deriving);

    const auto salt = item.point + server_point;
    std::string key(32, '\0');
    size = key.size();
    EVP_PKEY_CTX* hkdf = EVP_PKEY_CTX_new_id(EVP_PKEY_HKDF, nullptr);
    must(EVP_PKEY_derive_init(hkdf));
    must(EVP_PKEY_CTX_set_hkdf_md(hkdf, EVP_sha256()));
    must(EVP_PKEY_CTX_set1_hkdf_salt(hkdf, raw(salt), static_cast<int>(salt.size())));
    must(EVP_PKEY_CTX_set1_hkdf_key(hkdf, raw(shared), static_cast<int>(shared.size())));
    must(EVP_PKEY_CTX_add1_hkdf_info(hkdf, raw(sealing_info),
                                     static_cast<int>(sealing_info.size())));
    must(EVP_PKEY_derive(hkdf, raw(key), &size));
    EVP_PKEY_CTX_free(hkdf);

    item.nonce.assign(nonce_bytes, '\0');
    must(RAND_bytes(raw(item.nonce), static_cast<int>(nonce_bytes)));
    item.text.assign(plain.size() + tag_bytes, '\0');
    int written = 0;
    int rest = 0;
    EVP_CIPHER_CTX* sealing = EVP_CIPHER_CTX_new();
    must(EVP_EncryptInit_ex(sealing, EVP_aes_256_gcm(), nullptr, raw(key), raw(item.nonce)));
    must(EVP_EncryptUpdate(sealing, nullptr, &rest, raw(id), static_cast<int>(id.size())));
    must(EVP_EncryptUpdate(sealing, raw(item.text), &written, raw(plain),
                           static_cast<int>(plain.size())));
    must(EVP_EncryptFinal_ex(sealing, raw(item.text) + written, &rest));
    must(EVP_CIPHER_CTX_ctrl(sealing, EVP_CTRL_GCM_GET_TAG, static_cast<int>(tag_bytes),
                             raw(item.text) + plain.size()));
    EVP_CIPHER_CTX_free(sealing);
    EVP_PKEY_free(own);
    EVP_PKEY_free(server);
    return item;
}

} // namespace gweld::phone
