// merging_kinds.h - that two records are one person's, and that they were not. Included by kinds.h,
// which names them. Neither log is rewritten: from then on both are read together
// (store/merged/merged_reads.h).
#pragma once

#include "record/kind_parts.h"

namespace gweld::record {

struct PeopleMerged { // about: the kept one, then the other
    PersonId kept;
    PersonId other; // speaks no more for itself
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PeopleMerged, (), (kept, other, reason))

struct PeopleUnmerged { // about: as the merge
    base::EntryId merge;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PeopleUnmerged, (), (merge, reason))

enum class Mistaken { one_for_two, two_for_one }; // which of both it was
BOOST_DESCRIBE_ENUM(Mistaken, one_for_two, two_for_one)

struct ToldOfMistake {
    WorkerId worker;
    std::string name;
    int recorded = 0; // entries while it was believed
    int looked = 0;   // looks
};
BOOST_DESCRIBE_STRUCT(ToldOfMistake, (), (worker, name, recorded, looked))

// About: as the merge. With the entry that put it right: whoever wrote or read while it was
// believed is told, until they say that they have read it.
struct MistakeTold {
    Mistaken mistake = Mistaken::one_for_two;
    PersonId kept;
    PersonId other;
    std::vector<ToldOfMistake> told;
};
BOOST_DESCRIBE_STRUCT(MistakeTold, (), (mistake, kept, other, told))

// About: the entry that told them, so that nobody's form about the child is overtaken by it. By one
// of them.
struct MistakeRead {
    base::EntryId told;
};
BOOST_DESCRIBE_STRUCT(MistakeRead, (), (told))

} // namespace gweld::record
