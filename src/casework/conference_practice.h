// conference_practice.h - what no national text that was read gives a figure for, as this council
// has decided it: how many agencies make a conference, how long before it reports are due.
#pragma once

#include "casework/steps.h"

#include <optional>

namespace gweld::casework {

enum class PracticeNonsense { no_source, not_a_number };
using PracticeAnswer = StepAnswer<PracticeNonsense>;

// What such an entry is about: the authority itself, as for what an import says of itself.
Uuid practice_about(std::string_view authority);
// The one that holds on the day; none: the council has set none.
std::optional<record::ConferencePracticeSet>
practice_on(const record::Reading& reading, const std::string& authority, CivilDate day);
struct OpenPractice {
    std::optional<record::ConferencePracticeSet> now;
    record::SeenVersion version;
};
base::Result<OpenPractice, std::variant<NotFoundOrNotYours, record::StoreFault>>
open_practice(Office& office, const access::Viewer& viewer);

// By a head of service, with a source. A figure left out is one the council does not have.
PracticeAnswer set_practice(Office& office, const access::Viewer& viewer,
                            const record::ConferencePracticeSet& practice, const Saw& saw);

} // namespace gweld::casework
