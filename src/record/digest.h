// digest.h - BLAKE2b-256 over fields that cannot run into each other. Knows no envelope.
#pragma once

#include "record/entry.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace gweld::record {

// Every field is written with its length or presence before it, so that two different sequences
// of fields never give the same bytes. Integers are 8 bytes, big-endian.
class Digest {
  public:
    // What is hashed ("gweld entry 1"): an entry's bytes can never pass for a look's.
    explicit Digest(std::string_view purpose) {
        fields_.reserve(512);
        text(purpose);
    }

    Digest& text(std::string_view field);
    Digest& number(std::int64_t field);
    Digest& bytes(std::span<const std::uint8_t> field);
    Digest& id(const Uuid& field) { return bytes(field.bytes); }
    Digest& moment(Instant field) { return number(field.time_since_epoch().count()); }
    Digest& moment(const std::optional<Instant>& field);
    Digest& id(const std::optional<Uuid>& field);

    Hash finish() const;

  private:
    std::vector<std::uint8_t> fields_;
};

} // namespace gweld::record
