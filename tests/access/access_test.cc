#include "access/access.h"

#include <gtest/gtest.h>

using namespace gweld;
using namespace gweld::access;
using record::AllocationRow;
using record::Role;

namespace {

const auto today = time::day(24, std::chrono::November, 2026);
const When now{today, time::start_of_day_in_wales(today) + std::chrono::hours{9}};

base::Uuid id(std::string_view name) { return base::uuid_of("test", "thing", name); }

AllocationRow held(std::string_view worker, std::string_view team, int from,
                   std::optional<int> until = {}) {
    AllocationRow row;
    row.entry = id("allocation");
    row.child = id("child");
    row.worker = id(worker);
    row.team = id(team);
    row.as = "allocated_worker";
    row.from_day = today.day_number() + from;
    if (until) {
        row.until_day = today.day_number() + *until;
    }
    return row;
}

Viewer viewer(Role role, std::string_view worker, std::string_view team) {
    return {"someone", id(worker), "Someone", role, id(team), std::string{team}};
}

Ground sees(const Viewer& who, const std::vector<AllocationRow>& of_child,
            const std::vector<AllocationRow>& of_family = {}, Action action = Action::see_record) {
    return decide(who, action, {of_child, of_family, {}}, now).ground;
}

} // namespace

TEST(Access, the_front_door_is_worked_by_duty_and_managers_and_seen_by_the_head) {
    const std::vector<AllocationRow> nobody;
    const auto of = [&](Role role, ContactAction action) {
        return decide(viewer(role, "someone", "North"), action, {nobody}, now).ground;
    };
    EXPECT_EQ(of(Role::duty_worker, ContactAction::work), Ground::duty_desk);
    EXPECT_EQ(of(Role::duty_worker, ContactAction::extend), Ground::none);
    EXPECT_EQ(of(Role::team_manager, ContactAction::work), Ground::front_door);
    EXPECT_EQ(of(Role::team_manager, ContactAction::extend), Ground::front_door);
    EXPECT_EQ(of(Role::head_of_service, ContactAction::see), Ground::whole_service);
    EXPECT_EQ(of(Role::head_of_service, ContactAction::work), Ground::none);
    EXPECT_EQ(of(Role::head_of_service, ContactAction::extend), Ground::whole_service);
    EXPECT_EQ(of(Role::social_worker, ContactAction::see), Ground::none);
    EXPECT_FALSE(may_enter(viewer(Role::social_worker, "a", "North"), Place::front_door));
    EXPECT_TRUE(may_enter(viewer(Role::head_of_service, "a", "North"), Place::front_door));
}

TEST(Access, a_social_worker_sees_a_contact_about_her_own_child_and_does_not_work_it) {
    const auto catrin = viewer(Role::social_worker, "catrin", "North");
    const std::vector<AllocationRow> hers{held("catrin", "North", -5)};
    const std::vector<AllocationRow> no_longer{held("catrin", "North", -5, 0)};
    EXPECT_EQ(decide(catrin, ContactAction::see, {hers}, now).ground, Ground::own_allocation);
    EXPECT_EQ(decide(catrin, ContactAction::work, {hers}, now).ground, Ground::none);
    EXPECT_EQ(decide(catrin, ContactAction::see, {no_longer}, now).ground, Ground::none);
}

TEST(Access, a_social_worker_sees_her_own_children) {
    EXPECT_EQ(sees(viewer(Role::social_worker, "catrin", "North"), {held("catrin", "North", -10)}),
              Ground::own_allocation);
}

TEST(Access, whoever_works_with_a_child_tells_the_story_and_the_head_of_service_reads_it) {
    const std::vector<AllocationRow> hers{held("catrin", "North", -5)};
    const auto of = [&](Role role, std::string_view worker, std::string_view team) {
        return sees(viewer(role, worker, team), hers, {}, Action::record_story);
    };
    EXPECT_EQ(of(Role::social_worker, "catrin", "North"), Ground::own_allocation);
    EXPECT_EQ(of(Role::team_manager, "rhian", "North"), Ground::team_allocation);
    EXPECT_EQ(of(Role::duty_worker, "gwyn", "Duty"), Ground::duty_desk);
    EXPECT_EQ(of(Role::head_of_service, "elin", ""), Ground::none);
    EXPECT_EQ(of(Role::social_worker, "mair", "South"), Ground::none);
}

TEST(Access, an_allocation_counts_from_its_first_day_and_not_on_the_day_it_is_over) {
    const auto catrin = viewer(Role::social_worker, "catrin", "South");
    EXPECT_EQ(sees(catrin, {held("catrin", "North", 1)}), Ground::none);
    EXPECT_EQ(sees(catrin, {held("catrin", "North", 0)}), Ground::own_allocation);
    EXPECT_EQ(sees(catrin, {held("catrin", "North", -10, 1)}), Ground::own_allocation);
    EXPECT_EQ(sees(catrin, {held("catrin", "North", -10, 0)}), Ground::none);
}

