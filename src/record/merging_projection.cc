#include "record/merging_projection.h"

#include "record/codec.h"
#include "record/kinds.h"

namespace gweld::record {

void project_merging(const Entry& entry, TableHands& hands) {
    if (entry.kind == Named<PeopleMerged>::name) {
        const auto merged = body_of<PeopleMerged>(entry);
        hands.put(MergeRow{entry.id, merged.kept.uuid, merged.other.uuid});
    } else if (entry.kind == Named<PeopleUnmerged>::name) {
        hands.remove_rows_of(body_of<PeopleUnmerged>(entry).merge.uuid);
    }
}

} // namespace gweld::record
