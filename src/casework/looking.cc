#include "casework/looking.h"

#include "casework/standing.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace gweld::casework {

namespace {

using base::Uuid;
using record::ChainedLook;
using record::Role;

constexpr std::string_view search_result = "search-result";

void add(Onlooking& onlooking, const ChainedLook& look) {
    if (onlooking.times == 0) { // the newest comes first
        onlooking.subject = look.subject;
        onlooking.worker = look.worker;
        onlooking.name = look.name;
        onlooking.role = look.role;
        onlooking.newest = look.at;
    }
    ++onlooking.times;
    onlooking.refused += look.allowed ? 0U : 1U;
    onlooking.first = look.at;
    if (onlooking.ground.empty() && look.allowed) {
        onlooking.ground = look.ground;
    }
    if (look.page != search_result) {
        onlooking.how = LookedHow::opened;
    }
}

std::set<PersonId> children_of(const record::Reading& reading, const access::Viewer& viewer,
                               CivilDate today) {
    std::set<PersonId> children;
    const auto take = [&](const std::vector<record::AllocationRow>& rows) {
        for (const auto& row : rows) {
            if (access::holds_on(row, today)) {
                children.insert(PersonId{reading.kept_for(row.child)});
            }
        }
    };
    take(reading.allocations_to(viewer.worker));
    if (viewer.role == Role::team_manager && viewer.team) {
        take(reading.allocations_in(*viewer.team));
    }
    return children;
}

std::string name_if_theirs(Office& office, const record::Reading& reading,
                           const access::Viewer& viewer, PersonId child) {
    const auto ties = read_ties(reading, child);
    const auto seen =
        access::decide(viewer, access::Action::see_record, ties.bearing(), office.when());
    return ties.person && seen.allowed() ? full_name(*ties.person) : std::string{};
}

void take_child(const std::vector<ChainedLook>& looks, const access::Viewer& viewer,
                const std::string& name, LooksAtCases& all) {
    std::map<Uuid, Onlooking> by_worker;
    std::set<Uuid> founded;
    for (const auto& look : looks) {
        if (look.worker == viewer.worker) {
            continue;
        }
        add(by_worker[look.worker], look);
        if (look.allowed && rests_on_allocation(look.ground)) {
            founded.insert(look.worker);
        }
    }
    for (auto& [worker, onlooking] : by_worker) {
        onlooking.subject_name = name;
        (founded.contains(worker) ? all.founded : all.unfounded).push_back(onlooking);
    }
}

void newest_first(std::vector<Onlooking>& all) {
    std::ranges::sort(all, std::greater{}, &Onlooking::newest);
}

} // namespace

bool rests_on_allocation(std::string_view ground) {
    using access::Ground;
    return std::ranges::any_of(std::array{Ground::own_allocation, Ground::family_allocation,
                                          Ground::team_allocation, Ground::chairs_conference},
                               [&](Ground one) { return ground == access::name_of(one); });
}

base::Result<LooksAtCases, record::StoreFault> looks_at_my_cases(Office& office,
                                                                 const access::Viewer& viewer) {
    LooksAtCases all;
    const auto now = office.clock.now();
    const auto read = office.store.write([&](record::Writing& tx) {
        for (const auto& child : children_of(tx, viewer, office.today())) {
            const auto name = name_if_theirs(office, tx, viewer, child);
            if (!name.empty()) {
                ++all.children;
                take_child(tx.looks_at_since(child.uuid, now - looks_at_cases_for), viewer, name,
                           all);
            }
        }
        tx.log_look({now, viewer.worker, viewer.name, std::string{record::name_of(viewer.role)},
                     viewer.worker, "looked",
                     std::string{access::name_of(access::Ground::own_allocation)}, true});
        return record::Keep::yes;
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    newest_first(all.unfounded);
    newest_first(all.founded);
    return base::Ok{std::move(all)};
}

base::Result<std::vector<OwnLooking>, record::StoreFault>
my_own_looks(Office& office, const access::Viewer& viewer) {
    std::vector<OwnLooking> all;
    const auto since = office.clock.now() - own_looks_for;
    const auto read = office.store.read([&](const record::Reading& reading) {
        std::map<std::pair<CivilDate, Uuid>, std::size_t> at;
        for (const auto& look : reading.looks_by(viewer.worker, since)) {
            if (look.subject == viewer.worker) {
                continue; // at their own pages of looks
            }
            const auto day = time::date_in_wales(look.at);
            const auto [place, fresh] = at.try_emplace({day, look.subject}, all.size());
            if (fresh) {
                all.push_back({{}, day});
            }
            add(all[place->second].what, look);
        }
        for (auto& one : all) {
            if (reading.contact(one.what.subject)) {
                one.of = OwnLooking::Of::contact;
            } else {
                one.what.subject_name =
                    name_if_theirs(office, reading, viewer, PersonId{one.what.subject});
            }
        }
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(all)};
}

} // namespace gweld::casework