TEST(Access, a_brother_or_sister_in_her_care_lets_her_see_the_family) {
    const auto catrin = viewer(Role::social_worker, "catrin", "North");
    EXPECT_EQ(sees(catrin, {held("huw", "South", -5)}, {held("catrin", "North", -5)}),
              Ground::family_allocation);
    EXPECT_EQ(sees(catrin, {held("huw", "South", -5)}, {held("catrin", "North", -5, 0)}),
              Ground::none);
}

TEST(Access, a_colleague_of_the_same_team_may_step_in) {
    EXPECT_EQ(sees(viewer(Role::social_worker, "mair", "North"), {held("catrin", "North", -5)}),
              Ground::team_allocation);
    EXPECT_EQ(sees(viewer(Role::social_worker, "mair", "South"), {held("catrin", "North", -5)}),
              Ground::none);
}

TEST(Access, a_manager_sees_the_team_and_children_nobody_has) {
    const auto rhian = viewer(Role::team_manager, "rhian", "North");
    EXPECT_EQ(sees(rhian, {held("catrin", "North", -5)}), Ground::team_allocation);
    EXPECT_EQ(sees(rhian, {held("huw", "South", -5)}), Ground::none);
    EXPECT_EQ(sees(rhian, {}), Ground::nobody_allocated);
    EXPECT_EQ(sees(rhian, {held("huw", "North", -5, 0)}), Ground::nobody_allocated);
}

TEST(Access, nobody_allocated_opens_nothing_to_a_social_worker) {
    EXPECT_EQ(sees(viewer(Role::social_worker, "mair", "North"), {}), Ground::none);
}

TEST(Access, a_head_of_service_reads_everything_and_records_nothing) {
    const auto eleri = viewer(Role::head_of_service, "eleri", "Service");
    EXPECT_EQ(sees(eleri, {held("huw", "South", -5)}), Ground::whole_service);
    EXPECT_EQ(sees(eleri, {held("huw", "South", -5)}, {}, Action::record_visit), Ground::none);
    EXPECT_EQ(sees(eleri, {held("huw", "South", -5)}, {}, Action::correct_entry), Ground::none);
}

TEST(Access, a_manager_sees_whom_nobody_has_but_no_closed_case) {
    const auto rhian = viewer(Role::team_manager, "rhian", "South");
    auto over = held("catrin", "North", -50);
    over.until_day = today.day_number() - 10;
    const std::vector<AllocationRow> rows = {over};
    record::RegistrationRow stay;
    stay.start_day = today.day_number() - 50;
    const auto ground = [&](std::vector<record::RegistrationRow> stays) {
        return decide(rhian, Action::see_record, {rows, {}, stays}, now).ground;
    };
    EXPECT_EQ(ground({stay}), Ground::nobody_allocated) << "on the register";
    EXPECT_EQ(ground({}), Ground::none) << "a closed case";
    stay.end_day = today.day_number();
    EXPECT_EQ(ground({stay}), Ground::none) << "off the register since today";
    EXPECT_EQ(sees(rhian, {}), Ground::nobody_allocated) << "never given to anybody";
}

TEST(Access, a_worker_is_given_by_whoever_manages) {
    const std::vector<record::AllocationRow> rows = {held("catrin", "North", -5)};
    const auto allocates = [&](Role role, const char* team) {
        return sees(viewer(role, "somebody", team), rows, {}, Action::allocate);
    };
    EXPECT_EQ(allocates(Role::team_manager, "North"), Ground::team_allocation);
    EXPECT_EQ(allocates(Role::head_of_service, "Service"), Ground::whole_service);
    EXPECT_EQ(allocates(Role::team_manager, "South"), Ground::none);
    EXPECT_EQ(allocates(Role::social_worker, "North"), Ground::none);
    EXPECT_EQ(allocates(Role::duty_worker, "Duty"), Ground::none);
}

TEST(Access, the_duty_desk_sees_and_records_but_does_not_correct) {
    const auto dewi = viewer(Role::duty_worker, "dewi", "Duty");
    EXPECT_EQ(sees(dewi, {held("huw", "South", -5)}), Ground::duty_desk);
    EXPECT_EQ(sees(dewi, {held("huw", "South", -5)}, {}, Action::record_visit), Ground::duty_desk);
    EXPECT_EQ(sees(dewi, {held("huw", "South", -5)}, {}, Action::correct_entry), Ground::none);
}

