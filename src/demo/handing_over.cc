#include "demo/handing_over.h"

#include "demo/moments.h"

#include <algorithm>
#include <array>
#include <map>

namespace gweld::demo {

namespace {

using record::ContactOutcome;

// Of the last weeks one in forty was forgotten: what the list is there to show.
bool forgotten(const County& county, CivilDate decided, Chance& chance) {
    constexpr int in_a_thousand = 25;
    constexpr int lately = 16; // working days
    constexpr int not_quite_now = 3;
    const int ago = county.workdays.between(decided, county.days.today);
    return chance.happens(in_a_thousand) && ago >= not_quite_now && ago <= lately;
}

// For an enquiry the same day, else the next morning.
time::Instant when_handed(const County& county, const HandedOver& what, Chance& chance) {
    const auto day = time::date_in_wales(what.decided);
    if (what.outcome == ContactOutcome::strategy_discussion && county.workdays.is_one(day)) {
        return what.decided + std::chrono::minutes{chance.between(20, 90)};
    }
    return moment(county.workdays.after(day, 1), at_time(9, chance.between(0, 55)));
}

std::string_view why_not(const HandedOver& what, Chance& chance) {
    if (what.discussed == Discussed::no && what.outcome == ContactOutcome::strategy_discussion) {
        return "The police had nothing to bring and no child was harmed: put down to a quarrel "
               "between adults. Seen by the health visitor the same day.";
    }
    constexpr std::array<std::string_view, 5> reasons{
        "Passed on to the worker who has the family and goes on seeing them.",
        "Seen by the duty worker with the school: no care and support needs. The family knows whom "
        "to ring.",
        "The family has taken up early help instead; the team around the family has them.",
        "The health visitor goes on seeing them each fortnight and will ring if it changes.",
        "What was reported was about another household; that contact was decided by itself."};
    return chance.one_of(reasons);
}

} // namespace

// Whoever holds fewest children on the day.
std::size_t HandOvers::who_takes(CivilDate day) const {
    std::map<std::size_t, std::size_t> loads;
    for (std::size_t i = 0; i < county_.staff.workers.size(); ++i) {
        const auto& worker = county_.staff.workers[i];
        if (worker.team == assessment && worker.role == record::Role::social_worker) {
            loads[i] = 0;
        }
    }
    for (const auto& held : held_) {
        loads[held.worker] += day < held.until ? held.children : 0U;
    }
    return std::ranges::min_element(loads, {}, [](const auto& load) { return load.second; })->first;
}

void HandOvers::allocate(const HandedOver& what, DoorFamily& family, Chance& chance) {
    const auto at = when_handed(county_, what, chance);
    const auto from = time::date_in_wales(at);
    const bool enquiry = what.outcome == ContactOutcome::strategy_discussion;
    const int for_days = enquiry ? chance.between(10, 20) : chance.between(22, 40);
    const auto until = county_.workdays.after(from, for_days);
    const auto by = who_takes(from);
    held_.push_back({by, what.children->size(), until});
    const auto& worker = county_.staff.workers[by];
    const auto manager = county_.staff.manager_of(worker.team);
    family.held_until = until;
    for (const auto& child : *what.children) {
        const std::vector<Uuid> about{child.id.uuid, worker.id.uuid};
        const base::EntryId made{scribe_.write(
            record::Allocated{child.id, worker.id, county_.staff.teams[worker.team].id,
                              record::AllocatedAs::allocated_worker, from, std::nullopt},
            {about, from}, {at, manager})};
        scribe_.write(record::AllocationEnded{made, until}, {about, until},
                      {moment(until, at_time(9, 20)), manager});
    }
}

void HandOvers::let_go(const HandedOver& what, Chance chance) {
    const auto day = county_.workdays.after(time::date_in_wales(what.decided), 1);
    const auto manager = county_.staff.manager_of(assessment);
    const std::string because{why_not(what, chance)};
    int nth = 0;
    for (const auto& child : *what.children) {
        scribe_.write(record::ContactNobodyNeeded{what.contact, ++nth, because, day},
                      {{what.contact.uuid, child.id.uuid}, day},
                      {moment(day, at_time(10, chance.between(0, 50))), manager});
    }
}

void HandOvers::tell(const HandedOver& what, DoorFamily& family, Chance chance) {
    constexpr int referrals_allocated_in_a_thousand = 200;
    const auto day = time::date_in_wales(what.decided);
    const bool enquiry = what.outcome == ContactOutcome::strategy_discussion;
    const bool held = family.held_until && day < *family.held_until;
    if (forgotten(county_, day, chance)) {
        return;
    }
    if (enquiry && what.discussed == Discussed::no) {
        return let_go(what, chance);
    }
    if (held) { // whoever has them goes on; nobody else has to come
        return let_go(what, chance);
    }
    if (enquiry || chance.happens(referrals_allocated_in_a_thousand)) {
        return allocate(what, family, chance);
    }
    let_go(what, chance);
}

} // namespace gweld::demo
