#include "casework/guarding.h"

#include "casework/enquiry_checks.h"
#include "casework/rows.h"
#include "people/names.h"

namespace gweld::casework {

namespace {

using record::BarrierRow;
using Fault = std::optional<GuardingNonsense>;

GuardingAnswer refuse(GuardingNonsense nonsense) {
    return base::Err{StepRefused<GuardingNonsense>{nonsense}};
}

base::Result<std::vector<SomebodyHere>, record::StoreFault> people_here(const Office& office) {
    std::vector<SomebodyHere> people;
    const auto read =
        office.store.read([&](const record::Reading& reading) { people = who_is_here(reading); });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(people)};
}

const SomebodyHere* named(const std::vector<SomebodyHere>& people, base::WorkerId worker) {
    const auto found = std::ranges::find(people, worker, &SomebodyHere::worker);
    return found == people.end() ? nullptr : &*found;
}

bool may_lift(const SomebodyHere& somebody) {
    return somebody.role == record::Role::team_manager ||
           somebody.role == record::Role::head_of_service;
}

// The entry of a restriction that holds for the child, whoever it is open to.
std::optional<base::EntryId> restriction_of(const Facts& child, time::Instant at) {
    const auto found = std::ranges::find_if(child.barriers, [&](const BarrierRow& row) {
        return access::holds_at(row, at) &&
               (row.barrier == record::barrier_to_chain || row.barrier == record::barrier_to_list);
    });
    return found == child.barriers.end() ? std::nullopt
                                         : std::optional{base::EntryId{found->entry}};
}

bool is_barrier(const BarrierRow& row) {
    return row.barrier != record::barrier_opened && row.barrier != record::barrier_listed;
}

} // namespace

std::vector<SomebodyHere> who_is_here(const record::Reading& reading) {
    std::vector<SomebodyHere> people;
    for (const auto& account : reading.accounts()) {
        if (!account.closed) {
            people.push_back({base::WorkerId{account.worker}, account.display_name, account.role,
                              account.team_name});
        }
    }
    std::ranges::sort(
        people, [](const auto& a, const auto& b) { return people::comes_before(a.name, b.name); });
    return people;
}

GuardingAnswer exclude(Office& office, const access::Viewer& viewer,
                       const std::vector<PersonId>& children, const Exclusion& what,
                       const Saw& saw) {
    const auto about = uuids_of(children);
    if (about.empty() || names_one_twice(about)) {
        return refuse(GuardingNonsense::no_children);
    }
    if (what.words.empty()) {
        return refuse(GuardingNonsense::no_words);
    }
    const auto here = people_here(office);
    if (!here.ok()) {
        return base::Err{StepRefused<GuardingNonsense>{here.error()}};
    }
    const auto* whom = named(here.value(), what.worker);
    if (whom == nullptr) {
        return refuse(GuardingNonsense::nobody_such);
    }
    const auto at = office.clock.now();
    return take_step<GuardingNonsense>(
        office, viewer, {access::Action::bar, "exclude", about}, saw,
        [&](const FamilyFacts& facts) -> Fault {
            const bool all = std::ranges::all_of(facts, [&](const auto& child) {
                return access::excludes(child->barriers, what.worker.uuid, at);
            });
            return all ? Fault{GuardingNonsense::excluded_already} : std::nullopt;
        },
        [&](const FamilyFacts& facts) {
            std::vector<record::Draft> drafts;
            for (const auto& child : facts) {
                if (!access::excludes(child->barriers, what.worker.uuid, at)) {
                    drafts.push_back(draft_about(
                        office, viewer, {child->child.uuid, what.worker.uuid}, office.today(),
                        record::PersonExcluded{what.worker, whom->name, what.because, what.words}));
                }
            }
            return drafts;
        });
}

