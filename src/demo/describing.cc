// Who there is: teams, workers, children, families, homes.
#include "demo/meeting.h"
#include "demo/moments.h"

#include <algorithm>

namespace gweld::demo {

namespace {

constexpr int known_before_registration = 22; // working days: contact, enquiries, conference

CivilDate first_known(const County& county, const Case& family) {
    const auto day = county.workdays.before(family.stays.front().start, known_before_registration);
    return std::max(day, family.holdings.front().from.plus_days(-4));
}

Instant told_at(const County& county, const Case& family) {
    return moment(county.workdays.on_or_before(first_known(county, family)), at_time(10, 20));
}

record::PersonDescribed born(const Child& child) {
    return {child.number, child.forename,  child.surname, child.sex, child.born, {},
            {},           child.ethnicity, child.language};
}

// A baby known before the birth: described once as expected and again as born.
record::PersonDescribed expected(const Child& child, CivilDate on) {
    record::PersonDescribed unborn;
    unborn.number = child.number;
    unborn.forename = "Baby";
    unborn.surname = child.surname;
    unborn.expected = on;
    return unborn;
}

void describe_child(const County& county, const Case& family, const Child& child, Scribe& scribe,
                    Chance& chance) {
    constexpr int a_week = 7;
    const auto told = told_at(county, family);
    const auto day = time::date_in_wales(told);
    const auto duty = county.staff.duty_worker();
    const std::vector<Uuid> about{child.id.uuid};
    if (child.born > day) {
        scribe.write(expected(child, child.born.plus_days(chance.between(-a_week, a_week))),
                     {about, day}, {told, duty});
        scribe.write(born(child), {about, child.born},
                     {moment(county.workdays.on_or_after(child.born.next_day()), at_time(9, 40)),
                      family.holdings.front().worker});
    } else {
        scribe.write(born(child), {about, day}, {told, duty});
    }
    scribe.write(record::FamilyMemberNamed{family.household.id, family.household.number},
                 {{child.id.uuid, family.household.id.uuid}, day},
                 {told + std::chrono::minutes{1}, duty});
}

void describe_homes(const County& county, const Case& family, const Child& child, Scribe& scribe) {
    const auto told = told_at(county, family) + std::chrono::minutes{2};
    for (const auto& home : family.household.homes) {
        const auto from = std::max(home.from, child.born);
        if (home.until && from >= *home.until) {
            continue;
        }
        scribe.write(record::AddressLivedAt{record::AddressKind::home, home.lines, home.postcode,
                                            from, home.until},
                     {{child.id.uuid}, from}, {told, county.staff.duty_worker()});
    }
}

} // namespace

void describe_staff(const County& county, Scribe& scribe) {
    const auto opened = moment(county.days.opening, at_time(8));
    for (const auto& team : county.staff.teams) {
        scribe.write(record::TeamDescribed{team.number, team.name, ""},
                     {{team.id.uuid}, county.days.opening}, {opened, std::nullopt});
    }
    for (const auto& worker : county.staff.workers) {
        record::WorkerDescribed described{worker.number, worker.name, worker.job_title,
                                          worker.registration,
                                          std::string{county.staff.team_name_of(worker)}};
        scribe.write(described, {{worker.id.uuid}, worker.joined},
                     {moment(worker.joined, at_time(8, 30)), std::nullopt});
        if (worker.left) {
            described.team.clear();
            scribe.write(described, {{worker.id.uuid}, *worker.left},
                         {moment(*worker.left, at_time(8, 30)), county.staff.head_of_service()});
        }
    }
}

void name_family(const County& county, Case& family, Scribe& scribe) {
    const auto told = told_at(county, family);
    family.household.id = base::FamilyId{scribe.fresh_id(told)};
    for (auto& child : family.household.children) {
        child.id = base::PersonId{scribe.fresh_id(told)};
    }
}

void describe_family(const County& county, const Case& family, Scribe& scribe, Chance chance) {
    for (const auto& child : family.household.children) {
        describe_child(county, family, child, scribe, chance);
        describe_homes(county, family, child, scribe);
    }
}

} // namespace gweld::demo
