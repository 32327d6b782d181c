// core_groups.h - recording that the core group met: who came, what has moved, what was agreed.
#pragma once

#include "casework/recording.h"

#include <variant>
#include <vector>

namespace gweld::casework {

enum class CoreGroupNonsense {
    no_children,
    date_in_future,
    not_on_register, // one of the children was not, on that day
    nobody_came,
    no_progress,       // nothing was said of how the plan goes
    written_agreement, // an action that calls itself one (protection/written_agreement.h)
    next_not_later
};
using CoreGroupRefused =
    std::variant<NotFoundOrNotYours, SomebodyWasQuicker, KeyUsedForSomethingElse, CorrectedAlready,
                 CoreGroupNonsense, record::StoreFault>;

// One entry about every child of the plan. Ends the core group duty of each on its day.
base::Result<Recorded, CoreGroupRefused> record_core_group(Office& office,
                                                           const access::Viewer& viewer,
                                                           const std::vector<PersonId>& children,
                                                           const record::CoreGroupMet& met,
                                                           const Saw& saw);

} // namespace gweld::casework
