#include "casework/worklist.h"

#include "casework/plans.h"
#include "people/names.h"

#include <algorithm>
#include <map>
#include <set>

namespace gweld::casework {

namespace {

using record::AllocationRow;

std::vector<Uuid> distinct_children(const std::vector<AllocationRow>& rows, CivilDate today) {
    std::set<Uuid> children;
    for (const auto& row : rows) {
        if (access::holds_on(row, today)) {
            children.insert(row.child);
        }
    }
    return {children.begin(), children.end()};
}

// Of those whose record this person may open: a list names nobody else.
std::vector<Standing> standings(Office& office, const record::Reading& reading,
                                const access::Viewer& viewer, const std::vector<Uuid>& children,
                                CivilDate today) {
    std::vector<Standing> all;
    all.reserve(children.size());
    const auto now = office.when();
    for (const auto& child : children) {
        auto facts = office.facts.of(reading, PersonId{child});
        const auto seen = access::decide(viewer, access::Action::see_record, facts->bearing(), now);
        if (facts->person && seen.allowed()) {
            all.push_back(standing_of(std::move(facts), office.book, today));
        }
    }
    return all;
}

bool by_urgency(const Standing& a, const Standing& b) {
    const int ua = urgency(a);
    const int ub = urgency(b);
    return ua != ub ? ua < ub
                    : people::comes_before(a.facts->person->forename, b.facts->person->forename);
}

bool same_home(const Household& household, const Standing& child) {
    return std::ranges::any_of(household.children, [&](const Standing& other) {
        return std::ranges::find(other.facts->family, child.facts->child.uuid) !=
               other.facts->family.end();
    });
}

std::vector<Household> households_of(std::vector<Standing> children, CivilDate today) {
    std::ranges::sort(children, by_urgency);
    std::vector<Household> homes;
    for (auto& child : children) {
        const auto home =
            std::ranges::find_if(homes, [&](const auto& h) { return same_home(h, child); });
        if (home != homes.end()) {
            home->children.push_back(std::move(child));
            continue;
        }
        Household fresh;
        fresh.home = home_of(*child.facts, today);
        fresh.surname = child.facts->person->surname;
        fresh.urgency = urgency(child);
        fresh.children.push_back(std::move(child));
        homes.push_back(std::move(fresh));
    }
    return homes;
}

std::vector<StubWaiting> stubs_waiting(const std::vector<Standing>& children, const law::Book& book,
                                       CivilDate today) {
    const auto* card = book.card("local.visit.write-up");
    std::map<Uuid, StubWaiting> by_visit;
    if (card == nullptr) {
        return {};
    }
    for (const auto& child : children) {
        for (auto& duty : protection::duties_of(child.facts->history, *card, book, today,
                                                child.facts->coverage)) {
            using protection::DutyState;
            const bool open = duty.state == DutyState::on_track ||
                              duty.state == DutyState::due_today ||
                              duty.state == DutyState::overdue ||
                              (duty.state == DutyState::undetermined && !duty.met_on);
            if (!open || !duty.of_visit) {
                continue;
            }
            auto& stub = by_visit[duty.of_visit->uuid];
            stub.visit = *duty.of_visit;
            stub.children.push_back(child.facts);
            const auto* calendar = book.calendar(card->calendar);
            if (calendar != nullptr && duty.due_by) {
                stub.working_days_left = calendar->working_days_between(today, *duty.due_by);
            }
            stub.duty = std::move(duty);
        }
    }
    std::vector<StubWaiting> all;
    for (auto& [visit, stub] : by_visit) {
        all.push_back(std::move(stub));
    }
    std::ranges::sort(all, {}, [](const StubWaiting& s) { return s.duty->anchor; });
    return all;
}

// Brothers and sisters may share an action.
std::vector<PlannedAndOverdue> actions_overdue(const std::vector<Standing>& children,
                                               CivilDate today) {
    std::vector<PlannedAndOverdue> all;
    for (const auto& child : children) {
        const auto plans = plans_of(*child.facts);
        for (const auto& overdue : protection::overdue_actions(plans, today)) {
            const auto known = std::ranges::find_if(
                all, [&](const auto& one) { return one.action.action == overdue.action->action; });
            if (known == all.end()) {
                all.push_back({{child.facts}, *overdue.action});
            } else {
                known->children.push_back(child.facts);
            }
        }
    }
    std::ranges::stable_sort(all, {}, [](const auto& one) { return *one.action.by; });
    return all;
}

bool overdue_for(const Standing& child, std::string_view rule) {
    const auto* condition = child.condition(rule);
    return condition != nullptr && condition->overdue();
}

bool something_due_soon(const Standing& child) {
    return std::ranges::any_of(child.visits, [](const auto& c) { return c.due_soon(); });
}

void count_work(DaysWork& work, const Standing& child) {
    ++work.children_on_register;
    const bool alone = overdue_for(child, "cp.visit.seen-alone");
    const bool home = overdue_for(child, "cp.visit.seen-at-home");
    work.overdue_alone += alone ? 1U : 0U;
    work.overdue_home += home ? 1U : 0U;
    work.due_soon += !alone && !home && something_due_soon(child) ? 1U : 0U;
}

std::optional<Task> task_of(std::string_view rule) {
    if (rule == "cp.visit.seen-alone") {
        return Task::see_alone;
    }
    if (rule == "cp.visit.seen-at-home") {
        return Task::see_at_home;
    }
    if (rule == "cp.visit.bedroom-seen") {
        return Task::see_bedroom;
    }
    return std::nullopt;
}

std::vector<Uuid> children_of_team(Office& office, const record::Reading& reading,
                                   const access::Viewer& viewer, CivilDate today) {
    std::set<Uuid> children;
    const auto n = today.day_number();
    const bool whole = viewer.role == record::Role::head_of_service;
    for (const auto& registration : reading.registrations_between(n, n + 1)) {
        const auto facts = office.facts.of(reading, PersonId{registration.child});
        const bool nobody = std::ranges::none_of(facts->allocations, [&](const auto& row) {
            return row.as == "allocated_worker" && access::holds_on(row, today);
        });
        if (whole || nobody) {
            children.insert(registration.child);
        }
    }
    if (viewer.team) {
        for (const auto& child : distinct_children(reading.allocations_in(*viewer.team), today)) {
            children.insert(child);
        }
    }
    return {children.begin(), children.end()};
}

std::size_t visits_without_place(const Standing& child, CivilDate today) {
    return static_cast<std::size_t>(
        std::ranges::count_if(child.facts->history.visits, [&](const auto& visit) {
            const auto& believed = visit.believed();
            return believed.place == record::Place::not_recorded && believed.on <= today &&
                   time::days_between(believed.on, today) < 28;
        }));
}

void add_what_is_missing(TeamToday& team, const record::Reading& reading, const Standing& child,
                         CivilDate today) {
    const auto coordinator = coordinator_of(reading, *child.facts, today);
    if (coordinator && coordinator->missing()) {
        team.without_coordinator.push_back({child, *coordinator});
    }
    const auto& stays = child.facts->history.registrations;
    if (child.registration != nullptr || stays.empty()) {
        return;
    }
    const auto missing =
        protection::missing_plan(plans_of(*child.facts), child.facts->history, today);
    if (missing) {
        team.without_plan.push_back({child, missing->since});
    }
}

void add_to_caseload(std::map<Uuid, Caseload>& loads, const record::Reading& reading,
                     const Standing& child) {
    if (child.allocated == nullptr) {
        return;
    }
    auto& load = loads[child.allocated->worker];
    if (load.children == 0) {
        load.worker = reading.worker(child.allocated->worker).value_or(record::WorkerRow{});
    }
    ++load.children;
    load.on_register += child.registration != nullptr ? 1U : 0U;
    load.overdue += child.any_visit_overdue() ? 1U : 0U;
}

std::vector<Caseload> ordered(const std::map<Uuid, Caseload>& loads) {
    std::vector<Caseload> all;
    for (const auto& [worker, load] : loads) {
        all.push_back(load);
    }
    std::ranges::sort(all, [](const auto& a, const auto& b) {
        return a.overdue != b.overdue ? a.overdue > b.overdue
                                      : people::comes_before(a.worker.name, b.worker.name);
    });
    return all;
}

TeamToday team_of(std::vector<Standing> children, const law::Book& book,
                  const record::Reading& reading, CivilDate today) {
    TeamToday team;
    team.stubs = stubs_waiting(children, book, today);
    std::map<Uuid, Caseload> loads;
    for (auto& child : children) {
        ++team.children;
        team.on_register += child.registration != nullptr ? 1U : 0U;
        team.visits_without_place += visits_without_place(child, today);
        add_to_caseload(loads, reading, child);
        add_what_is_missing(team, reading, child, today);
        if (child.registration == nullptr) {
            continue;
        }
        if (child.allocated == nullptr) {
            team.unallocated.push_back(child);
        }
        if (child.any_visit_overdue()) {
            team.overdue.push_back(std::move(child));
        } else if (something_due_soon(child)) {
            team.due_soon.push_back(std::move(child));
        }
    }
    team.caseloads = ordered(loads);
    for (const auto& worker : reading.workers()) {
        team.workers.emplace(worker.worker, worker.name);
    }
    std::ranges::sort(team.overdue, by_urgency);
    std::ranges::sort(team.due_soon, by_urgency);
    std::ranges::sort(team.unallocated, by_urgency);
    std::ranges::stable_sort(team.without_coordinator, {},
                             [](const WithoutCoordinator& one) { return one.coordinator.since; });
    std::ranges::stable_sort(team.without_plan, {}, &WithoutPlan::since);
    return team;
}

// A head of service's children are those on the register; who left it lately and is still
// somebody's to work with is looked for here. Two years: a case that is still open after that has
// been through reviews of its own.
void add_those_who_left(Office& office, const record::Reading& reading,
                        const access::Viewer& viewer, CivilDate today, TeamToday& team) {
    constexpr int looked_back_days = 730;
    const auto n = today.day_number();
    std::set<Uuid> left;
    for (const auto& row : reading.registrations_between(n - looked_back_days, n + 1)) {
        const auto rows = row.end_day && *row.end_day <= n ? reading.allocations_of(row.child)
                                                           : std::vector<AllocationRow>{};
        if (std::ranges::any_of(rows, [&](const auto& held) {
                return held.as == "allocated_worker" && access::holds_on(held, today);
            })) {
            left.insert(row.child);
        }
    }
    for (const auto& child :
         standings(office, reading, viewer, std::vector<Uuid>(left.begin(), left.end()), today)) {
        if (child.registration == nullptr) {
            add_what_is_missing(team, reading, child, today);
        }
    }
    std::ranges::stable_sort(team.without_plan, {}, &WithoutPlan::since);
}

} // namespace

std::vector<TaskForChild> what_puts_it_right(const Household& household) {
    std::vector<TaskForChild> tasks;
    for (const auto& child : household.children) {
        for (const auto& condition : child.visits) {
            const auto task = task_of(condition.card->id);
            if (task && (condition.overdue() || condition.due_soon())) {
                tasks.push_back({&child, *task});
            }
        }
    }
    return tasks;
}

bool needs_a_home_visit(const std::vector<TaskForChild>& tasks) {
    return std::ranges::any_of(tasks, [](const auto& t) { return t.task != Task::see_alone; });
}

base::Result<DaysWork, record::StoreFault> days_work(Office& office, const access::Viewer& viewer) {
    DaysWork work;
    const auto today = office.today();
    const auto read = office.store.read([&](const record::Reading& reading) {
        auto all =
            standings(office, reading, viewer,
                      distinct_children(reading.allocations_to(viewer.worker), today), today);
        work.stubs = stubs_waiting(all, office.book, today);
        work.actions = actions_overdue(all, today);
        std::vector<Standing> registered;
        for (auto& child : all) {
            if (child.registration != nullptr) {
                count_work(work, child);
                registered.push_back(std::move(child));
            } else {
                work.others.push_back(std::move(child));
            }
        }
        work.households = households_of(std::move(registered), today);
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    std::ranges::sort(work.others, [](const auto& a, const auto& b) {
        return people::comes_before(a.facts->person->surname, b.facts->person->surname);
    });
    return base::Ok{std::move(work)};
}

base::Result<std::shared_ptr<const TeamToday>, record::StoreFault>
team_today(Office& office, const access::Viewer& viewer) {
    std::shared_ptr<const TeamToday> team;
    const auto today = office.today();
    const auto read = office.store.read([&](const record::Reading& reading) {
        team = office.teams.of(key_of(viewer), {reading.head(), today}, [&] {
            auto made = std::make_shared<TeamToday>(
                team_of(standings(office, reading, viewer,
                                  children_of_team(office, reading, viewer, today), today),
                        office.book, reading, today));
            if (viewer.role == record::Role::head_of_service) {
                add_those_who_left(office, reading, viewer, today, *made);
            }
            return std::shared_ptr<const TeamToday>{std::move(made)};
        });
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(team)};
}

std::vector<record::WorkerRow> workers_of(const record::Reading& reading,
                                          const access::Viewer& viewer) {
    auto all = reading.workers();
    if (viewer.role != record::Role::head_of_service) {
        std::erase_if(all, [&](const auto& worker) { return worker.team != viewer.team_name; });
    }
    std::ranges::sort(
        all, [](const auto& a, const auto& b) { return people::comes_before(a.name, b.name); });
    return all;
}

} // namespace gweld::casework
