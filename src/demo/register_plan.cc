#include "demo/register_plan.h"

#include <algorithm>
#include <array>

namespace gweld::demo {

namespace {

using record::Category;
using record::GroundForRemoval;

constexpr int week = 7;

// How many children should be on the register, so many weeks before the last day; between two of
// these, in proportion. Made up, within the range published counties have known.
struct Level {
    int weeks_ago;
    int children;
};
constexpr std::array levels{Level{139, 0},  Level{110, 84}, Level{92, 95},
                            Level{70, 106}, Level{52, 96},  Level{36, 91},
                            Level{20, 101}, Level{8, 111},  Level{0, 114}};

int level_at(int weeks_ago) {
    for (std::size_t i = 1; i < levels.size(); ++i) {
        const auto& from = levels.at(i - 1);
        const auto& to = levels.at(i);
        if (weeks_ago >= to.weeks_ago) {
            const int past = from.weeks_ago - weeks_ago;
            return from.children +
                   (to.children - from.children) * past / (from.weeks_ago - to.weeks_ago);
        }
    }
    return levels.back().children;
}

std::vector<Category> categories(Chance& chance) {
    constexpr std::array all{Category::neglect, Category::emotional_or_psychological_abuse,
                             Category::physical_abuse, Category::sexual_abuse,
                             Category::financial_abuse};
    constexpr std::array weights{430, 370, 130, 65, 5};
    constexpr int two_in_a_thousand = 120;
    std::vector<Category> chosen{all.at(chance.weighted(weights))};
    if (chance.happens(two_in_a_thousand)) {
        const auto other = all.at(chance.weighted(weights));
        if (other != chosen.front()) {
            chosen.push_back(other);
        }
    }
    return chosen;
}

// Three months after the first conference, then six months; most a little before that day, a few
// after it.
std::vector<CivilDate> review_days(CivilDate start, int reviews, const Workdays& workdays,
                                   Chance& chance) {
    constexpr int first_months = 3;
    constexpr int later_months = 6;
    constexpr int late_in_a_thousand = 60;
    std::vector<CivilDate> days;
    CivilDate from = start;
    for (int i = 0; i < reviews; ++i) {
        const auto due = from.plus_months_clipped(i == 0 ? first_months : later_months);
        from = chance.happens(late_in_a_thousand)
                   ? workdays.on_or_after(due.plus_days(chance.between(2, 12)))
                   : workdays.on_or_before(due.plus_days(-chance.between(0, i == 0 ? 9 : 16)));
        days.push_back(from);
    }
    return days;
}

// On the last day nothing has been decided yet.
void forget_what_is_to_come(Stay& stay, CivilDate today) {
    if (stay.end && *stay.end >= today) {
        stay.end.reset();
    }
    std::erase_if(stay.reviews, [&](CivilDate review) { return review >= today; });
}

Stay stay_from(CivilDate start, const StoryDays& days, const Workdays& workdays, Chance& chance) {
    constexpr std::array reviews_until_removal{290, 430, 210, 70};
    constexpr int moved_in_a_thousand = 45;
    constexpr int changed_in_a_thousand = 60;
    Stay stay{start, {}, GroundForRemoval::decided_at_review_conference, {}, categories(chance),
              {},    {}};
    const auto reviews = static_cast<int>(chance.weighted(reviews_until_removal)) + 1;
    stay.reviews = review_days(start, reviews, workdays, chance);
    stay.end = stay.reviews.back().next_day(); // on the day of the conference still on it
    if (chance.happens(moved_in_a_thousand)) {
        const int length = time::days_between(start, *stay.end);
        stay.end = workdays.on_or_after(start.plus_days(chance.between(length / 3, length)));
        stay.ground = GroundForRemoval::moved_to_another_authority;
        std::erase_if(stay.reviews, [&](CivilDate review) { return review >= *stay.end; });
    }
    if (chance.happens(changed_in_a_thousand)) {
        stay.changed_to = categories(chance).front();
    }
    forget_what_is_to_come(stay, days.today);
    return stay;
}

// A family whose children were taken off the register some months before, if there is one.
Case* family_to_come_back(std::vector<Case>& cases, CivilDate day, Chance& chance) {
    constexpr int away_at_least = 110;
    constexpr int grown = 16;
    std::vector<Case*> candidates;
    for (auto& family : cases) {
        const auto& last = family.stays.back();
        if (family.script == nullptr && family.stays.size() == 1 && last.end &&
            time::days_between(*last.end, day) > away_at_least &&
            last.ground == GroundForRemoval::decided_at_review_conference &&
            age_on(family.household.children.front(), day) < grown) {
            candidates.push_back(&family);
        }
    }
    return candidates.empty() ? nullptr : chance.one_of(candidates);
}

CivilDate some_working_day(CivilDate from, CivilDate today, const Workdays& workdays,
                           Chance& chance) {
    const auto latest = std::min(from.plus_days(week - 1), today.plus_days(-1));
    return workdays.on_or_before(
        from.plus_days(chance.between(0, time::days_between(from, latest))));
}

} // namespace

std::size_t on_register(const std::vector<Case>& cases, CivilDate day) {
    std::size_t children = 0;
    for (const auto& family : cases) {
        children += family.registered_on(day);
    }
    return children;
}

void fill_register(std::vector<Case>& cases, const StoryDays& days, const Workdays& workdays,
                   Chance chance) {
    constexpr int returns_in_a_thousand = 45;
    int weeks_ago = time::days_between(days.opening, days.today) / week;
    for (; weeks_ago >= 1; --weeks_ago) {
        const auto from = days.today.plus_days(-weeks_ago * week);
        const auto counted_on = from.plus_days(week);
        const auto wanted = static_cast<std::size_t>(level_at(weeks_ago - 1));
        while (on_register(cases, counted_on) < wanted) {
            const auto start = some_working_day(from, days.today, workdays, chance);
            auto* back = chance.happens(returns_in_a_thousand)
                             ? family_to_come_back(cases, start, chance)
                             : nullptr;
            if (back != nullptr) {
                back->stays.push_back(stay_from(start, days, workdays, chance));
                continue;
            }
            Case fresh;
            fresh.household = household_at(start, chance);
            fresh.stays.push_back(stay_from(start, days, workdays, chance));
            cases.push_back(std::move(fresh));
        }
    }
}

void number_all(std::vector<Case>& cases, Chance chance) {
    constexpr int first_child = 203114;
    constexpr int first_family = 51020;
    constexpr int first_plan = 7001;
    std::ranges::stable_sort(cases, {}, [](const Case& c) { return c.stays.front().start; });
    int child_number = first_child;
    int family_number = first_family;
    int plan_number = first_plan;
    for (auto& family : cases) {
        family_number += chance.between(1, 9);
        family.household.number = "F" + std::to_string(family_number);
        for (auto& child : family.household.children) {
            child_number += chance.between(1, 8);
            child.number = std::to_string(child_number);
        }
        for (auto& stay : family.stays) {
            stay.plan_number = "CP" + std::to_string(plan_number++);
        }
    }
}

} // namespace gweld::demo
