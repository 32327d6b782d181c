#include "record/merging_projection.h"

#include "record/codec.h"
#include "record/kinds.h"

#include <boost/describe/enum_to_string.hpp>

namespace gweld::record {

namespace {

void tell(const Entry& entry, TableHands& hands) {
    const auto body = body_of<MistakeTold>(entry);
    for (const auto& one : body.told) {
        hands.put(MistakeToldRow{entry.id, one.worker.uuid,
                                 boost::describe::enum_to_string(body.mistake, ""), body.kept.uuid,
                                 body.other.uuid, one.recorded, one.looked,
                                 entry.recorded_at.time_since_epoch().count()});
    }
}

} // namespace

void project_merging(const Entry& entry, TableHands& hands) {
    if (entry.kind == Named<PeopleMerged>::name) {
        const auto merged = body_of<PeopleMerged>(entry);
        hands.put(MergeRow{entry.id, merged.kept.uuid, merged.other.uuid});
    } else if (entry.kind == Named<PeopleUnmerged>::name) {
        hands.remove_rows_of(body_of<PeopleUnmerged>(entry).merge.uuid);
    } else if (is_a<MistakeTold>(entry)) {
        tell(entry, hands);
    } else if (is_a<MistakeRead>(entry)) {
        MistakeToldRow read;
        read.entry = body_of<MistakeRead>(entry).told.uuid;
        read.worker = entry.recorded_by.worker;
        hands.remove(read);
    }
}

} // namespace gweld::record