TEST(Access, corrections_are_for_the_allocated_worker_and_the_manager) {
    EXPECT_EQ(sees(viewer(Role::social_worker, "catrin", "North"), {held("catrin", "North", -5)},
                   {}, Action::correct_entry),
              Ground::own_allocation);
    EXPECT_EQ(sees(viewer(Role::social_worker, "mair", "North"), {held("catrin", "North", -5)}, {},
                   Action::correct_entry),
              Ground::none);
    EXPECT_EQ(sees(viewer(Role::team_manager, "rhian", "North"), {held("catrin", "North", -5)}, {},
                   Action::correct_entry),
              Ground::team_allocation);
}

TEST(Access, enquiries_are_for_the_childs_and_the_familys_worker_the_manager_and_the_desk) {
    const std::vector<AllocationRow> rows = {held("catrin", "North", -5)};
    const auto records = [&](Role role, const char* worker, const char* team) {
        return sees(viewer(role, worker, team), rows, {held("huw", "South", -5)},
                    Action::record_enquiry);
    };
    EXPECT_EQ(records(Role::social_worker, "catrin", "North"), Ground::own_allocation);
    EXPECT_EQ(records(Role::social_worker, "huw", "South"), Ground::family_allocation);
    EXPECT_EQ(records(Role::social_worker, "mair", "North"), Ground::none) << "a colleague";
    EXPECT_EQ(records(Role::team_manager, "rhian", "North"), Ground::team_allocation);
    EXPECT_EQ(records(Role::team_manager, "ifan", "East"), Ground::none);
    EXPECT_EQ(records(Role::duty_worker, "dewi", "Duty"), Ground::duty_desk);
    EXPECT_EQ(records(Role::head_of_service, "eleri", "Service"), Ground::none);
}

TEST(Access, a_meeting_without_the_police_is_accepted_by_a_head_of_service_alone) {
    const std::vector<AllocationRow> rows = {held("catrin", "North", -5)};
    const auto accepts = [&](Role role, const char* worker) {
        const auto* team = role == Role::head_of_service ? "Service" : "North";
        return sees(viewer(role, worker, team), rows, {}, Action::accept_meeting);
    };
    EXPECT_EQ(accepts(Role::head_of_service, "eleri"), Ground::whole_service);
    EXPECT_EQ(accepts(Role::team_manager, "rhian"), Ground::none);
    EXPECT_EQ(accepts(Role::social_worker, "catrin"), Ground::none);
    EXPECT_EQ(accepts(Role::duty_worker, "dewi"), Ground::none);
}

TEST(Access, without_a_team_no_team_is_anybodys) {
    auto row = held("catrin", "North", -5);
    row.team = std::nullopt;
    auto mair = viewer(Role::social_worker, "mair", "North");
    mair.team = std::nullopt;
    EXPECT_EQ(sees(mair, {row}), Ground::none);
}

TEST(Access, anybody_may_report_and_answer_and_the_ground_says_so) {
    EXPECT_EQ(decide(PublicAction::refer).ground, Ground::partners_form);
    EXPECT_EQ(decide(PublicAction::answer_question).ground, Ground::partners_form);
    EXPECT_EQ(name_of(Ground::partners_form), "partners-form");
}

TEST(Access, pages_are_entered_by_role) {
    EXPECT_FALSE(may_enter(viewer(Role::social_worker, "a", "b"), Place::my_team));
    EXPECT_TRUE(may_enter(viewer(Role::team_manager, "a", "b"), Place::my_team));
    EXPECT_FALSE(may_enter(viewer(Role::team_manager, "a", "b"), Place::whole_service));
    EXPECT_TRUE(may_enter(viewer(Role::team_manager, "a", "b"), Place::enquiries));
    EXPECT_TRUE(may_enter(viewer(Role::head_of_service, "a", "b"), Place::enquiries));
    EXPECT_FALSE(may_enter(viewer(Role::social_worker, "a", "b"), Place::enquiries));
    EXPECT_FALSE(may_enter(viewer(Role::duty_worker, "a", "b"), Place::enquiries));
    EXPECT_TRUE(may_enter(viewer(Role::duty_worker, "a", "b"), Place::search));
}

