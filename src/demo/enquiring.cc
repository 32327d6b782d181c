#include "demo/enquiring.h"

#include "demo/conferring.h"
#include "demo/enquiry_way.h"

#include <algorithm>
#include <array>

namespace gweld::demo {

namespace {

using record::Came;
using record::Determination;
using record::Threshold;

std::vector<const Child*> children_on(const Case& family, const Stay& stay) {
    std::vector<const Child*> children;
    for (const auto& child : family.household.children) {
        if (registered(child, stay, stay.start)) {
            children.push_back(&child);
        }
    }
    return children;
}

// One new worry: how many working days ago each step was; none: not taken.
struct Worry {
    int discussed;
    Came police = Came::attended;
    bool enquired = true;
    std::optional<int> concluded = {};
    Determination found = Determination::substantiated_continuing_risk;
    std::optional<int> booked_ahead = {}; // for a conference so many working days from today
};
constexpr auto continuing = Determination::substantiated_continuing_risk;
constexpr std::array worries{
    Worry{6},
    Worry{11},
    Worry{3},
    Worry{2, Came::attended, false},                    // threshold met, no enquiry
    Worry{9, Came::attended, true, 2},                  // no conference booked
    Worry{20, Came::attended, true, 10, continuing, 2}, // due and not held
    Worry{4, Came::sent_apologies, false},              // an internal meeting
    Worry{8, Came::attended, true, 3, continuing, 5},   // booked in time
    Worry{15, Came::attended, true, 6, Determination::not_substantiated},
    Worry{18, Came::attended, true, 8, Determination::substantiated_not_continuing_risk},
};

bool left_long_ago(const County& county, const Case& family) {
    constexpr int long_ago = 60;
    constexpr int grown = 16;
    const auto& last = family.stays.back();
    return family.script == nullptr && last.end &&
           time::days_between(*last.end, county.days.today) > long_ago &&
           last.ground == record::GroundForRemoval::decided_at_review_conference &&
           age_on(family.household.children.front(), county.days.today) < grown;
}

void tell(const County& county, const Case& family, const Worry& worry, Scribe& scribe) {
    const auto ago = [&](int n) { return county.workdays.before(county.days.today, n); };
    std::vector<const Child*> children;
    for (const auto& child : family.household.children) {
        children.push_back(&child);
    }
    EnquiryWay way{county, std::move(children), county.staff.duty_worker(), scribe};
    const auto discussion = way.discuss(ago(worry.discussed), worry.police, Threshold::met);
    if (!worry.enquired) {
        return;
    }
    const auto enquiry = way.start(discussion, ago(worry.discussed));
    if (worry.concluded) {
        way.conclude(enquiry, ago(*worry.concluded), worry.found);
    }
    if (worry.booked_ahead) {
        const auto on = county.workdays.after(county.days.today, *worry.booked_ahead);
        const auto booked = way.book(on, ago(*worry.concluded), chair_for(county, family));
        tell_reports(county, way.conference(booked, on), scribe, Chance{7});
    }
}

} // namespace

std::vector<EnquiryDays> enquiry_days(const County& county, const Case& family, Chance chance) {
    constexpr int late_in_a_thousand = 160; // 83.8 % of conferences in time, as once published
    // The family was told to us some days before somebody held it.
    const auto known = county.workdays.on_or_after(family.holdings.front().from.plus_days(-3));
    std::vector<EnquiryDays> all;
    for (const auto& stay : family.stays) {
        const bool late = chance.happens(late_in_a_thousand);
        const int before = late ? chance.between(16, 19) : chance.between(9, 15);
        const int concluded = chance.between(3, 6);
        const auto discussed = std::max(county.workdays.before(stay.start, before), known);
        all.push_back(
            {discussed, std::max(county.workdays.before(stay.start, concluded), discussed)});
    }
    return all;
}

void tell_enquiries(const County& county, const Case& family, Scribe& scribe, Chance chance) {
    constexpr int a_year = 366;
    const auto days = enquiry_days(county, family, chance);
    for (std::size_t i = 0; i < family.stays.size(); ++i) {
        const auto& stay = family.stays[i];
        const auto children = children_on(family, stay);
        if (time::days_between(stay.start, county.days.today) > a_year || children.empty()) {
            continue;
        }
        EnquiryWay way{county, children, county.staff.manager_of(family.team), scribe};
        const auto enquiry = way.start(
            way.discuss(days[i].discussed, Came::attended, Threshold::met), days[i].discussed);
        way.conclude(enquiry, days[i].concluded, Determination::substantiated_continuing_risk);
        const auto booked = way.book(stay.start, days[i].concluded, chair_for(county, family));
        tell_reports(county, way.conference(booked, stay.start), scribe, chance.branch("reports"));
    }
}

void tell_new_worries(const County& county, const std::vector<Case>& cases, Scribe& scribe) {
    std::size_t next = 0;
    for (const auto& family : cases) {
        if (next == worries.size()) {
            return;
        }
        if (left_long_ago(county, family)) {
            tell(county, family, worries.at(next++), scribe);
        }
    }
}

} // namespace gweld::demo
