#include "demo/door_families.h"

#include "demo/enquiry_way.h"
#include "demo/moments.h"

#include <algorithm>
#include <array>

namespace gweld::demo {

namespace {

using record::Came;
using record::Determination;
using record::Threshold;

constexpr int remembered = 900; // who may come again: those who came last

} // namespace

DoorFamily* DoorFamilies::again(Chance& chance) {
    const auto newest = static_cast<int>(families_.size()) - 1;
    if (newest < 0) {
        return nullptr;
    }
    const auto at = chance.between(std::max(0, newest - remembered), newest);
    return &families_[static_cast<std::size_t>(at)];
}

DoorFamily& DoorFamilies::fresh(CivilDate day, Chance& chance) {
    auto& family = families_.emplace_back();
    family.household = household_at(day, chance);
    return family;
}

void DoorFamilies::describe_child(const DoorFamily& family, const Child& child, time::Instant at,
                                  std::size_t by) {
    const auto day = time::date_in_wales(at);
    scribe_.write(record::PersonDescribed{child.number,
                                          child.forename,
                                          child.surname,
                                          child.sex,
                                          child.born,
                                          {},
                                          {},
                                          child.ethnicity,
                                          child.language},
                  {{child.id.uuid}, day}, {at, by});
    scribe_.write(record::FamilyMemberNamed{family.household.id, family.household.number},
                  {{child.id.uuid, family.household.id.uuid}, day},
                  {at + std::chrono::minutes{1}, by});
    const auto& home = family.household.homes.back();
    const auto from = std::max(home.from, child.born);
    scribe_.write(record::AddressLivedAt{record::AddressKind::home, home.lines, home.postcode, from,
                                         std::nullopt},
                  {{child.id.uuid}, from}, {at + std::chrono::minutes{1}, by});
}

void DoorFamilies::describe(DoorFamily& family, time::Instant at, std::size_t by) {
    if (family.described) {
        return;
    }
    family.described = true;
    family.household.id = base::FamilyId{scribe_.fresh_id(at)};
    family.household.number = "F" + std::to_string(++next_family_);
    for (auto& child : family.household.children) {
        child.id = base::PersonId{scribe_.fresh_id(at)};
        child.number = std::to_string(++next_child_);
        describe_child(family, child, at, by);
    }
}

// Those at continuing risk are the families of the register, who are told of elsewhere.
Discussed DoorFamilies::enquire(DoorFamily& family, CivilDate day, Chance& chance) {
    constexpr int police_came = 965;
    constexpr int threshold_met = 900;
    constexpr int not_substantiated = 450;
    const auto on = county_.workdays.on_or_after(day);
    family.last_enquiry = on;
    std::vector<const Child*> children;
    for (const auto& child : family.household.children) {
        if (child.born <= on) {
            children.push_back(&child);
        }
    }
    if (children.empty()) {
        return Discussed::no;
    }
    const bool everybody = children.size() == family.household.children.size();
    EnquiryWay way{county_, std::move(children), county_.staff.duty_worker(), scribe_};
    const bool police = chance.happens(police_came);
    const bool met = chance.happens(threshold_met);
    const auto discussion = way.discuss(on, police ? Came::attended : Came::sent_apologies,
                                        met ? Threshold::met : Threshold::not_met);
    const auto discussed = police && everybody ? Discussed::yes : Discussed::no;
    if (!police || !met) {
        return discussed;
    }
    const auto enquiry = way.start(discussion, on);
    way.conclude(enquiry, county_.workdays.after(on, chance.between(3, 14)),
                 chance.happens(not_substantiated)
                     ? Determination::not_substantiated
                     : Determination::substantiated_not_continuing_risk);
    return discussed;
}

} // namespace gweld::demo