TEST(Access, assessments_are_written_by_whoever_works_with_the_child_and_signed_by_managers) {
    const std::vector<AllocationRow> of_child{held("catrin", "North", -10)};
    const auto of = [&](Role role, std::string_view worker, std::string_view team, Action action) {
        return sees(viewer(role, worker, team), of_child, {}, action) != Ground::none;
    };
    EXPECT_TRUE(of(Role::social_worker, "catrin", "North", Action::record_assessment));
    EXPECT_FALSE(of(Role::social_worker, "huw", "North", Action::record_assessment));
    EXPECT_FALSE(of(Role::head_of_service, "elin", "", Action::record_assessment));
    EXPECT_FALSE(of(Role::social_worker, "catrin", "North", Action::allow_gap));
    EXPECT_TRUE(of(Role::team_manager, "rhian", "North", Action::allow_gap));
    EXPECT_FALSE(of(Role::team_manager, "gwen", "South", Action::allow_gap));
    EXPECT_FALSE(of(Role::social_worker, "catrin", "North", Action::sign));
    EXPECT_FALSE(of(Role::duty_worker, "gwyn", "", Action::sign));
    EXPECT_TRUE(of(Role::team_manager, "rhian", "North", Action::sign));
    EXPECT_FALSE(of(Role::team_manager, "gwen", "South", Action::sign));
    EXPECT_TRUE(of(Role::head_of_service, "elin", "", Action::sign));
    EXPECT_TRUE(may_enter(viewer(Role::team_manager, "a", "North"), Place::signing));
    EXPECT_TRUE(may_enter(viewer(Role::reviewing_officer, "a", ""), Place::signing));
    EXPECT_FALSE(may_enter(viewer(Role::social_worker, "a", "North"), Place::signing));
}

TEST(Access, a_reviewing_officer_opens_what_she_chairs_or_chaired_last) {
    const auto gwenan = viewer(Role::reviewing_officer, "gwenan", "");
    const auto booked = [](std::string_view chair, int days) {
        record::ConferenceBookedRow row;
        row.on_day = today.day_number() + days;
        row.chair_worker = id(chair);
        return row;
    };
    const auto sees_with = [&](const std::vector<record::ConferenceBookedRow>& bookings,
                               Action action = Action::see_record) {
        return decide(gwenan, action, {{}, {}, {}, bookings}, now).ground;
    };
    EXPECT_EQ(sees_with({}), Ground::none);
    EXPECT_EQ(sees_with({booked("gwenan", 10)}), Ground::chairs_conference);
    EXPECT_EQ(sees_with({booked("gwenan", 0)}), Ground::chairs_conference);
    EXPECT_EQ(sees_with({booked("gwenan", -90)}), Ground::chairs_conference);
    EXPECT_EQ(sees_with({booked("gwenan", -90), booked("iolo", -5)}), Ground::none);
    EXPECT_EQ(sees_with({booked("iolo", 10)}), Ground::none);
    const std::vector hers{booked("gwenan", 10)};
    EXPECT_EQ(sees_with(hers, Action::run_conference), Ground::chairs_conference);
    for (const auto action : {Action::record_visit, Action::record_meeting, Action::record_enquiry,
                              Action::correct_entry, Action::allocate, Action::accept_meeting}) {
        EXPECT_EQ(sees_with(hers, action), Ground::none);
    }
    EXPECT_TRUE(may_enter(gwenan, Place::conferences));
    EXPECT_FALSE(may_enter(gwenan, Place::front_door));
    EXPECT_FALSE(may_enter(gwenan, Place::my_work));
    EXPECT_TRUE(may_keep_diary(gwenan, id("gwenan")));
    EXPECT_FALSE(may_keep_diary(gwenan, id("iolo")));
}

TEST(Access, a_plan_is_written_by_who_works_with_the_family_and_the_register_kept_by_managers) {
    const std::vector<AllocationRow> hers{held("catrin", "North", -5)};
    const auto of = [&](Role role, std::string_view who, Action action) {
        return sees(viewer(role, who, "North"), hers, {}, action);
    };
    EXPECT_EQ(of(Role::social_worker, "catrin", Action::write_plan), Ground::own_allocation);
    EXPECT_EQ(of(Role::social_worker, "colleague", Action::write_plan), Ground::none);
    EXPECT_EQ(sees(viewer(Role::social_worker, "catrin", "North"), {}, hers, Action::write_plan),
              Ground::family_allocation);
    EXPECT_EQ(of(Role::team_manager, "rhian", Action::write_plan), Ground::team_allocation);
    EXPECT_EQ(of(Role::head_of_service, "eleri", Action::write_plan), Ground::none);
    EXPECT_EQ(of(Role::duty_worker, "dewi", Action::write_plan), Ground::none);
    EXPECT_EQ(of(Role::social_worker, "catrin", Action::keep_register), Ground::none);
    EXPECT_EQ(of(Role::team_manager, "rhian", Action::keep_register), Ground::team_allocation);
    EXPECT_EQ(
        sees(viewer(Role::head_of_service, "eleri", "South"), hers, {}, Action::keep_register),
        Ground::whole_service);
    EXPECT_EQ(of(Role::duty_worker, "dewi", Action::keep_register), Ground::none);
}
