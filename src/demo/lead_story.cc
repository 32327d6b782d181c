#include "demo/lead_story.h"

#include <algorithm>

namespace gweld::demo {

namespace {

constexpr int four_weeks = 28;
constexpr int months_in_year = 12;
constexpr int some_days_older = 11; // so that nobody's birthday is the day the county is made

Child child_of(const ScriptedChild& scripted, CivilDate today) {
    const int months = scripted.years * months_in_year + scripted.months;
    return {{},
            {},
            std::string{scripted.forename},
            std::string{scripted.surname},
            scripted.sex,
            today.plus_months_clipped(-months).plus_days(-some_days_older),
            std::string{scripted.language},
            std::string{scripted.ethnicity}};
}

Household household_of(const ScriptedFamily& family, const StoryDays& days, Chance& chance) {
    Household household;
    for (const auto& child : family.children) {
        household.children.push_back(child_of(child, days.today));
    }
    constexpr int before_registration = 400;
    const auto village = family.lines.substr(family.lines.rfind(", ") + 2);
    const auto moved_in = days.today.plus_days(-family.registered_days_ago - before_registration);
    household.homes.push_back(
        {std::string{family.lines}, postcode_in(village, chance), moved_in, std::nullopt});
    household.carer = family.carer;
    household.language = household.children.front().language;
    return household;
}

} // namespace

const std::vector<ScriptedFamily>& scripted_families() {
    static const auto all = [] {
        auto families = families_of_the_story();
        for (auto& family : families_overdue_elsewhere()) {
            families.push_back(std::move(family));
        }
        return families;
    }();
    return all;
}

CivilDate day_of(const ScriptedVisit& visit, const StoryDays& days, const Workdays& workdays) {
    if (visit.counted == Counted::working_days_ago) {
        return workdays.before(days.today, visit.n);
    }
    return workdays.on_or_before(workdays.after(days.today, visit.n).plus_days(-four_weeks));
}

std::vector<Case> scripted_cases(const StoryDays& days, const Workdays& workdays,
                                 const Staff& staff, Chance chance) {
    constexpr int first_held_before = 15; // working days: while the enquiries were made
    std::vector<Case> cases;
    for (const auto& family : scripted_families()) {
        Stay stay{workdays.on_or_before(days.today.plus_days(-family.registered_days_ago)),
                  std::nullopt,
                  record::GroundForRemoval::decided_at_review_conference,
                  {},
                  family.categories,
                  std::nullopt,
                  {}};
        for (const int ago : family.reviews_days_ago) {
            stay.reviews.push_back(workdays.on_or_before(days.today.plus_days(-ago)));
        }
        const auto worker = staff.named(family.worker);
        const auto& holder = staff.workers[worker];
        Case scripted;
        scripted.household = household_of(family, days, chance);
        scripted.holdings.push_back(
            {worker, std::max(holder.joined, workdays.before(stay.start, first_held_before)),
             holder.left});
        scripted.team = holder.team;
        scripted.stays.push_back(std::move(stay));
        scripted.script = &family;
        cases.push_back(std::move(scripted));
    }
    return cases;
}

} // namespace gweld::demo
