// kin.h - the family around a child: brothers and sisters with records, relatives without, who is
// what to whom and who lived in one home, as it was on a day. A fold over entries; knows no storage
// and no drawing.
#pragma once

#include "casework/facts.h"
#include "record/kinds.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace gweld::casework {

struct KnownDate { // as much of it as anybody knows
    CivilDate on;
    record::Precision to = record::Precision::day;
    // The last day it may have been.
    CivilDate latest() const;
    friend bool operator==(const KnownDate&, const KnownDate&) = default;
};

struct Relative {
    base::EntryId entry; // the newest version
    PersonId id;
    std::string name;
    record::Sex sex = record::Sex::not_known;
    std::optional<KnownDate> born;
    record::Life life = record::Life::living;
    std::optional<KnownDate> died;
    std::string note;
};

struct RelationEnd {
    base::EntryId entry;
    std::optional<KnownDate> on;
};

struct Relation {
    base::EntryId entry;
    PersonId person;
    PersonId of;
    record::Kinship kinship = record::Kinship::parent;
    std::optional<KnownDate> since;
    std::optional<RelationEnd> ended;
};

struct RelativeStay {
    base::EntryId entry;
    PersonId relative;
    std::string lines;
    std::string postcode;
    KnownDate from{record::to_be_given};
};

// What has been recorded about one family, or about the child where no family is named.
struct FamilyLog {
    Uuid subject;
    std::int64_t version = 0;
    std::vector<record::Entry> entries; // oldest first
};

struct Kin {                                     // everything that stands, whenever it was so
    std::vector<Relative> relatives;             // in the order they were first recorded
    std::vector<Relation> relations;             // the same
    std::vector<RelativeStay> stays;             // by day
    const Relative* relative(PersonId id) const; // null: none such
    const Relation* relation(base::EntryId entry) const;
};
Kin kin_of(std::span<const FamilyLog> logs);

bool is_partnership(record::Kinship kinship);

// ---- as it was on a day
// ------------------------------------------------------------------------------

enum class Who : std::uint8_t { this_child, brother_or_sister, relative };
enum class Lives : std::uint8_t { with_child, elsewhere, not_recorded, nowhere };

struct FamilyMember {
    PersonId id;
    Who who = Who::relative;
    std::string name;
    record::Sex sex = record::Sex::not_known;
    std::optional<KnownDate> born;
    std::optional<CivilDate> expected; // not born by the day
    bool died = false;                 // by the day
    std::optional<KnownDate> died_on;
    std::optional<int> age; // in completed years, on the day or at death; see age_is_about
    bool age_is_about = false;
    Lives lives = Lives::not_recorded;
    std::string note;
};

struct RelationOn {
    std::size_t person = 0; // places in FamilyOn::members
    std::size_t of = 0;
    record::Kinship kinship = record::Kinship::parent;
    std::optional<KnownDate> since;
    bool ended = false; // by the day
    std::optional<KnownDate> ended_on;
    base::EntryId entry;
};

struct FamilyOn {
    CivilDate on;
    std::vector<FamilyMember> members; // the child first, brothers and sisters, relatives
    std::vector<RelationOn> relations;
    bool home_known = false; // where the child lived on the day
};

// Who was not yet born is left out, but for the child. A relation not begun is left out; one that
// ended in a month or a year is over when that is. One that ended nobody knows when has ended.
// Of a brother or sister whose own record is closed to the reader only the name is told: when they
// were born and where they live is theirs (docs/decisions/story.md).
using MayRead = std::function<bool(const Facts&)>;
// Those whose record this person may see on the day.
MayRead open_to(const access::Viewer& viewer, const access::When& now);
FamilyOn family_on(const Kin& kin, const Facts& child,
                   std::span<const std::shared_ptr<const Facts>> brothers_and_sisters, CivilDate on,
                   const MayRead& may_read);

} // namespace gweld::casework
