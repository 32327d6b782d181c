#include "demo/recorded_twice.h"

#include "demo/moments.h"

#include <algorithm>

namespace gweld::demo {

namespace {

constexpr int recorded_days_ago = 40;
constexpr int merged_days_ago = 12;

bool may_be_recorded_twice(const Case& family, CivilDate today) {
    return family.team == north && family.script == nullptr && family.held_on(today) != nullptr &&
           of_school_age(family.household.children.front(), today) &&
           family.household.homes.back().from < today.plus_days(-recorded_days_ago);
}

// As the duty desk wrote it down when somebody rang and nobody looked whether the child is known.
Uuid record_again(const County& county, const Child& child, const Home& home, Scribe& scribe) {
    const auto on = county.workdays.on_or_before(county.days.today.plus_days(-recorded_days_ago));
    const auto at = moment(on, at_time(16, 45));
    const Written by_duty{at, county.staff.duty_worker()};
    const auto again = scribe.fresh_id(at);
    record::PersonDescribed described;
    described.number = "F-" + base::to_text(again).substr(28, 8);
    described.forename = child.forename;
    described.surname = child.surname;
    described.sex = child.sex;
    described.born = child.born;
    scribe.write(described, {{again}, on}, by_duty);
    scribe.write(record::AddressLivedAt{record::AddressKind::home, home.lines, home.postcode, on,
                                        std::nullopt},
                 {{again}, on}, by_duty);
    scribe.write(record::EventNoted{on, record::Precision::day,
                                    "The surgery rang: new at the practice, and no health visitor "
                                    "named yet.",
                                    "The surgery, by telephone"},
                 {{again}, on}, by_duty);
    return again;
}

// Whoever held the child worked with half of what was known, and has not read that yet.
void tell_who_acted(const County& county, const Case& family, Uuid again, const Written& when,
                    Scribe& scribe) {
    const auto* held = family.held_on(time::date_in_wales(when.at));
    if (held == nullptr) {
        return;
    }
    const auto& child = family.household.children.front();
    const auto& worker = county.staff.workers[held->worker];
    scribe.write(record::MistakeTold{record::Mistaken::one_for_two,
                                     child.id,
                                     base::PersonId{again},
                                     {{worker.id, worker.name, 3, 5}}},
                 {{child.id.uuid, again}, time::date_in_wales(when.at)}, when);
}

void merge(const County& county, const Case& family, Uuid again, Scribe& scribe) {
    const auto on = county.workdays.on_or_before(county.days.today.plus_days(-merged_days_ago));
    const auto& child = family.household.children.front();
    const Written by_manager{moment(on, at_time(11, 20)), county.staff.manager_of(north)};
    tell_who_acted(county, family, again, by_manager, scribe);
    scribe.write(record::PeopleMerged{child.id, base::PersonId{again},
                                      "The same name, date of birth and address. The surgery "
                                      "confirmed that they have one child of that name."},
                 {{child.id.uuid, again}, on}, by_manager);
}

} // namespace

void tell_recorded_twice(const County& county, std::span<const Case> cases, Scribe& scribe) {
    const auto suitable = [&](const Case& family) {
        return may_be_recorded_twice(family, county.days.today);
    };
    const auto waiting = std::ranges::find_if(cases, suitable);
    if (waiting == cases.end()) {
        return;
    }
    const auto& unnoticed = waiting->household;
    record_again(county, unnoticed.children.front(), unnoticed.homes.back(), scribe);
    const auto noticed = std::find_if(waiting + 1, cases.end(), suitable);
    if (noticed != cases.end()) {
        const auto& child = noticed->household.children.front();
        merge(county, *noticed,
              record_again(county, child, noticed->household.homes.back(), scribe), scribe);
    }
}

} // namespace gweld::demo
