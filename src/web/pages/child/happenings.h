// happenings.h - the entries about a child as what happened: an entry and the entries that put it
// right are one happening. Knows no words.
#pragma once

#include "casework/facts.h"
#include "record/codec.h"

#include <cstdint>
#include <map>
#include <vector>

namespace gweld::web::pages::child_record {

using time::CivilDate;

enum class Theme : std::uint8_t { visits, register_and_meetings, workers, other };

struct Happening {
    std::vector<const record::Entry*> versions; // oldest first, never empty
    const record::Entry* withdrawn = nullptr;   // the entry that took it back
    Theme theme = Theme::other;

    const record::Entry& first() const { return *versions.front(); }
    const record::Entry& believed() const { return *versions.back(); }
    CivilDate on() const { return believed().effective; }
};

// Newest first by the day it was so, then by when it came into the record. What the system keeps
// for its own running (an extract was read) is left out.
std::vector<Happening> happenings_of(const casework::Facts& facts);

// The newest words of the child that have not been taken back.
struct Spoken {
    const record::Entry* entry = nullptr; // null: none are recorded
    std::string words;
    std::string language;
    record::Place place = record::Place::not_recorded;
    CivilDate on = record::to_be_given; // the day of the visit
};
Spoken newest_words(const casework::Facts& facts, const std::vector<Happening>& happenings);

// By the id of any version of a visit: the entry that wrote it up.
std::map<record::Uuid, const record::Entry*> write_ups(const std::vector<Happening>& happenings);

// One child's part of a visit; null: not in it.
const record::ChildAtVisit* part_of(const record::VisitMade& visit, record::PersonId child);

} // namespace gweld::web::pages::child_record
