// uuid.h - 128-bit names for things (RFC 9562). Does not know what they name: see Id below.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace gweld::base {

struct Uuid {
    std::array<std::uint8_t, 16> bytes{};

    friend auto operator<=>(const Uuid&, const Uuid&) = default;
    bool is_nil() const { return *this == Uuid{}; }
};

// Lower-case, with hyphens: 36 characters.
std::string to_text(const Uuid& id);
// Accepts upper and lower case; anything but 36 characters in the usual shape is none.
std::optional<Uuid> parse_uuid(std::string_view text);

// Version 7: 48 bits of Unix milliseconds (truncated beyond the year 10889), then the given noise.
Uuid uuid_at(std::int64_t unix_milliseconds, std::span<const std::uint8_t, 10> noise);
// Version 8 (custom): the same text gives the same id for ever. For things another system named,
// so that reading its extract twice names them once. The parts are joined unambiguously.
Uuid uuid_of(std::string_view realm, std::string_view kind, std::string_view name);

// Ids of different things do not convert into each other.
template <class Tag> struct Id {
    Uuid uuid;

    friend auto operator<=>(const Id&, const Id&) = default;
};
struct PersonTag;
struct WorkerTag;
struct TeamTag;
struct FamilyTag;
struct EntryTag;
struct ContactTag;
struct OutcomeTag;
struct ActionTag;
struct AssessmentTag;
using PersonId = Id<PersonTag>; // a child, and anyone else a record is about
using WorkerId = Id<WorkerTag>;
using TeamId = Id<TeamTag>;
using FamilyId = Id<FamilyTag>;
using EntryId = Id<EntryTag>;
using ContactId = Id<ContactTag>;
using OutcomeId = Id<OutcomeTag>; // in a plan
using ActionId = Id<ActionTag>;
using AssessmentId = Id<AssessmentTag>;

struct UuidHash {
    std::size_t operator()(const Uuid& id) const noexcept {
        std::size_t h = 14695981039346656037ULL;
        for (const auto b : id.bytes) {
            h = (h ^ b) * 1099511628211ULL;
        }
        return h;
    }
    template <class Tag> std::size_t operator()(const Id<Tag>& id) const noexcept {
        return (*this)(id.uuid);
    }
};

} // namespace gweld::base