GuardingAnswer restrict_record(Office& office, const access::Viewer& viewer,
                               const std::vector<PersonId>& children, const Restriction& what,
                               const Saw& saw) {
    const auto about = uuids_of(children);
    if (about.empty() || names_one_twice(about)) {
        return refuse(GuardingNonsense::no_children);
    }
    if (what.words.empty()) {
        return refuse(GuardingNonsense::no_words);
    }
    if (what.review_on <= office.today()) {
        return refuse(GuardingNonsense::review_not_ahead);
    }
    const auto here = people_here(office);
    if (!here.ok()) {
        return base::Err{StepRefused<GuardingNonsense>{here.error()}};
    }
    record::RecordRestricted said{what.because, what.open_to, {}, what.words, what.review_on, {}};
    if (what.open_to == record::OpenTo::listed) {
        auto listed = what.listed;
        if (std::ranges::find(listed, base::WorkerId{viewer.worker}) == listed.end()) {
            listed.push_back(base::WorkerId{viewer.worker});
        }
        bool lifted_by_somebody = false;
        for (const auto& worker : listed) {
            const auto* one = named(here.value(), worker);
            if (one == nullptr) {
                return refuse(GuardingNonsense::nobody_such);
            }
            lifted_by_somebody = lifted_by_somebody || may_lift(*one);
            said.listed.push_back({worker, one->name});
        }
        if (!lifted_by_somebody) {
            return refuse(GuardingNonsense::nobody_to_lift_it);
        }
    }
    const auto at = office.clock.now();
    return take_step<GuardingNonsense>(
        office, viewer, {access::Action::bar, "restrict", about}, saw,
        [](const FamilyFacts&) -> Fault { return std::nullopt; },
        [&](const FamilyFacts& facts) {
            std::vector<record::Draft> drafts;
            for (const auto& child : facts) {
                auto body = said;
                body.instead_of = restriction_of(*child, at);
                drafts.push_back(
                    draft_about(office, viewer, {child->child.uuid}, office.today(), body));
            }
            return drafts;
        });
}

GuardingAnswer lift(Office& office, const access::Viewer& viewer, PersonId child,
                    base::EntryId barrier, const std::string& reason, const Saw& saw) {
    if (reason.empty()) {
        return refuse(GuardingNonsense::no_words);
    }
    const auto at = office.clock.now();
    const auto row_of = [&](const Facts& facts) {
        return std::ranges::find_if(facts.barriers, [&](const BarrierRow& row) {
            return row.entry == barrier.uuid && is_barrier(row) && access::holds_at(row, at);
        });
    };
    return take_step<GuardingNonsense>(
        office, viewer, {access::Action::unbar, "lift-barrier", {child.uuid}}, saw,
        [&](const FamilyFacts& facts) -> Fault {
            const auto& only = *facts.front();
            return row_of(only) == only.barriers.end() ? Fault{GuardingNonsense::not_in_force}
                                                       : std::nullopt;
        },
        [&](const FamilyFacts& facts) -> std::vector<record::Draft> {
            const auto& only = *facts.front();
            const auto row = row_of(only);
            const auto today = office.today();
            if (row != only.barriers.end() && row->barrier == record::barrier_excluded) {
                return {draft_about(office, viewer, {child.uuid, *row->worker}, today,
                                    record::ExclusionLifted{barrier, reason})};
            }
            return {draft_about(office, viewer, {child.uuid}, today,
                                record::RestrictionLifted{barrier, reason})};
        });
}

Guarded guarded(const Facts& child, time::Instant at) {
    Guarded found;
    for (const auto& row : child.barriers) {
        if (!is_barrier(row) || !access::holds_at(row, at)) {
            continue;
        }
        const auto entry = std::ranges::find(child.entries, row.entry, &record::Entry::id);
        if (entry == child.entries.end()) {
            continue;
        }
        if (record::is_a<record::PersonExcluded>(*entry)) {
            found.excluded.push_back({record::body_of<record::PersonExcluded>(*entry), *entry});
        } else {
            found.restricted.push_back({record::body_of<record::RecordRestricted>(*entry), *entry});
        }
    }
    return found;
}

} // namespace gweld::casework
