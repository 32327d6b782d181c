// story_kinds.h - a child's story beyond the work done: which events matter, what happened that is
// recorded nowhere else here, and the relatives who have no record of their own. Included by
// kinds.h, which names them. Knows no rule: what matters without being marked is worked out
// (casework/significance.h).
#pragma once

#include "record/kind_parts.h"

namespace gweld::record {

// How much of a date is known. Of a month or a year the date holds the first day.
enum class Precision { day, month, year };
BOOST_DESCRIBE_ENUM(Precision, day, month, year)

// ---- the chronology
// ----------------------------------------------------------------------------------
enum class Weight { significant, ordinary, left_out };
BOOST_DESCRIBE_ENUM(Weight, significant, ordinary, left_out)

// Of one event for one child; the latest one that stands holds, whichever version of the event it
// names.
struct EventWeighed { // about: the child
    base::EntryId event;
    Weight weight = Weight::ordinary;
    std::string why;
};
BOOST_DESCRIBE_STRUCT(EventWeighed, (), (event, weight, why))

struct EventNoted { // about: every child it belongs to
    CivilDate on = to_be_given;
    Precision known_to = Precision::day;
    std::string what;
    std::string source; // "Health visitor's file, 2019", "Her grandmother"
};
BOOST_DESCRIBE_STRUCT(EventNoted, (), (on, known_to, what, source))

// ---- the family. About: the family; the child where the record names none.
// ------------------------------------------------------------------------------------------------
enum class Life { living, died };
BOOST_DESCRIBE_ENUM(Life, living, died)

struct RelativeNamed { // A correction names the same relative.
    PersonId relative;
    std::string name;
    Sex sex = Sex::not_known;
    std::optional<CivilDate> born;
    Precision born_to = Precision::day;
    Life life = Life::living;
    std::optional<CivilDate> died; // none with Life::died: nobody knows when
    Precision died_to = Precision::day;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(RelativeNamed, (),
                      (relative, name, sex, born, born_to, life, died, died_to, note))

// What `person` is to `of`; a partner and a spouse are that to each other.
enum class Kinship { parent, adoptive_parent, step_parent, carer, partner, spouse };
BOOST_DESCRIBE_ENUM(Kinship, parent, adoptive_parent, step_parent, carer, partner, spouse)

struct RelationNamed { // between relatives and children
    PersonId person;
    PersonId of;
    Kinship kinship = Kinship::parent;
    std::optional<CivilDate> since; // none: from birth, or not known
    Precision since_to = Precision::day;
};
BOOST_DESCRIBE_STRUCT(RelationNamed, (), (person, of, kinship, since, since_to))

struct RelationEnded {
    base::EntryId relation;
    std::optional<CivilDate> on; // none: nobody knows when
    Precision on_to = Precision::day;
};
BOOST_DESCRIBE_STRUCT(RelationEnded, (), (relation, on, on_to))

struct RelativeLivedAt { // until the next one of the same relative
    PersonId relative;
    std::string lines; // empty: somewhere else, nobody knows where
    std::string postcode;
    CivilDate from = to_be_given;
    Precision from_to = Precision::day;
};
BOOST_DESCRIBE_STRUCT(RelativeLivedAt, (), (relative, lines, postcode, from, from_to))

} // namespace gweld::record
