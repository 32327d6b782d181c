// entry.h - the envelope round everything that is recorded. Knows nothing of what the body says.
#pragma once

#include "base/uuid.h"
#include "time/instant.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::record {

using base::Uuid;
using time::CivilDate;
using time::Instant;

using Hash = std::array<std::uint8_t, 32>;
using Salt = std::array<std::uint8_t, 16>;

// Who wrote it, as they were at that moment: a later change of name, role or team changes nothing.
struct Recorder {
    Uuid worker; // nil: the system itself (an import, a migration)
    std::string name;
    std::string role;
    std::string team;
    friend bool operator==(const Recorder&, const Recorder&) = default;
};

// Where an imported entry came from.
struct Provenance {
    std::string source;      // "ssd"
    std::string file;        // "ssd_cp_visits.csv"
    std::string key;         // the row's own id in the source, e.g. cppv_cp_visit_id
    std::string fingerprint; // of the row's content: a second import of the same row is no news
    // When the source system says it was recorded. None: the source does not say.
    std::optional<Instant> recorded_at;
    friend bool operator==(const Provenance&, const Provenance&) = default;
};

// What a writer hands in. The store adds sequence, salt and hashes.
struct Draft {
    Uuid id; // version 7, made by the caller
    std::string kind;
    int kind_version = 1;
    std::vector<Uuid> about;                             // children first; never empty; no repeats
    CivilDate effective = CivilDate::from_day_number(0); // the day it was so
    std::optional<Instant> effective_at;                 // and the moment, where it is known
    Instant recorded_at;
    Recorder recorded_by;
    std::optional<Uuid> corrects; // an entry of the same kind, or of a kind that may withdraw it
    std::string reason;           // never empty when corrects is set
    std::optional<Provenance> provenance;
    std::string body; // canonical JSON of the kind's struct, see codec.h
};

struct Entry : Draft {
    std::int64_t seq = 0; // 1, 2, 3 ... within the authority, without gaps
    std::string authority;
    // The chain holds a salted commitment to the body, not the body, so that a body which the law
    // orders erased can go while the chain still verifies.
    Salt body_salt{};
    Hash body_commitment{};
    Hash previous{};
    Hash hash{};
};

// The subject of what is about the authority itself, such as an extract it had read.
inline Uuid authority_subject(std::string_view authority) {
    return base::uuid_of(authority, "authority", authority);
}

// From when Gweld may say it knew this: for an imported row the source's own recording time where
// given. An imported row without one is taken as known from the beginning, because its source does
// not say and leaving it out would make every past question unanswerable.
Instant known_from(const Draft& draft);
inline constexpr Instant beginning_of_time{std::chrono::milliseconds{-62135596800000}};

} // namespace gweld::record
