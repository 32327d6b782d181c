#include "record/digest.h"

#include <sodium.h>
#include <stdexcept>

namespace gweld::record {

Digest& Digest::number(std::int64_t field) {
    const auto bits = static_cast<std::uint64_t>(field);
    for (unsigned shift = 64; shift > 0; shift -= 8) {
        fields_.push_back(static_cast<std::uint8_t>(bits >> (shift - 8U)));
    }
    return *this;
}

Digest& Digest::text(std::string_view field) {
    number(static_cast<std::int64_t>(field.size()));
    fields_.insert(fields_.end(), field.begin(), field.end());
    return *this;
}

Digest& Digest::bytes(std::span<const std::uint8_t> field) {
    number(static_cast<std::int64_t>(field.size()));
    fields_.insert(fields_.end(), field.begin(), field.end());
    return *this;
}

Digest& Digest::moment(const std::optional<Instant>& field) {
    number(field ? 1 : 0);
    return field ? moment(*field) : *this;
}

Digest& Digest::id(const std::optional<Uuid>& field) {
    number(field ? 1 : 0);
    return field ? id(*field) : *this;
}

Hash Digest::finish() const {
    // libsodium picks its fastest BLAKE2b here; without this call it is correct and slower.
    static const bool ready = sodium_init() >= 0;
    if (!ready) {
        throw std::runtime_error("libsodium could not be started");
    }
    Hash hash{};
    crypto_generichash(hash.data(), hash.size(), fields_.data(), fields_.size(), nullptr, 0);
    return hash;
}

} // namespace gweld::record
