// conference_file.h - one conference opened: every child it is about decided and logged, and all
// that was recorded round it.
#pragma once

#include "casework/child.h"
#include "casework/conference_practice.h"
#include "protection/conferences.h"

#include <memory>
#include <vector>

namespace gweld::casework {

struct ConferenceFile {
    std::vector<std::shared_ptr<const Facts>> children; // whom its last booking, or it, was about
    protection::Conference conference;                  // as recorded about the first of them
    protection::ConferenceDue due;                      // the earliest of the children's
    std::vector<std::shared_ptr<const Facts>> unborn;   // of them, on the day of the conference
    std::optional<record::ConferencePracticeSet> practice; // this council's on that day
};

// By any version of a booking or of the meeting. Not found: no such entry, an entry of another
// kind or withdrawn, or one of the children is not theirs.
base::Result<ConferenceFile, OpenRefused>
open_conference(Office& office, const access::Viewer& viewer, base::EntryId entry,
                access::Action action, std::string_view page);

} // namespace gweld::casework
