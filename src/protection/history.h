// history.h - what the record says of one child's protection: on the register from when to when,
// visited how, met about when. A fold over entries; knows no rule and no storage.
#pragma once

#include "record/entry.h"
#include "record/kinds.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace gweld::protection {

using base::EntryId;
using base::PersonId;
using record::CivilDate;
using record::Instant;

// One version of one child's part of a visit: as first recorded, then as each correction left it.
struct VisitVersion {
    EntryId entry;
    CivilDate on;
    record::Answer seen;
    record::Answer alone;
    record::Answer bedroom;
    record::Place place;
    std::optional<Instant> recorded; // none: imported, and the source does not say when
};
struct Visit {
    std::vector<VisitVersion> versions; // oldest first, never empty; the last one is believed
    const VisitVersion& believed() const { return versions.back(); }
};

struct Registration {
    EntryId entry;
    CivilDate start;
    std::optional<CivilDate> end;             // the first day off the register
    std::vector<record::Category> categories; // as they are now
    record::GroundForRemoval ground = record::GroundForRemoval::not_given_by_source;
    std::string plan_number;
    bool imported = false; // came from an extract, for which see Coverage
};

struct Meeting {
    EntryId entry;
    CivilDate on;
    // Of the earliest version from which every later one has this date (and this type); none:
    // imported, and the source does not say when.
    std::optional<Instant> recorded;
    std::optional<record::ConferenceType> conference; // none: a core group
};

struct StubToWriteUp { // a one-minute visit record whose account is to follow
    EntryId visit;
    CivilDate recorded_on; // the date in Wales on which the stub was saved
    std::optional<CivilDate> written_up_on;
    std::optional<Instant> written_up_at;
    std::optional<EntryId> written_up_by;
};

struct History {
    PersonId child;
    std::vector<Registration> registrations; // by start
    std::vector<Visit> visits;               // by believed date, then by first recording
    std::vector<Meeting> conferences;        // initial, review and transfer-in, by date
    std::vector<Meeting> core_groups;        // by date
    std::vector<StubToWriteUp> stubs;
    // Whether the registration came from an extract, for which see Coverage.
    bool imported = false;
};

// The history of one child from the entries about that child, oldest first. Entries not yet known
// at known_at (record::known_from) are as if they were not there; none: everything is known.
// Corrected entries give way to their corrections; withdrawn ones are gone. Entries of kinds that
// say nothing of protection are passed over. A correction that takes a child out of a visit has to
// be about that child too, or this child's entries do not show it.
History history_of(PersonId child, std::span<const record::Entry> entries,
                   std::optional<Instant> known_at);

} // namespace gweld::protection
