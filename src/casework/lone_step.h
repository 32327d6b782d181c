// lone_step.h - one entry about something that is no child: a chair's diary, how the council does
// things. Whoever calls has asked access. Knows no kind of entry.
#pragma once

#include "casework/steps.h"

namespace gweld::casework {

template <class Nonsense>
StepAnswer<Nonsense> append_alone(Office& office, const record::Draft& draft, const Saw& saw) {
    std::optional<StepRefused<Nonsense>> refused;
    Recorded recorded;
    const auto done = office.store.write([&](record::Writing& tx) {
        const auto appended = append_drafts(tx, {draft}, saw);
        if (appended.ok()) {
            recorded = appended.value();
        } else {
            refused = as_refusal<StepRefused<Nonsense>>(appended.error());
        }
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{StepRefused<Nonsense>{done.error()}};
    }
    if (refused) {
        return base::Err{*refused};
    }
    return base::Ok{recorded};
}

} // namespace gweld::casework
