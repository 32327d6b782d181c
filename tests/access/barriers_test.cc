// Exclusion, restriction and emergency, each against the other steps of the decision.
#include "access/access.h"

#include <gtest/gtest.h>

namespace gweld::access::barriers {

using record::AllocationRow;
using record::BarrierRow;
using record::Role;

const auto today = time::day(24, std::chrono::November, 2026);
const time::Instant nine = time::start_of_day_in_wales(today) + std::chrono::hours{9};

inline base::Uuid id(std::string_view name) { return base::uuid_of("test", "thing", name); }

inline Viewer viewer(Role role, std::string_view worker, std::string_view team) {
    return {std::string{worker}, id(worker), std::string{worker}, role, id(team),
            std::string{team}};
}
const Viewer catrin = viewer(Role::social_worker, "catrin", "North"); // has the child
const Viewer huw = viewer(Role::social_worker, "huw", "North");       // of the same team
const Viewer mair = viewer(Role::social_worker, "mair", "South");
const Viewer rhian = viewer(Role::team_manager, "rhian", "North");
const Viewer elis = viewer(Role::team_manager, "elis", "South");
const Viewer eleri = viewer(Role::head_of_service, "eleri", "");
const Viewer dylan = viewer(Role::duty_worker, "dylan", "");
const Viewer gwenan = viewer(Role::reviewing_officer, "gwenan", "");
const std::vector<Viewer> everybody{catrin, huw, mair, rhian, elis, eleri, dylan, gwenan};

inline std::vector<AllocationRow> hers() {
    AllocationRow row;
    row.child = id("child");
    row.worker = id("catrin");
    row.team = id("North");
    row.as = "allocated_worker";
    row.from_day = today.day_number() - 10;
    return {row};
}

inline BarrierRow barrier(std::string_view what, std::string_view worker = {},
                          std::string_view entry = "e", time::Instant from = nine,
                          std::optional<time::Instant> until = {}) {
    BarrierRow row;
    row.entry = id(entry);
    row.child = id("child");
    row.barrier = what;
    row.worker = worker.empty() ? std::nullopt : std::optional{id(worker)};
    row.from_at = from.time_since_epoch().count();
    if (until) {
        row.until_at = until->time_since_epoch().count();
    }
    return row;
}

inline Decision sees(const Viewer& who, const std::vector<BarrierRow>& barriers,
                     Action action = Action::see_record, time::Instant at = nine) {
    const auto held = hers();
    Bearing bearing{held, {}, {}};
    bearing.barriers = barriers;
    return decide(who, action, bearing, {today, at});
}

inline Decision sees_contact(const Viewer& who, const std::vector<BarrierRow>& barriers,
                             ContactStands stands, ContactAction action = ContactAction::see) {
    const auto held = hers();
    return decide(who, action, {held, barriers, stands}, {today, nine});
}

using namespace std::chrono_literals;

TEST(Barriers, an_exclusion_beats_every_ground_every_list_and_an_emergency) {
    for (const auto& who : everybody) {
        const std::string name = who.name;
        const auto decision =
            sees(who, {barrier(record::barrier_excluded, name),
                       barrier(record::barrier_to_list, {}, "l"),
                       barrier(record::barrier_listed, name, "l"),
                       barrier(record::barrier_opened, name, "o", nine, nine + 8h)});
        EXPECT_FALSE(decision.allowed()) << name;
        EXPECT_EQ(decision.bar, Bar::excluded) << name;
    }
}

TEST(Barriers, an_exclusion_is_of_one_person_and_holds_from_its_moment_until_its_moment) {
    const auto row = barrier(record::barrier_excluded, "catrin", "e", nine, nine + 1h);
    EXPECT_TRUE(sees(catrin, {row}, Action::see_record, nine - 1ms).allowed());
    EXPECT_FALSE(sees(catrin, {row}, Action::see_record, nine).allowed());
    EXPECT_FALSE(sees(catrin, {row}, Action::see_record, nine + 1h - 1ms).allowed());
    EXPECT_TRUE(sees(catrin, {row}, Action::see_record, nine + 1h).allowed());
    EXPECT_EQ(sees(huw, {row}).ground, Ground::team_allocation);
}

TEST(Barriers, a_record_open_to_the_chain_is_shut_to_colleagues_and_to_duty) {
    const std::vector rows{barrier(record::barrier_to_chain)};
    EXPECT_EQ(sees(catrin, rows).ground, Ground::own_allocation);
    EXPECT_EQ(sees(rhian, rows).ground, Ground::team_allocation);
    EXPECT_EQ(sees(eleri, rows).ground, Ground::whole_service);
    for (const auto& who : {huw, mair, elis, dylan, gwenan}) {
        EXPECT_EQ(sees(who, rows).bar, Bar::restricted) << who.name;
    }
    EXPECT_EQ(sees(huw, {barrier(record::barrier_to_chain, {}, "e", nine - 2h, nine)}).ground,
              Ground::team_allocation);
}

TEST(Barriers, a_brother_or_sisters_worker_is_not_of_the_chain_and_the_chair_is) {
    const auto held = hers();
    auto other = held;
    other.front().worker = id("mair");
    const std::vector rows{barrier(record::barrier_to_chain)};
    Bearing bearing{held, other, {}};
    EXPECT_EQ(decide(mair, Action::see_record, bearing, {today, nine}).ground,
              Ground::family_allocation);
    bearing.barriers = rows;
    EXPECT_EQ(decide(mair, Action::see_record, bearing, {today, nine}).bar, Bar::restricted);
    record::ConferenceBookedRow booking;
    booking.on_day = today.day_number() + 3;
    booking.chair_worker = id("gwenan");
    const std::vector bookings{booking};
    bearing.bookings = bookings;
    EXPECT_EQ(decide(gwenan, Action::see_record, bearing, {today, nine}).ground,
              Ground::chairs_conference);
}

TEST(Barriers, a_manager_without_the_team_is_of_the_chain_only_while_nobody_is_allocated) {
    const std::vector rows{barrier(record::barrier_to_chain)};
    Bearing bearing{{}, {}, {}};
    bearing.barriers = rows;
    EXPECT_EQ(decide(elis, Action::see_record, bearing, {today, nine}).ground,
              Ground::nobody_allocated);
}

TEST(Barriers, a_list_opens_the_record_to_those_on_it_who_have_a_ground) {
    const std::vector rows{barrier(record::barrier_to_list), barrier(record::barrier_listed, "huw"),
                           barrier(record::barrier_listed, "mair")};
    EXPECT_EQ(sees(huw, rows).ground, Ground::team_allocation);
    EXPECT_EQ(sees(catrin, rows).bar, Bar::restricted);
    EXPECT_EQ(sees(eleri, rows).bar, Bar::restricted);
    EXPECT_EQ(sees(mair, rows).ground, Ground::none); // listed, and not hers to see all the same
    EXPECT_EQ(sees(mair, rows).bar, Bar::none);
    auto elsewhere = rows;
    elsewhere[1].entry = id("another list");
    EXPECT_EQ(sees(huw, elsewhere).bar, Bar::restricted);
}

TEST(Barriers, of_two_restrictions_both_must_let_them_in) {
    const std::vector rows{barrier(record::barrier_to_chain, {}, "chain"),
                           barrier(record::barrier_to_list, {}, "list"),
                           barrier(record::barrier_listed, "huw", "list"),
                           barrier(record::barrier_listed, "rhian", "list")};
    EXPECT_EQ(sees(huw, rows).bar, Bar::restricted);
    EXPECT_EQ(sees(catrin, rows).bar, Bar::restricted);
    EXPECT_TRUE(sees(rhian, rows).allowed());
}

TEST(Barriers, an_emergency_opens_what_restriction_or_no_ground_refuses_to_one_for_eight_hours) {
    for (const auto& who : {huw, mair, elis, dylan, gwenan}) {
        const std::vector rows{barrier(record::barrier_to_chain, {}, "r"),
                               barrier(record::barrier_opened, who.name, "o", nine, nine + 8h)};
        EXPECT_EQ(sees(who, rows).ground, Ground::emergency) << who.name;
        EXPECT_EQ(sees(who, rows, Action::see_record, nine + 8h - 1ms).ground, Ground::emergency);
        EXPECT_EQ(sees(who, rows, Action::see_record, nine + 8h).bar, Bar::restricted);
        EXPECT_EQ(sees(who, rows, Action::see_record, nine - 1ms).ground,
                  who.name == "huw" ? Ground::team_allocation : sees(who, {}).ground);
    }
    EXPECT_FALSE(sees(mair, {barrier(record::barrier_opened, "huw")}).allowed());
    EXPECT_EQ(sees(mair, {barrier(record::barrier_opened, "mair")}).ground, Ground::emergency);
    // Whoever may see it anyway sees it on their own ground.
    EXPECT_EQ(sees(catrin, {barrier(record::barrier_opened, "catrin")}).ground,
              Ground::own_allocation);
}

TEST(Barriers, in_an_emergency_people_do_what_their_role_does_and_lift_nothing) {
    const std::vector opened{barrier(record::barrier_to_chain, {}, "r"),
                             barrier(record::barrier_opened, "mair", "o"),
                             barrier(record::barrier_opened, "elis", "o"),
                             barrier(record::barrier_opened, "gwenan", "o")};
    EXPECT_TRUE(sees(mair, opened, Action::record_visit).allowed());
    EXPECT_TRUE(sees(mair, opened, Action::record_enquiry).allowed());
    EXPECT_FALSE(sees(mair, opened, Action::bar).allowed());
    EXPECT_FALSE(sees(mair, opened, Action::correct_entry).allowed());
    EXPECT_FALSE(sees(elis, opened, Action::unbar).allowed());
    EXPECT_FALSE(sees(gwenan, opened, Action::record_visit).allowed());
}

TEST(Barriers, whoever_works_with_the_child_bars_and_a_manager_lifts) {
    const std::vector<BarrierRow> none;
    EXPECT_TRUE(sees(catrin, none, Action::bar).allowed());
    EXPECT_TRUE(sees(rhian, none, Action::bar).allowed());
    EXPECT_TRUE(sees(eleri, none, Action::bar).allowed());
    EXPECT_FALSE(sees(huw, none, Action::bar).allowed());
    EXPECT_FALSE(sees(dylan, none, Action::bar).allowed());
    EXPECT_FALSE(sees(catrin, none, Action::unbar).allowed());
    EXPECT_TRUE(sees(rhian, none, Action::unbar).allowed());
    EXPECT_TRUE(sees(eleri, none, Action::unbar).allowed());
}

TEST(Barriers, a_manager_of_no_team_answers_for_nobodys_closed_case) {
    auto held = hers();
    held.front().until_day = today.day_number();
    auto nobodys = held;
    nobodys.front().team.reset();
    auto manager = elis;
    manager.team.reset();
    const auto ground = [&](const std::vector<AllocationRow>& rows) {
        return decide(manager, Action::see_record, Bearing{rows, {}, {}}, {today, nine}).ground;
    };
    EXPECT_EQ(ground(held), Ground::none);
    EXPECT_EQ(ground(nobodys), Ground::none);
    EXPECT_EQ(ground({}), Ground::nobody_allocated);
}

TEST(Barriers, nobody_reviews_their_own_emergency) {
    EXPECT_TRUE(may_review(rhian, id("mair")));
    EXPECT_TRUE(may_review(eleri, id("mair")));
    EXPECT_FALSE(may_review(rhian, id("rhian")));
    EXPECT_FALSE(may_review(catrin, id("mair")));
    EXPECT_FALSE(may_review(dylan, id("mair")));
}

TEST(Barriers,
     a_worry_that_waits_is_worked_whatever_restricts_the_record_and_never_by_the_excluded) {
    const std::vector chain{barrier(record::barrier_to_chain)};
    using Stands = ContactStands;
    EXPECT_EQ(sees_contact(dylan, chain, Stands::waiting, ContactAction::work).ground,
              Ground::duty_desk);
    EXPECT_EQ(sees_contact(dylan, chain, Stands::decided).bar, Bar::restricted);
    EXPECT_EQ(sees_contact(elis, chain, Stands::decided).bar, Bar::restricted);
    EXPECT_TRUE(sees_contact(rhian, chain, Stands::decided).allowed());
    EXPECT_TRUE(sees_contact(eleri, chain, Stands::decided).allowed());
    EXPECT_TRUE(sees_contact(catrin, chain, Stands::decided).allowed());
    EXPECT_TRUE(sees_contact(dylan, {}, Stands::decided).allowed());
    const std::vector shut{barrier(record::barrier_excluded, "dylan")};
    EXPECT_EQ(sees_contact(dylan, shut, Stands::waiting).bar, Bar::excluded);
    EXPECT_EQ(sees_contact(dylan, shut, Stands::decided).bar, Bar::excluded);
}

TEST(Barriers, an_emergency_opens_a_contact_only_for_the_child_it_was_about) {
    auto of_another = barrier(record::barrier_to_chain, {}, "other");
    of_another.child = id("brother");
    const std::vector rows{barrier(record::barrier_to_chain),
                           barrier(record::barrier_opened, "dylan", "o")};
    EXPECT_TRUE(sees_contact(dylan, rows, ContactStands::decided).allowed());
    auto both = rows;
    both.push_back(of_another);
    EXPECT_EQ(sees_contact(dylan, both, ContactStands::decided).bar, Bar::restricted);
}

} // namespace gweld::access::barriers
