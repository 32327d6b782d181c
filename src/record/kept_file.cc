#include "record/kept_file.h"

#include <sodium.h>
#include <stdexcept>

namespace gweld::record {

Hash digest_of_file(std::string_view bytes) {
    static const bool ready = sodium_init() >= 0;
    if (!ready) {
        throw std::runtime_error("libsodium could not be started");
    }
    Hash hash{};
    crypto_generichash(hash.data(), hash.size(),
                       reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr,
                       0);
    return hash;
}

std::optional<Hash> digest_from_hex(std::string_view hex) {
    Hash hash{};
    std::size_t length = 0;
    if (hex.size() != 2 * hash.size() ||
        sodium_hex2bin(hash.data(), hash.size(), hex.data(), hex.size(), nullptr, &length,
                       nullptr) != 0 ||
        length != hash.size()) {
        return std::nullopt;
    }
    return hash;
}

} // namespace gweld::record
