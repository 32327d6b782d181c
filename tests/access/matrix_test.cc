// Every role, relation, state of the record, restriction and action: what the decision says is
// compared, cell by cell, with a table of rules written from the requirements in another language
// (rules.py), which knows nothing of this code.
#include "access/access.h"

#include <gtest/gtest.h>

#include <array>
#include <boost/describe/enum_to_string.hpp>
#include <cstdio>
#include <fstream>

namespace gweld::access::matrix {

using record::AllocationRow;
using record::BarrierRow;
using record::Role;

const auto today = time::day(24, std::chrono::November, 2026);
const time::Instant nine = time::start_of_day_in_wales(today) + std::chrono::hours{9};

inline base::Uuid id(std::string_view name) { return base::uuid_of("test", "thing", name); }

// Of the child, seen from "me", who is of the team "mine".
struct Told {
    std::vector<AllocationRow> of_child;
    std::vector<AllocationRow> of_family;
    std::vector<record::RegistrationRow> registrations;
    std::vector<record::ConferenceBookedRow> bookings;
    std::vector<record::HandOverRow> hand_overs;
    std::vector<BarrierRow> barriers;
};

inline AllocationRow held(std::string_view worker, std::string_view team, int from,
                          std::optional<int> until = {}, std::string_view as = "allocated_worker") {
    AllocationRow row;
    row.worker = id(worker);
    row.team = id(team);
    row.as = as;
    row.from_day = today.day_number() + from;
    if (until) {
        row.until_day = today.day_number() + *until;
    }
    return row;
}

inline record::ConferenceBookedRow chaired(std::string_view chair, int on) {
    record::ConferenceBookedRow row;
    row.chair_worker = id(chair);
    row.on_day = today.day_number() + on;
    return row;
}

using Adds = void (*)(Told&);
struct Named {
    std::string_view name;
    Adds add;
};

constexpr std::array relations{
    Named{"mine", [](Told& t) { t.of_child = {held("me", "mine", -9)}; }},
    Named{"mine-from-today", [](Told& t) { t.of_child = {held("me", "theirs", 0)}; }},
    Named{"mine-until-today", [](Told& t) { t.of_child = {held("me", "theirs", -9, 0)}; }},
    Named{"mine-from-tomorrow", [](Told& t) { t.of_child = {held("me", "theirs", 1)}; }},
    Named{"mine-until-tomorrow", [](Told& t) { t.of_child = {held("me", "theirs", -9, 1)}; }},
    Named{"i-am-co-worker",
          [](Told& t) {
              t.of_child = {held("other", "theirs", -9), held("me", "mine", -5, {}, "co_worker")};
          }},
    Named{"brothers-worker",
          [](Told& t) {
              t.of_child = {held("other", "theirs", -9)};
              t.of_family = {held("me", "theirs", -9)};
          }},
    Named{"brothers-worker-until-today",
          [](Told& t) {
              t.of_child = {held("other", "theirs", -9)};
              t.of_family = {held("me", "theirs", -9, 0)};
          }},
    Named{"my-teams", [](Told& t) { t.of_child = {held("other", "mine", -9)}; }},
    Named{"my-teams-until-today", [](Told& t) { t.of_child = {held("other", "mine", -9, 0)}; }},
    Named{"another-teams", [](Told& t) { t.of_child = {held("other", "theirs", -9)}; }},
    Named{"another-teams-until-today",
          [](Told& t) { t.of_child = {held("other", "theirs", -9, 0)}; }},
    Named{"only-a-co-workers",
          [](Told& t) { t.of_child = {held("other", "theirs", -9, {}, "co_worker")}; }},
    Named{"nobodys-ever", [](Told&) {}},
    Named{"i-chaired-the-last",
          [](Told& t) {
              t.of_child = {held("other", "theirs", -9)};
              t.bookings = {chaired("other", -30), chaired("me", -3)};
          }},
    Named{"i-chaired-the-last-told-first",
          [](Told& t) {
              t.of_child = {held("other", "theirs", -9)};
              t.bookings = {chaired("me", -3), chaired("other", -30)};
          }},
    Named{"i-chaired-before-the-last",
          [](Told& t) {
              t.of_child = {held("other", "theirs", -9)};
              t.bookings = {chaired("me", -30), chaired("other", -3)};
          }},
    Named{"i-chaired-the-second-of-a-day",
          [](Told& t) {
              t.of_child = {held("other", "theirs", -9)};
              t.bookings = {chaired("other", -3), chaired("me", -3)};
          }},
    Named{"i-chaired-the-last-another-chairs-today",
          [](Told& t) {
              t.of_child = {held("other", "theirs", -9)};
              t.bookings = {chaired("me", -3), chaired("other", 0)};
          }},
    Named{"i-chaired-the-last-another-chairs-next",
          [](Told& t) {
              t.of_child = {held("other", "theirs", -9)};
              t.bookings = {chaired("me", -3), chaired("other", 5)};
          }},
    Named{"i-chair-today",
          [](Told& t) {
              t.of_child = {held("other", "theirs", -9)};
              t.bookings = {chaired("other", -3), chaired("me", 0)};
          }},
    Named{"i-chair-the-one-after-next",
          [](Told& t) {
              t.of_child = {held("other", "theirs", -9)};
              t.bookings = {chaired("other", 5), chaired("me", 90)};
          }},
};

inline record::RegistrationRow registered(int from, std::optional<int> until = {}) {
    record::RegistrationRow row;
    row.start_day = today.day_number() + from;
    if (until) {
        row.end_day = today.day_number() + *until;
    }
    return row;
}

inline record::HandOverRow waits(std::string_view lacks) {
    record::HandOverRow row;
    row.lacks = lacks;
    return row;
}

constexpr std::array states{
    Named{"in-need", [](Told&) {}},
    Named{"on-register", [](Told& t) { t.registrations = {registered(-20)}; }},
    Named{"on-register-from-today", [](Told& t) { t.registrations = {registered(0)}; }},
    Named{"on-register-until-tomorrow", [](Told& t) { t.registrations = {registered(-20, 1)}; }},
    Named{"off-register-today", [](Told& t) { t.registrations = {registered(-20, 0)}; }},
    Named{"on-register-tomorrow", [](Told& t) { t.registrations = {registered(1)}; }},
    Named{"handed-on-to-nobody", [](Told& t) { t.hand_overs = {waits("worker")}; }},
    Named{"lacks-both", [](Told& t) { t.hand_overs = {waits("worker_and_discussion")}; }},
    Named{"lacks-a-discussion", [](Told& t) { t.hand_overs = {waits("discussion")}; }},
};

inline BarrierRow barrier(std::string_view what, std::string_view worker, std::string_view entry,
                          int from_ms, std::optional<int> until_ms = {}) {
    BarrierRow row;
    row.entry = id(entry);
    row.child = id("child");
    row.barrier = what;
    if (!worker.empty()) {
        row.worker = id(worker);
    }
    const auto at = nine.time_since_epoch().count();
    row.from_at = at + from_ms;
    if (until_ms) {
        row.until_at = at + *until_ms;
    }
    return row;
}

constexpr std::array restrictions{
    Named{"none", [](Told&) {}},
    Named{"i-am-excluded", [](Told& t) { t.barriers = {barrier("excluded", "me", "x", 0)}; }},
    Named{"i-am-excluded-and-opened-it",
          [](Told& t) {
              t.barriers = {barrier("excluded", "me", "x", -5), barrier("opened", "me", "o", -9)};
          }},
    Named{"i-am-excluded-and-listed",
          [](Told& t) {
              t.barriers = {barrier("excluded", "me", "x", -5), barrier("list", "", "l", -9),
                            barrier("listed", "me", "l", -9)};
          }},
    Named{"my-exclusion-ends-now",
          [](Told& t) { t.barriers = {barrier("excluded", "me", "x", -5, 0)}; }},
    Named{"my-exclusion-begins-next",
          [](Told& t) { t.barriers = {barrier("excluded", "me", "x", 1)}; }},
    Named{"another-is-excluded",
          [](Told& t) { t.barriers = {barrier("excluded", "other", "x", -5)}; }},
    Named{"to-chain", [](Told& t) { t.barriers = {barrier("chain", "", "c", -5)}; }},
    Named{"to-chain-ended", [](Told& t) { t.barriers = {barrier("chain", "", "c", -5, 0)}; }},
    Named{"to-list-with-me",
          [](Told& t) {
              t.barriers = {barrier("list", "", "l", -5), barrier("listed", "me", "l", -5),
                            barrier("listed", "other", "l", -5)};
          }},
    Named{"to-list-without-me",
          [](Told& t) {
              t.barriers = {barrier("list", "", "l", -5), barrier("listed", "other", "l", -5)};
          }},
    Named{"to-list-i-am-on-another",
          [](Told& t) {
              t.barriers = {barrier("list", "", "l", -5), barrier("listed", "me", "k", -5, -1)};
          }},
    Named{"to-chain-and-list-with-me",
          [](Told& t) {
              t.barriers = {barrier("chain", "", "c", -5), barrier("list", "", "l", -5),
                            barrier("listed", "me", "l", -5)};
          }},
    Named{"opened-by-me", [](Told& t) { t.barriers = {barrier("opened", "me", "o", -5, 9)}; }},
    Named{"opened-by-me-until-now",
          [](Told& t) { t.barriers = {barrier("opened", "me", "o", -5, 0)}; }},
    Named{"opened-by-another",
          [](Told& t) { t.barriers = {barrier("opened", "other", "o", -5, 9)}; }},
    Named{"to-chain-opened-by-me",
          [](Told& t) {
              t.barriers = {barrier("chain", "", "c", -5), barrier("opened", "me", "o", -5, 9)};
          }},
    Named{"to-chain-opened-by-another",
          [](Told& t) {
              t.barriers = {barrier("chain", "", "c", -5), barrier("opened", "other", "o", -5, 9)};
          }},
    Named{"to-list-without-me-opened-by-me",
          [](Told& t) {
              t.barriers = {barrier("list", "", "l", -5), barrier("opened", "me", "o", -5, 9)};
          }},
};

constexpr std::array roles{Role::social_worker, Role::team_manager,      Role::head_of_service,
                           Role::duty_worker,   Role::reviewing_officer, Role::administrator,
                           Role::guardian};
constexpr std::array<std::pair<std::string_view, Action>, 19> actions{{
    {"see_record", Action::see_record},
    {"record_visit", Action::record_visit},
    {"record_meeting", Action::record_meeting},
    {"correct_entry", Action::correct_entry},
    {"allocate", Action::allocate},
    {"record_enquiry", Action::record_enquiry},
    {"accept_meeting", Action::accept_meeting},
    {"write_plan", Action::write_plan},
    {"keep_register", Action::keep_register},
    {"record_assessment", Action::record_assessment},
    {"allow_gap", Action::allow_gap},
    {"sign", Action::sign},
    {"run_conference", Action::run_conference},
    {"record_story", Action::record_story},
    {"merge_people", Action::merge_people},
    {"bar", Action::bar},
    {"unbar", Action::unbar},
    {"see_protected_address", Action::see_protected_address},
    {"answer_for_record", Action::answer_for_record},
}};

inline Viewer me(Role role) {
    const bool of_a_team = role == Role::social_worker || role == Role::team_manager;
    return {"me",
            id("me"),
            "Me",
            role,
            of_a_team ? std::optional{id("mine")} : std::nullopt,
            of_a_team ? "mine" : ""};
}

inline Bearing bearing_of(const Told& told) {
    return {told.of_child, told.of_family,  told.registrations,
            told.bookings, told.hand_overs, told.barriers};
}

inline std::string every_cell() {
    std::string cells;
    for (const auto role : roles) {
        for (const auto& relation : relations) {
            for (const auto& state : states) {
                for (const auto& restriction : restrictions) {
                    Told told;
                    relation.add(told);
                    state.add(told);
                    restriction.add(told);
                    for (const auto& [name, action] : actions) {
                        const auto said = decide(me(role), action, bearing_of(told), {today, nine});
                        for (const auto part :
                             {record::name_of(role), relation.name, state.name, restriction.name,
                              name, name_of(said.ground), name_of(said.bar)}) {
                            cells.append(part).append(1, '\t');
                        }
                        cells.back() = '\n';
                    }
                }
            }
        }
    }
    return cells;
}

inline std::string_view name_of(ContactAction action) {
    switch (action) {
    case ContactAction::see:
        return "see";
    case ContactAction::work:
        return "work";
    case ContactAction::extend:
        return "extend";
    case ContactAction::let_go:
        return "let_go";
    }
    return {};
}

inline std::string every_contact() {
    std::string cells;
    for (const auto role : roles) {
        for (const auto& relation : relations) {
            for (const auto& restriction : restrictions) {
                Told told;
                relation.add(told);
                restriction.add(told);
                for (const auto stands : {ContactStands::waiting, ContactStands::decided}) {
                    for (const auto action : {ContactAction::see, ContactAction::work,
                                              ContactAction::extend, ContactAction::let_go}) {
                        const auto said =
                            decide(me(role), action, {told.of_child, told.barriers, stands},
                                   {today, nine});
                        for (const auto part :
                             {record::name_of(role), relation.name,
                              stands == ContactStands::waiting ? std::string_view{"waiting"}
                                                               : std::string_view{"decided"},
                              restriction.name, matrix::name_of(action),
                              access::name_of(said.ground), access::name_of(said.bar)}) {
                            cells.append(part).append(1, '\t');
                        }
                        cells.back() = '\n';
                    }
                }
            }
        }
    }
    return cells;
}

inline std::string every_place() {
    constexpr std::array<std::pair<std::string_view, Place>, 17> places{{
        {"my_work", Place::my_work},
        {"my_team", Place::my_team},
        {"whole_service", Place::whole_service},
        {"enquiries", Place::enquiries},
        {"figures", Place::figures},
        {"search", Place::search},
        {"front_door", Place::front_door},
        {"alerts", Place::alerts},
        {"signing", Place::signing},
        {"conferences", Place::conferences},
        {"conference_practice", Place::conference_practice},
        {"out_of_hours", Place::out_of_hours},
        {"emergencies", Place::emergencies},
        {"accounts", Place::accounts},
        {"unusual_looks", Place::unusual_looks},
        {"own_records", Place::own_records},
        {"every_record", Place::every_record},
    }};
    std::string cells;
    const auto add = [&](Role role, std::string_view what, bool may) {
        cells.append(record::name_of(role)).append(1, '\t').append(what);
        cells.append(may ? "\tyes\tnone\n" : "\tno\tnone\n");
    };
    for (const auto role : roles) {
        for (const auto& [name, place] : places) {
            add(role, name, may_enter(me(role), place));
        }
        add(role, "open in an emergency", may_open_in_emergency(me(role)));
        add(role, "review another's emergency", may_review(me(role), id("other")));
        add(role, "review their own emergency", may_review(me(role), id("me")));
        add(role, "keep their own diary", may_keep_diary(me(role), id("me")));
        add(role, "keep another's diary", may_keep_diary(me(role), id("other")));
    }
    return cells;
}

inline std::string answer_of(const std::string& what, const std::string& cells) {
    const std::string file = ::testing::TempDir() + "gweld-cells-" + what;
    std::ofstream{file, std::ios::binary} << cells;
    const std::string ask = "python3 " GWELD_TREE "/tests/access/rules.py " + what + " " + file;
    std::string answer;
    std::FILE* pipe = ::popen(ask.c_str(), "r");
    char piece[512];
    while (pipe != nullptr && std::fgets(piece, sizeof piece, pipe) != nullptr) {
        answer += piece;
    }
    const int status = pipe == nullptr ? -1 : ::pclose(pipe);
    std::remove(file.c_str());
    return status == 0 ? answer : answer + "rules.py ended with " + std::to_string(status);
}

TEST(Matrix, every_cell_is_as_the_rules_say) {
    EXPECT_EQ(answer_of("records", every_cell()), "500346 cells are as the rules say\n");
}

TEST(Matrix, every_contact_is_as_the_rules_say) {
    EXPECT_EQ(answer_of("contacts", every_contact()), "23408 cells are as the rules say\n");
}

TEST(Matrix, every_place_is_as_the_rules_say) {
    EXPECT_EQ(answer_of("places", every_place()), "154 cells are as the rules say\n");
}

} // namespace gweld::access::matrix
