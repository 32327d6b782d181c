#include "casework/coordinators.h"

#include "casework/enquiry_checks.h"
#include "casework/worklist.h"

namespace gweld::casework {

namespace {

using NamingFault = std::optional<NamingNonsense>;

std::vector<protection::Coordinator> named_for(const Facts& child) {
    return protection::coordinators_of(child.child, child.entries, std::nullopt);
}

NamingFault cannot_name(const Facts& child, base::WorkerId worker, CivilDate from,
                        CivilDate today) {
    const auto* stay = stay_on(child, today);
    if (stay == nullptr) {
        return NamingNonsense::not_on_register;
    }
    if (from < stay->start) {
        return NamingNonsense::before_the_register;
    }
    const auto named = named_for(child);
    const auto* then = protection::coordinator_on(named, *stay, from);
    return then != nullptr && then->worker == worker ? NamingFault{NamingNonsense::named_already}
                                                     : std::nullopt;
}

NamingAnswer refuse(NamingNonsense nonsense) {
    return base::Err{StepRefused<NamingNonsense>{nonsense}};
}

} // namespace

std::vector<record::WorkerRow> who_may_coordinate(const record::Reading& reading,
                                                  const access::Viewer& viewer) {
    auto all = workers_of(reading, viewer);
    std::erase_if(all, [&](const auto& worker) { return !may_coordinate(reading, worker); });
    return all;
}

NamingAnswer name_coordinator(Office& office, const access::Viewer& viewer,
                              const std::vector<PersonId>& children, base::WorkerId worker,
                              CivilDate from, const Saw& saw) {
    const auto today = office.today();
    const auto about = uuids_of(children);
    if (about.empty() || names_one_twice(about)) {
        return refuse(NamingNonsense::no_children);
    }
    if (time::days_between(today, from) > furthest_ahead_days) {
        return refuse(NamingNonsense::too_far_ahead);
    }
    bool may_be = false;
    const auto read = office.store.read([&](const record::Reading& reading) {
        const auto offered = who_may_coordinate(reading, viewer);
        may_be =
            std::ranges::find(offered, worker.uuid, &record::WorkerRow::worker) != offered.end();
    });
    if (!read.ok()) {
        return base::Err{StepRefused<NamingNonsense>{read.error()}};
    }
    return take_step<NamingNonsense>(
        office, viewer, {access::Action::keep_register, "name-coordinator", about}, saw,
        [&](const FamilyFacts& facts) -> NamingFault {
            if (!may_be) {
                return NamingNonsense::no_such_worker;
            }
            for (const auto& child : facts) {
                if (const auto wrong = cannot_name(*child, worker, from, today)) {
                    return wrong;
                }
            }
            return std::nullopt;
        },
        [&](const FamilyFacts& facts) {
            std::vector<record::Draft> drafts;
            for (const auto& child : facts) {
                drafts.push_back(draft_about(office, viewer, {child->child.uuid, worker.uuid}, from,
                                             record::CoordinatorNamed{child->child, worker, from}));
            }
            return drafts;
        });
}

} // namespace gweld::casework
