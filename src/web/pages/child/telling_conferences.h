// telling_conferences.h - what belongs to a conference, and that two records are one person's, as
// events of a child's timeline.
#pragma once

#include "web/pages/child/telling.h"

#include <optional>

namespace gweld::web::pages::child_record {

// None: an entry of another kind.
std::optional<Told> told_of_conference(const Words& say, const record::Entry& entry);
std::optional<Told> told_of_access(const Words& say, const record::Entry& entry);
std::optional<Told> told_of_protection(const Words& say, const record::Entry& entry);
std::optional<Told> told_of_merging(const Words& say, const record::Entry& entry);

} // namespace gweld::web::pages::child_record
