// Agreeing versions of a plan, marking what was done, what follows the register.
#include "planning_office.h"

namespace gweld::casework {
namespace {

// ---- versions ----------------------------------------------------------------------------------

TEST_F(Planning, one_document_gives_each_child_their_own_outcomes) {
    written(usual(), {"ffion", "osian"});
    const auto ffion = plans("ffion");
    const auto osian = plans("osian");
    ASSERT_NE(ffion.current(), nullptr);
    ASSERT_NE(osian.current(), nullptr);
    EXPECT_EQ(ffion.current()->plan.outcomes.size(), 2U);
    ASSERT_EQ(osian.current()->plan.outcomes.size(), 1U);
    EXPECT_EQ(osian.current()->plan.outcomes[0].better, "Warm beds");
    EXPECT_FALSE(osian.current()->plan.outcomes[0].outcome.uuid.is_nil());
}

TEST_F(Planning, a_version_keeps_the_ids_of_what_stays_and_the_old_one_stays_readable) {
    const auto first = written(usual(), {"ffion", "osian"});
    auto next = document("ffion", first);
    next.on = november(17);
    next.changed = "The boiler needs a part.";
    next.outcomes[0].actions[0].by = november(30);
    next.outcomes.push_back(outcome("Breakfast every day", {"osian"}));
    const auto second = written(next, {"ffion", "osian"}, first);
    const auto osian = plans("osian");
    ASSERT_EQ(osian.versions.size(), 2U);
    EXPECT_EQ(osian.versions[0].plan.outcomes[0].outcome,
              osian.versions[1].plan.outcomes[0].outcome);
    EXPECT_EQ(osian.versions[1].plan.outcomes.size(), 2U);
    EXPECT_EQ(osian.version(first)->plan.outcomes.size(), 1U);
    EXPECT_EQ(osian.current()->entry, second);
}

TEST_F(Planning, an_id_from_nowhere_is_replaced) {
    auto forged = usual();
    forged.outcomes[0].outcome.uuid = thing("somebody else's outcome");
    written(forged, {"ffion", "osian"});
    EXPECT_NE(plans("ffion").current()->plan.outcomes[0].outcome.uuid,
              thing("somebody else's outcome"));
}

TEST_F(Planning, the_same_again_and_a_change_without_a_reason_are_refused) {
    const auto first = written(usual(), {"ffion", "osian"});
    auto next = document("ffion", first);
    next.changed = "because";
    EXPECT_EQ(wrong(write(next, {"ffion", "osian"}, first)), PlanNonsense::nothing_changed);
    next.outcomes[0].better = "Warm beds for both";
    next.changed.clear();
    EXPECT_EQ(wrong(write(next, {"ffion", "osian"}, first)), PlanNonsense::no_reason);
}

TEST_F(Planning, a_version_follows_the_one_that_holds) {
    const auto first = written(usual(), {"ffion", "osian"});
    auto next = document("ffion", first);
    next.changed = "because";
    next.outcomes[0].better = "Warm beds for both";
    EXPECT_EQ(wrong(write(next, {"ffion", "osian"})), PlanNonsense::another_plan_holds);
    EXPECT_EQ(wrong(write(next, {"ffion", "osian"}, base::EntryId{thing("elsewhere")})),
              PlanNonsense::another_plan_holds);
    next.on = november(9);
    EXPECT_EQ(wrong(write(next, {"ffion", "osian"}, first)), PlanNonsense::before_the_last_version);
}

TEST_F(Planning, the_button_pressed_twice_agrees_once) {
    const auto once = saw({"ffion", "osian"});
    const auto first = write_plan(office, catrin(), usual(), {}, once);
    const auto second = write_plan(office, catrin(), usual(), {}, once);
    ASSERT_TRUE(first.ok());
    ASSERT_TRUE(second.ok());
    EXPECT_EQ(first.value().entry, second.value().entry);
    EXPECT_EQ(plans("ffion").versions.size(), 1U);
}

TEST_F(Planning, of_two_who_agree_at_once_the_second_is_told) {
    const auto before = saw({"ffion", "osian"});
    written(usual(), {"ffion", "osian"});
    const auto late = write_plan(office, rhian(), usual(), {}, before);
    EXPECT_TRUE(stopped_by<SomebodyWasQuicker>(late));
    EXPECT_EQ(plans("osian").versions.size(), 1U);
}

TEST_F(Planning, is_for_those_who_work_with_the_child) {
    EXPECT_TRUE(stopped_by<NotFoundOrNotYours>(
        write_plan(office, stranger(), usual(), {}, saw({"ffion", "osian"}))));
    EXPECT_EQ(all_looks().back().page, "write-plan");
    EXPECT_FALSE(all_looks().back().allowed);
    EXPECT_TRUE(stopped_by<NotFoundOrNotYours>(
        write_plan(office, eleri(), usual(), {}, saw({"ffion", "osian"}))))
        << "a head of service reads";
    EXPECT_TRUE(write_plan(office, rhian(), usual(), {}, saw({"ffion", "osian"})).ok());
}

// ---- each refusal ------------------------------------------------------------------------------

TEST_F(Planning, a_plan_that_cannot_be_is_refused) {
    const auto refuse = [&](const PlanAgreed& agreed) {
        return wrong(write(agreed, {"ffion", "osian"}));
    };
    EXPECT_EQ(refuse(usual(november(25))), PlanNonsense::date_in_future);
    EXPECT_EQ(refuse(usual(november(2))), PlanNonsense::not_on_register);
    auto agreed = usual();
    agreed.children.clear();
    EXPECT_EQ(refuse(agreed), PlanNonsense::no_children);
    agreed = usual();
    agreed.children = people({"ffion", "ffion"});
    EXPECT_EQ(refuse(agreed), PlanNonsense::no_children);
    agreed = usual();
    agreed.outcomes.erase(agreed.outcomes.begin());
    EXPECT_EQ(refuse(agreed), PlanNonsense::no_outcome) << "none for Osian";
    agreed = usual();
    agreed.outcomes[0].children = people({"nia"});
    EXPECT_EQ(refuse(agreed), PlanNonsense::outcome_of_nobody);
    agreed = usual();
    agreed.outcomes[0].better.clear();
    EXPECT_EQ(refuse(agreed), PlanNonsense::outcome_unsaid);
    agreed = usual();
    agreed.outcomes[0].actions[0].who.clear();
    EXPECT_EQ(refuse(agreed), PlanNonsense::action_without_doer);
    agreed = usual();
    agreed.contingency[0].then.clear();
    EXPECT_EQ(refuse(agreed), PlanNonsense::contingency_unsaid);
    agreed = usual();
    agreed.review_on = agreed.on;
    EXPECT_EQ(refuse(agreed), PlanNonsense::review_not_later);
    agreed = usual();
    agreed.kind = PlanKind::care_and_support;
    agreed.review_on = november(30);
    EXPECT_EQ(refuse(agreed), PlanNonsense::on_register);
}

TEST_F(Planning, a_written_agreement_is_no_part_of_a_plan) {
    auto agreed = usual();
    agreed.outcomes[0].actions[0].what = "Carys signs a written agreement";
    EXPECT_EQ(wrong(write(agreed, {"ffion", "osian"})), PlanNonsense::written_agreement);
    agreed = usual();
    agreed.contingency[0].then = "Cytundeb ysgrifenedig";
    EXPECT_EQ(wrong(write(agreed, {"ffion", "osian"})), PlanNonsense::written_agreement);
    EXPECT_TRUE(plans("ffion").versions.empty());
}

TEST_F(Planning, names_of_one_and_of_two_hundred_letters_are_kept) {
    auto agreed = usual();
    agreed.taking_part = {{"Y", ""}, {std::string(200, 'w'), "grandfather"}};
    written(agreed, {"ffion", "osian"});
    EXPECT_EQ(plans("ffion").current()->plan.taking_part[1].name.size(), 200U);
}

// ---- actions -----------------------------------------------------------------------------------

TEST_F(Planning, an_action_is_overdue_until_somebody_says_what_came_of_it) {
    written(usual(), {"ffion", "osian"});
    const auto id = plans("ffion").current()->plan.outcomes[0].actions[0].action;
    auto work = days_work(office, catrin()).value();
    ASSERT_EQ(work.actions.size(), 1U) << "shared by the two, and shown once";
    EXPECT_EQ(work.actions[0].children.size(), 2U);
    const record::PlanActionMarked done{id, november(23), record::ActionCame::done, ""};
    ASSERT_TRUE(
        mark_action(office, catrin(), people({"ffion", "osian"}), done, saw({"ffion", "osian"}))
            .ok());
    EXPECT_TRUE(days_work(office, catrin()).value().actions.empty());
    EXPECT_EQ(wrong(mark_action(office, catrin(), people({"ffion"}), done, saw({"ffion"}))),
              PlanNonsense::marked_so_already);
    EXPECT_TRUE(mark_action(office, catrin(), people({"ffion"}),
                            {id, november(24), record::ActionCame::to_do, "by mistake"},
                            saw({"ffion"}))
                    .ok());
    EXPECT_EQ(protection::overdue_actions(plans("ffion"), office.today()).size(), 1U);
}

TEST_F(Planning, what_is_not_planned_cannot_be_marked) {
    written(usual(), {"ffion", "osian"});
    const record::PlanActionMarked unknown{base::ActionId{thing("x")}, november(23),
                                           record::ActionCame::done, ""};
    EXPECT_EQ(wrong(mark_action(office, catrin(), people({"ffion"}), unknown, saw({"ffion"}))),
              PlanNonsense::no_such_action);
    const auto id = plans("ffion").current()->plan.outcomes[0].actions[0].action;
    EXPECT_EQ(wrong(mark_action(office, catrin(), people({"ffion"}),
                                {id, november(25), record::ActionCame::done, ""}, saw({"ffion"}))),
              PlanNonsense::date_in_future);
    EXPECT_TRUE(stopped_by<NotFoundOrNotYours>(
        mark_action(office, stranger(), people({"ffion"}), unknown, saw({"ffion"}))));
}

// ---- after the register ------------------------------------------------------------------------

TEST_F(Planning, a_child_off_the_register_without_a_plan_is_shown_until_there_is_one) {
    const auto first = written(usual(), {"ffion", "osian"});
    EXPECT_TRUE(team(rhian())->without_plan.empty());
    leaves_the_register("ffion", november(20));
    ASSERT_EQ(team(rhian())->without_plan.size(), 1U);
    EXPECT_EQ(team(rhian())->without_plan[0].since, november(21));
    auto next = document("ffion", first);
    next.kind = PlanKind::care_and_support;
    next.children = people({"ffion"});
    std::erase_if(next.outcomes, [](const auto& one) { return one.children.size() != 1; });
    next.on = november(23);
    next.changed = "The name has left the register.";
    EXPECT_EQ(wrong(write(next, {"ffion"}, first)), PlanNonsense::no_review_day);
    next.review_on = time::day(1, std::chrono::February, 2027);
    written(next, {"ffion"}, first);
    EXPECT_TRUE(team(rhian())->without_plan.empty());
    EXPECT_EQ(plans("ffion").current()->plan.kind, PlanKind::care_and_support);
    EXPECT_EQ(plans("osian").current()->plan.kind, PlanKind::protection)
        << "the brother's plan goes on as it was";
}

TEST_F(Planning, that_no_plan_follows_is_the_managers_to_record_with_a_reason) {
    leaves_the_register("ffion", november(20));
    const record::PlanEnded ended{november(23), "The assessment found no need."};
    EXPECT_TRUE(stopped_by<NotFoundOrNotYours>(
        end_plan(office, catrin(), child("ffion"), ended, saw({"ffion"}))));
    EXPECT_EQ(wrong(end_plan(office, rhian(), child("ffion"), {november(23), ""}, saw({"ffion"}))),
              PlanNonsense::no_reason);
    EXPECT_EQ(wrong(end_plan(office, rhian(), child("osian"), ended, saw({"osian"}))),
              PlanNonsense::on_register);
    EXPECT_EQ(wrong(end_plan(office, rhian(), child("nia"), ended, saw({"nia"}))),
              PlanNonsense::no_plan_to_end);
    ASSERT_TRUE(end_plan(office, rhian(), child("ffion"), ended, saw({"ffion"})).ok());
    EXPECT_TRUE(team(rhian())->without_plan.empty());
}

TEST_F(Planning, a_move_to_another_authority_asks_for_no_plan_here) {
    put(record::RemovedFromRegister{facts("ffion")->history.registrations[0].entry, november(20),
                                    record::GroundForRemoval::moved_to_another_authority},
        {thing("ffion")}, november(20));
    EXPECT_TRUE(team(rhian())->without_plan.empty());
}

} // namespace
} // namespace gweld::casework
