#include "casework/core_groups.h"

#include "protection/written_agreement.h"
#include "record/codec.h"

#include <algorithm>

namespace gweld::casework {

namespace {

std::optional<CoreGroupNonsense> nonsense_in(const record::CoreGroupMet& met,
                                             const std::vector<PersonId>& children,
                                             CivilDate today) {
    if (children.empty()) {
        return CoreGroupNonsense::no_children;
    }
    if (met.on > today) {
        return CoreGroupNonsense::date_in_future;
    }
    if (std::ranges::none_of(met.invited,
                             [](const auto& one) { return one.came == record::Came::attended; })) {
        return CoreGroupNonsense::nobody_came;
    }
    if (met.progress.empty() && met.outcomes.empty()) {
        return CoreGroupNonsense::no_progress;
    }
    if (std::ranges::any_of(met.actions, [](const auto& action) {
            return protection::calls_itself_agreement(action.what).has_value();
        })) {
        return CoreGroupNonsense::written_agreement;
    }
    if (met.next_on && *met.next_on <= met.on) {
        return CoreGroupNonsense::next_not_later;
    }
    return std::nullopt;
}

bool on_register(const Ties& ties, CivilDate day) {
    const std::int64_t n = day.day_number();
    return std::ranges::any_of(ties.registrations, [&](const auto& row) {
        return row.start_day <= n && (!row.end_day || n < *row.end_day);
    });
}

std::optional<CoreGroupRefused> let_in(Office& office, record::Writing& tx,
                                       const access::Viewer& viewer, const record::Draft& draft) {
    bool all = true;
    bool registered = true;
    for (const auto& child : draft.about) {
        const auto ties = read_ties(tx, PersonId{child});
        all =
            all && ties.person &&
            look(office, tx, viewer, access::Action::record_meeting, ties, "core-group").allowed();
        registered = registered && on_register(ties, draft.effective);
    }
    if (!all) {
        return NotFoundOrNotYours{};
    }
    return registered ? std::nullopt
                      : std::optional<CoreGroupRefused>{CoreGroupNonsense::not_on_register};
}

} // namespace

base::Result<Recorded, CoreGroupRefused> record_core_group(Office& office,
                                                           const access::Viewer& viewer,
                                                           const std::vector<PersonId>& children,
                                                           const record::CoreGroupMet& met,
                                                           const Saw& saw) {
    if (const auto nonsense = nonsense_in(met, children, office.today())) {
        return base::Err{CoreGroupRefused{*nonsense}};
    }
    std::vector<Uuid> about;
    std::ranges::transform(children, std::back_inserter(about), &PersonId::uuid);
    const auto draft = draft_of(office, viewer, record::Named<record::CoreGroupMet>::name, about,
                                met.on, record::encode(met));
    std::optional<CoreGroupRefused> refused;
    Recorded recorded;
    const auto done = office.store.write([&](record::Writing& tx) {
        refused = let_in(office, tx, viewer, draft);
        if (!refused) {
            const auto appended = append_drafts(tx, {draft}, saw);
            if (appended.ok()) {
                recorded = appended.value();
            } else {
                refused = as_refusal<CoreGroupRefused>(appended.error());
            }
        }
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{CoreGroupRefused{done.error()}};
    }
    return refused ? base::Result<Recorded, CoreGroupRefused>{base::Err{*refused}}
                   : base::Result<Recorded, CoreGroupRefused>{base::Ok{recorded}};
}

} // namespace gweld::casework
