// story.h - recording a child's story: which events matter, what happened that is recorded nowhere
// else, who the relatives are, who is what to whom, where they live. Knows no form.
#pragma once

#include "casework/kin.h"
#include "casework/office.h"
#include "casework/recording.h"
#include "record/story_kinds.h"

#include <variant>
#include <vector>

namespace gweld::casework {

inline constexpr std::size_t longest_relatives_name = 200; // letters, not bytes

enum class StoryNonsense {
    // the chronology
    no_such_event, // of this child
    no_why,
    no_children, // none, or one of them twice
    nothing_written,
    no_source,
    in_the_future,
    // the family
    no_name,
    name_too_long,
    no_such_person, // neither a relative nor a child of the family
    not_related,    // to anybody
    to_themself,
    related_already,
    born_in_the_future,
    died_in_the_future,
    died_before_birth,
    living_and_died,
    before_birth,
    ended_already,
    ended_before_it_began,
    does_not_end, // being a parent
    no_home       // of the child on that day
};
using StoryRefused = std::variant<NotFoundOrNotYours, SomebodyWasQuicker, KeyUsedForSomethingElse,
                                  CorrectedAlready, StoryNonsense, record::StoreFault>;
using StoryAnswer = base::Result<Recorded, StoryRefused>;

// ---- reading, of a record that has been opened
// ----------------------------------------------------
// Of every family the record names, and of the child; where to write comes first.
base::Result<std::vector<FamilyLog>, record::StoreFault> family_logs(Office& office,
                                                                     const Facts& child);

// What the newest contact about the child was about; looking at it is a look at the contact.
struct LastWorry {
    CivilDate on = record::to_be_given;
    std::optional<record::ContactReceived> received; // none: this reader may not see the contact
};
base::Result<std::optional<LastWorry>, record::StoreFault>
last_worry(Office& office, const access::Viewer& viewer, const Facts& child);

// How many allocated workers the child has had.
struct WorkersCounted {
    std::size_t in_twelve_months = 0; // who held the child on a day of the last twelve months
    std::size_t in_all = 0;
};
WorkersCounted workers_counted(const Facts& child, CivilDate today);

// ---- the chronology
// -------------------------------------------------------------------------------
// The event is any version of an entry about the child that is an event (significance.h).
StoryAnswer weigh_event(Office& office, const access::Viewer& viewer, PersonId child,
                        const record::EventWeighed& weighed, const Saw& saw);
// `on` is brought to the first day of what is known. In a month or year not over yet: as long as
// that has begun.
StoryAnswer note_event(Office& office, const access::Viewer& viewer,
                       const std::vector<PersonId>& children, record::EventNoted noted,
                       const Saw& saw);
// About the same children. The entry corrected has to be the newest version.
StoryAnswer correct_event(Office& office, const access::Viewer& viewer, base::EntryId corrected,
                          record::EventNoted noted, const std::string& reason, const Saw& saw);

// ---- the family
// -----------------------------------------------------------------------------------
struct NewRelative {
    record::RelativeNamed named; // `relative` is given an id here
    record::Kinship kinship = record::Kinship::parent;
    std::vector<PersonId> to; // relatives and children; at least one
    std::optional<KnownDate> since;
    std::optional<KnownDate> with_child_since; // none: where they live is not said
};
StoryAnswer add_relative(Office& office, const access::Viewer& viewer, PersonId child,
                         NewRelative added, const Saw& saw);
StoryAnswer correct_relative(Office& office, const access::Viewer& viewer, PersonId child,
                             base::EntryId corrected, record::RelativeNamed named,
                             const std::string& reason, const Saw& saw);
StoryAnswer relate(Office& office, const access::Viewer& viewer, PersonId child,
                   record::RelationNamed relation, const Saw& saw);
StoryAnswer correct_relation(Office& office, const access::Viewer& viewer, PersonId child,
                             base::EntryId corrected, record::RelationNamed relation,
                             const std::string& reason, const Saw& saw);
StoryAnswer end_relation(Office& office, const access::Viewer& viewer, PersonId child,
                         record::RelationEnded ended, const Saw& saw);

enum class NowLives : std::uint8_t { with_child, at_address, somewhere_else };
struct RelativesHome {
    PersonId relative;
    NowLives now = NowLives::with_child; // with_child: the child's home of that day is copied
    std::string lines;
    std::string postcode;
    KnownDate from{record::to_be_given};
};
StoryAnswer house_relative(Office& office, const access::Viewer& viewer, PersonId child,
                           const RelativesHome& home, const Saw& saw);

// Takes a noted event, a relative, a relation, its end or a home back: it should never have been
// there. Of a relative, the relations and homes go with them.
StoryAnswer take_from_story(Office& office, const access::Viewer& viewer, PersonId child,
                            base::EntryId entry, const std::string& reason, const Saw& saw);

} // namespace gweld::casework
