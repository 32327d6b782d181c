#include "watched_week.h"

#include <algorithm>
#include <array>

namespace gweld::casework {

namespace {

using record::Role;

// By how often they are met; the rest have names that few have. Shares of this test's own.
constexpr std::array common{"Jones", "Williams", "Davies",  "Evans",     "Thomas",   "Roberts",
                            "Lewis", "Hughes",   "Morgan",  "Griffiths", "Edwards",  "Owen",
                            "Rees",  "Price",    "Jenkins", "Morris",    "Richards", "Phillips"};
constexpr std::size_t rare_names = 900;

constexpr std::size_t workers_until = 400; // then managers, duty workers, chairs, heads
constexpr std::size_t managers_until = 445;
constexpr std::size_t desk_until = 475;
constexpr std::size_t chairs_until = 493;
constexpr std::size_t in_a_team = 9;

Role role_at(std::size_t n) {
    if (n < workers_until) {
        return Role::social_worker;
    }
    if (n < managers_until) {
        return Role::team_manager;
    }
    if (n < desk_until) {
        return Role::duty_worker;
    }
    return n < chairs_until ? Role::reviewing_officer : Role::head_of_service;
}

} // namespace

WatchedWeek::WatchedWeek(unsigned seed)
    : store{store::open_memory("X00000001", people::name_keys)}, dice_{seed} {
    make_people();
    make_children();
    for (int day = 0; day < 7; ++day) {
        for (std::size_t n = 0; n < people_.size(); ++n) {
            works(people_[n], n, day);
        }
    }
    plant();
    write_down();
}

std::string WatchedWeek::a_surname() {
    if (one_in(3)) {
        return "Enwprin" + std::to_string(below(rare_names));
    }
    return common[std::min(below(common.size()), below(common.size()))];
}

void WatchedWeek::make_people() {
    for (std::size_t n = 0; n < people; ++n) {
        const auto surname = a_surname();
        people_.push_back({thing("w" + std::to_string(n)), "Gweithiwr " + surname, surname,
                           role_at(n), n % (workers_until / in_a_team)});
    }
}

void WatchedWeek::make_children() {
    for (std::size_t n = 0; n < children; ++n) {
        children_.push_back({thing("c" + std::to_string(n)), a_surname(), n % workers_until});
    }
}

void WatchedWeek::look(const Person& who, const Child& child, std::string_view ground, int day,
                       int minute, std::string_view page) {
    record::Look look;
    look.at = time::at_wall_time_in_wales(monday.plus_days(day), std::chrono::minutes{minute}) +
              std::chrono::milliseconds{below(60'000)};
    look.worker = who.id;
    look.name = who.name;
    look.role = record::name_of(who.role);
    look.subject = child.id;
    look.page = page;
    look.ground = ground.empty() ? "none" : ground;
    look.allowed = !ground.empty();
    looks_.push_back(std::move(look));
}

void WatchedWeek::record(const Person& who, const Child& child, int day) {
    record::Draft draft;
    draft.id = base::uuid_of("test", "note", std::to_string(++next_));
    draft.kind = record::Named<record::FamilyMemberNamed>::name;
    draft.about = {child.id, thing("family")};
    draft.effective = monday.plus_days(day);
    draft.recorded_at = time::at_wall_time_in_wales(draft.effective, std::chrono::hours{12});
    draft.recorded_by = {who.id, who.name, std::string{record::name_of(who.role)}, ""};
    draft.body = record::encode(record::FamilyMemberNamed{base::FamilyId{thing("family")}, "F"});
    drafts_.push_back(std::move(draft));
}

void WatchedWeek::works(const Person& who, std::size_t index, int day) {
    const bool weekend = day >= 5;
    switch (who.role) {
    case Role::social_worker:
    case Role::team_manager:
        if (!weekend || one_in(20)) {
            works_with_cases(who, index, day);
        }
        return;
    case Role::duty_worker:
        works_the_desk(who, day);
        return;
    case Role::reviewing_officer:
        for (int n = 0; n < (weekend ? 0 : 12); ++n) {
            look(who, children_[(index * 31 + below(60)) % children], "chairs-conference", day,
                 540 + static_cast<int>(below(480)));
        }
        return;
    case Role::head_of_service:
        for (int n = 0; n < (weekend ? 1 : 8); ++n) {
            look(who, children_[below(children)], "whole-service", day,
                 one_in(80) ? 1330 : 540 + static_cast<int>(below(540)));
        }
        return;
    case Role::administrator:
    case Role::guardian:
        return;
    }
}

// Their own children most of the day, colleagues' when they cover, names that a search finds.
void WatchedWeek::works_with_cases(const Person& who, std::size_t index, int day) {
    const bool manages = who.role == Role::team_manager;
    const auto minute = [&] { return one_in(60) ? 1340 : 510 + static_cast<int>(below(560)); };
    for (int n = 0; n < 40; ++n) {
        const auto worker = manages ? who.team * in_a_team + below(in_a_team) : index;
        const auto& child = children_[(worker % workers_until) + workers_until * below(10)];
        look(who, child, manages ? "team-allocation" : "own-allocation", day, minute());
    }
    for (int n = 0; n < 3; ++n) {
        const auto worker = who.team * in_a_team + below(in_a_team);
        look(who, children_[(worker % workers_until) + workers_until * below(10)],
             "team-allocation", day, minute());
    }
    if (manages && one_in(3)) {
        look(who, children_[below(children)], "nobody-allocated", day, minute());
    }
    if (one_in(15)) { // a wrong number, a link in a letter
        look(who, children_[below(children)], "", day, minute());
    }
    if (one_in(150)) {
        const auto& child = children_[below(children)];
        look(who, child, "emergency", day, minute());
        record(who, child, day);
    }
}

// Whoever rings is about somebody: most of it is written down.
void WatchedWeek::works_the_desk(const Person& who, int day) {
    for (int n = 0; n < 14; ++n) {
        const auto& child = children_[below(children)];
        look(who, child, "duty-desk", day, static_cast<int>(below(1440)));
        if (!one_in(4)) {
            record(who, child, day);
        }
    }
}

void WatchedWeek::plant() {
    plant_at_their_name();
    if (one_in(2)) {
        plant_coming_back();
    }
    if (one_in(2)) {
        plant_at_night();
    }
    if (one_in(3)) {
        plant_harvest();
    }
    if (one_in(3)) {
        plant_refused();
    }
}

// A child of a name that few have, by somebody of that name, in an emergency that was none.
void WatchedWeek::plant_at_their_name() {
    auto& who = people_[below(workers_until)];
    auto& child = children_[below(children)];
    who.surname = "Enwunigryw" + std::to_string(below(1000));
    who.name = "Gweithiwr " + who.surname;
    child.surname = who.surname;
    for (auto& look : looks_) {
        look.name = look.worker == who.id ? who.name : look.name;
    }
    std::erase_if(looks_, [&](const auto& look) {
        return look.worker == who.id && look.subject == child.id;
    });
    look(who, child, one_in(2) ? "emergency" : "team-allocation", static_cast<int>(below(5)), 700);
    planted.insert({who.id, child.id});
}

void WatchedWeek::plant_coming_back() {
    const auto& who = people_[managers_until + below(desk_until - managers_until)];
    const Child child{thing("watched"), a_surname(), 0};
    children_.push_back(child);
    for (int day = 0; day < 4; ++day) {
        look(who, child, "duty-desk", day, 800);
    }
    planted.insert({who.id, child.id});
}

void WatchedWeek::plant_at_night() {
    const auto& who = people_[below(workers_until)];
    const Child child{thing("at-night"), a_surname(), 0};
    children_.push_back(child);
    look(who, child, "emergency", 2, 1400);
    planted.insert({who.id, child.id});
}

void WatchedWeek::plant_harvest() {
    const auto& who = people_[managers_until + below(desk_until - managers_until)];
    for (int n = 0; n < 60; ++n) {
        look(who, children_[below(children)], "duty-desk", 3, 600 + n / 8);
    }
    planted.insert({who.id, {}});
}

void WatchedWeek::plant_refused() {
    const auto& who = people_[below(workers_until)];
    for (int n = 0; n < 9; ++n) {
        look(who, children_[below(children)], "", 1, 600 + n);
    }
    planted.insert({who.id, {}});
}

void WatchedWeek::write_down() {
    std::ranges::stable_sort(looks_, {}, &record::Look::at);
    looks = looks_.size();
    const auto done = store->write([&](record::Writing& tx) {
        for (const auto& who : people_) {
            tx.put_account({base::to_text(who.id), who.id, who.name, who.role, {}, "", "", false});
        }
        for (const auto& child : children_) {
            record::PersonDescribed person;
            person.number = base::to_text(child.id).substr(0, 8);
            person.forename = "Plentyn";
            person.surname = child.surname;
            record::Draft draft;
            draft.id = base::uuid_of("test", "described", base::to_text(child.id));
            draft.kind = record::Named<record::PersonDescribed>::name;
            draft.about = {child.id};
            draft.effective = monday.plus_days(-900);
            draft.recorded_at = time::start_of_day_in_wales(draft.effective);
            draft.body = record::encode(person);
            tx.append({base::to_text(draft.id), {}, {draft}});
        }
        for (const auto& draft : drafts_) {
            tx.append({base::to_text(draft.id), {}, {draft}});
        }
        for (const auto& look : looks_) {
            tx.log_look(look);
        }
        return record::Keep::yes;
    });
    EXPECT_TRUE(done.ok());
}

} // namespace gweld::casework
