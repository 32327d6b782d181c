#include "demo/meeting.h"

#include "demo/conferring.h"
#include "demo/moments.h"

#include <algorithm>
#include <array>

namespace gweld::demo {

namespace {

using record::ConferenceType;

std::vector<Uuid> children_of(const Case& family, const Stay& stay, CivilDate day) {
    std::vector<Uuid> children;
    for (const auto& child : family.household.children) {
        if (registered(child, stay, day)) {
            children.push_back(child.id.uuid);
        }
    }
    return children;
}

// Placed and taken off by the manager, who writes for the conference.
class RegisterTold {
  public:
    RegisterTold(const County& county, const Case& family, const PlantedMoves& moves,
                 Scribe& scribe, Chance& chance)
        : county_{county}, family_{family}, moves_{moves}, scribe_{scribe}, chance_{chance} {}

    void tell(const Stay& stay) {
        const auto held_at = moment(stay.start, at_time(chance_.between(14, 16), 10));
        conference(ConferenceType::initial, stay, stay.start);
        for (const auto& child : family_.household.children) {
            if (registered(child, stay, stay.start)) {
                place(stay, child, held_at);
            }
        }
        for (const auto review : stay.reviews) {
            conference(ConferenceType::review, stay, review);
        }
    }

  private:
    std::size_t manager() const { return county_.staff.manager_of(family_.team); }

    void conference(ConferenceType type, const Stay& stay, CivilDate on) {
        const auto children = children_of(family_, stay, on);
        if (!children.empty()) {
            record::ConferenceHeld held{type, on};
            if (type == ConferenceType::initial) {
                add_account(held, stay, children);
            }
            const base::EntryId entry{
                scribe_.write(held, {children, on}, {moment(on, at_time(14)), manager()})};
            if (type == ConferenceType::initial) {
                tell_what_followed(county_, {children, entry, on, manager()}, scribe_,
                                   chance_.branch("followed"));
            }
        }
    }

    void add_account(record::ConferenceHeld& held, const Stay& stay,
                     const std::vector<Uuid>& children) const {
        held.chair = county_.staff.workers[chair_for(county_, family_)].name;
        held.invited = there(chance_.branch("there"));
        const auto absent = std::ranges::count_if(
            held.invited, [](const auto& person) { return person.came != record::Came::attended; });
        if (absent > 1) {
            held.went_ahead = held.chair + ": the children could not wait, and the police were "
                                           "reached by telephone.";
        }
        held.parents_part = "Their carer was there and spoke.";
        for (const auto& child : children) {
            held.children.push_back({base::PersonId{child}, record::ConferenceDecision::placed,
                                     stay.categories, "The risk of significant harm goes on.", ""});
        }
        held.outline_plan =
            "The child is seen alone every ten working days; the core group makes the "
            "plan in detail.";
    }

    void place(const Stay& stay, const Child& child, Instant held_at) {
        const std::vector<Uuid> about{child.id.uuid};
        const base::EntryId placed{
            scribe_.write(record::PlacedOnRegister{stay.start, stay.categories, stay.plan_number},
                          {about, stay.start}, {held_at, manager()})};
        if (stay.changed_to && !stay.reviews.empty() &&
            registered(child, stay, stay.reviews.front())) {
            scribe_.write(record::CategoryChanged{placed, {*stay.changed_to}},
                          {about, stay.reviews.front()},
                          {moment(stay.reviews.front(), at_time(15, 30)), manager()});
        }
        if (!stay.end) {
            tell_move(county_, family_, moves_, placed, child.id.uuid, scribe_);
        }
        const auto end = end_for(child, stay);
        if (end <= county_.days.today) {
            const bool grown_up = !stay.end || end < *stay.end;
            scribe_.write(
                record::RemovedFromRegister{placed, end,
                                            grown_up ? record::GroundForRemoval::reached_eighteen
                                                     : stay.ground},
                {about, end},
                {grown_up
                     ? moment(county_.workdays.on_or_before(end), at_time(8, 5))
                     : moment(county_.workdays.on_or_before(end.plus_days(-1)), at_time(16, 5)),
                 manager()});
        }
    }

    const County& county_;
    const Case& family_;
    const PlantedMoves& moves_;
    Scribe& scribe_;
    Chance& chance_;
};

void core_groups_of(const County& county, const Case& family, const Stay& stay, Scribe& scribe,
                    Chance& chance) {
    constexpr int first_in_time = 820;
    constexpr int next_in_time = 860;
    constexpr int most_days = 42;
    const auto until = stay.end.value_or(county.days.today.next_day());
    const bool always = family.script != nullptr;
    StayPlan plan{county, family, stay, scribe, chance.branch("plan")};
    auto day = county.workdays.after(stay.start, always || chance.happens(first_in_time)
                                                     ? chance.between(5, 10)
                                                     : chance.between(11, 17));
    while (day < until) {
        const auto children = children_of(family, stay, day);
        const auto* held = family.held_on(day);
        const auto worker = held == nullptr ? county.staff.manager_of(family.team) : held->worker;
        if (!children.empty()) {
            const auto written = county.workdays.after(day, always ? 0 : chance.between(0, 2));
            record::CoreGroupMet met{day};
            plan.add_progress(met);
            scribe.write(met, {children, day}, {moment(written, at_time(17, 5)), worker});
            plan.after(day, children, {moment(written, at_time(17, 25)), worker});
        }
        const int gap = always || chance.happens(next_in_time) ? chance.between(29, most_days)
                                                               : chance.between(45, 63);
        day = county.workdays.on_or_before(day.plus_days(gap));
    }
}

} // namespace

void tell_register(const County& county, const Case& family, const PlantedMoves& moves,
                   Scribe& scribe, Chance chance) {
    for (const auto& stay : family.stays) {
        RegisterTold{county, family, moves, scribe, chance}.tell(stay);
    }
}

void tell_core_groups(const County& county, const Case& family, Scribe& scribe, Chance chance) {
    for (const auto& stay : family.stays) {
        core_groups_of(county, family, stay, scribe, chance);
    }
}

void tell_allocations(const County& county, const Case& family, Scribe& scribe) {
    for (const auto& holding : family.holdings) {
        const auto& worker = county.staff.workers[holding.worker];
        const auto manager = county.staff.manager_of(worker.team);
        for (const auto& child : family.household.children) {
            const std::vector<Uuid> about{child.id.uuid, worker.id.uuid};
            const record::Allocated allocated{child.id,
                                              worker.id,
                                              county.staff.teams[worker.team].id,
                                              record::AllocatedAs::allocated_worker,
                                              holding.from,
                                              std::nullopt};
            const base::EntryId made{scribe.write(
                allocated, {about, holding.from},
                {moment(county.workdays.on_or_after(holding.from), at_time(9, 15)), manager})};
            if (holding.until) {
                scribe.write(
                    record::AllocationEnded{made, *holding.until}, {about, *holding.until},
                    {moment(county.workdays.on_or_after(*holding.until), at_time(9, 10)), manager});
            }
        }
    }
}

} // namespace gweld::demo
