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

} // namespace gweld::record
