// What is planned, folded from a child's entries.
#include "protection/plans.h"

#include "protection/moves.h"
#include "protection/plan_changes.h"
#include "record/codec.h"

#include <gtest/gtest.h>

namespace gweld::protection {
namespace {

using record::PlanAgreed;
using record::PlanKind;

CivilDate on(std::string_view iso) { return time::parse_iso(iso).value(); }
base::Uuid thing(std::string_view name) { return base::uuid_of("test", "thing", name); }
PersonId child(std::string_view name) { return PersonId{thing(name)}; }

// A child's entries as they are written down, one after another.
class Plan : public ::testing::Test {
  protected:
    template <class Kind>
    EntryId put(const Kind& body, std::string_view day,
                std::optional<base::Uuid> corrects = std::nullopt) {
        record::Entry entry;
        entry.seq = static_cast<std::int64_t>(entries_.size()) + 1;
        entry.id = thing("entry " + std::to_string(entry.seq));
        entry.kind = record::Named<Kind>::name;
        entry.about = {thing("ffion")};
        entry.effective = on(day);
        entry.recorded_at = time::start_of_day_in_wales(on(day));
        entry.corrects = corrects;
        entry.reason = corrects ? "it was wrong" : "";
        entry.body = record::encode(body);
        entries_.push_back(entry);
        return EntryId{entry.id};
    }
    static record::PlanOutcome outcome(std::string_view name, std::string_view whose = "ffion") {
        return {base::OutcomeId{thing(name)}, {child(whose)}, std::string{name}, "", {}};
    }
    static PlanAgreed plan(std::string_view day, std::vector<record::PlanOutcome> outcomes,
                           PlanKind kind = PlanKind::protection) {
        PlanAgreed agreed;
        agreed.kind = kind;
        agreed.on = on(day);
        agreed.children = {child("ffion")};
        agreed.outcomes = std::move(outcomes);
        return agreed;
    }
    Plans plans() const { return plans_of(child("ffion"), entries_, std::nullopt); }
    History history() const { return history_of(child("ffion"), entries_, std::nullopt); }
    std::optional<MissingPlan> missing(std::string_view today) const {
        return missing_plan(plans(), history(), on(today));
    }
    EntryId placed(std::string_view day) {
        return put(record::PlacedOnRegister{on(day), {record::Category::neglect}, ""}, day);
    }
    void removed(
        EntryId from, std::string_view day,
        record::GroundForRemoval ground = record::GroundForRemoval::decided_at_review_conference) {
        put(record::RemovedFromRegister{from, on(day), ground}, day);
    }

    std::vector<record::Entry> entries_;
};

TEST_F(Plan, of_nothing_is_nothing) {
    EXPECT_EQ(plans().current(), nullptr);
    EXPECT_TRUE(overdue_actions(plans(), on("2026-11-24")).empty());
    EXPECT_EQ(missing("2026-11-24"), std::nullopt);
}

TEST_F(Plan, is_the_childs_own_part_of_the_document) {
    put(plan("2026-09-01", {outcome("warm"), outcome("dentist", "osian")}), "2026-09-01");
    ASSERT_EQ(plans().versions[0].plan.outcomes.size(), 1U);
    EXPECT_EQ(plans().versions[0].plan.outcomes[0].better, "warm");
}

TEST_F(Plan, put_right_is_one_version_and_withdrawn_is_none) {
    const auto first = put(plan("2026-09-01", {outcome("wrong")}), "2026-09-01");
    const auto right = put(plan("2026-09-01", {outcome("right")}), "2026-09-02", first.uuid);
    ASSERT_EQ(plans().versions.size(), 1U);
    EXPECT_EQ(plans().current()->plan.outcomes[0].better, "right");
    put(record::Withdrawn{"another child"}, "2026-09-03", right.uuid);
    EXPECT_EQ(plans().current(), nullptr);
}

TEST_F(Plan, as_it_was_known_earlier_knows_no_later_version) {
    put(plan("2026-09-01", {outcome("one")}), "2026-09-01");
    put(plan("2026-10-01", {outcome("two")}), "2026-10-01");
    const auto then =
        plans_of(child("ffion"), entries_, time::start_of_day_in_wales(on("2026-09-15")));
    ASSERT_EQ(then.versions.size(), 1U);
    EXPECT_EQ(then.current()->plan.outcomes[0].better, "one");
}

TEST_F(Plan, an_action_is_overdue_from_the_day_after_its_own) {
    auto warm = outcome("warm");
    warm.actions = {{base::ActionId{thing("boiler")}, "Mend it", "Carys", on("2026-09-10")},
                    {base::ActionId{thing("some day")}, "Paint", "Carys", {}}};
    put(plan("2026-09-01", {warm}), "2026-09-01");
    const auto held = plans();
    const auto& action = held.current()->plan.outcomes[0].actions[0];
    EXPECT_EQ(state_of(held, action, on("2026-09-10")), ActionState::to_do);
    EXPECT_EQ(state_of(held, action, on("2026-09-11")), ActionState::overdue);
    EXPECT_EQ(overdue_actions(held, on("2027-09-11")).size(), 1U) << "one without a day never is";
    put(record::PlanActionMarked{action.action, on("2026-09-20"), record::ActionCame::done, ""},
        "2026-09-20");
    EXPECT_EQ(state_of(plans(), action, on("2026-10-01")), ActionState::done);
}

TEST_F(Plan, what_a_core_group_said_of_somebody_elses_outcome_is_left_out) {
    put(plan("2026-09-01", {outcome("warm"), outcome("dentist", "osian")}), "2026-09-01");
    record::CoreGroupMet met{on("2026-10-01")};
    met.outcomes = {{base::OutcomeId{thing("warm")}, record::OutcomeMoved::better, ""},
                    {base::OutcomeId{thing("dentist")}, record::OutcomeMoved::worse, ""}};
    put(met, "2026-10-01");
    ASSERT_EQ(plans().progress.size(), 1U);
    EXPECT_EQ(plans().progress[0].outcomes.size(), 1U);
}

TEST_F(Plan, of_protection_is_missing_on_the_register_until_there_is_one_since_the_placing) {
    put(plan("2026-01-01", {outcome("of another stay")}), "2026-01-01");
    placed("2026-08-03");
    EXPECT_EQ(missing("2026-08-03"), (MissingPlan{PlanMissing::protection_plan, on("2026-08-03")}));
    put(plan("2026-08-03", {outcome("warm")}), "2026-08-03");
    EXPECT_EQ(missing("2026-11-24"), std::nullopt);
}

TEST_F(Plan, of_care_and_support_is_missing_after_a_review_until_one_is_agreed_or_not_needed) {
    const auto stay = placed("2026-08-03");
    removed(stay, "2026-11-04");
    EXPECT_EQ(missing("2026-11-03"), (MissingPlan{PlanMissing::protection_plan, on("2026-08-03")}));
    EXPECT_EQ(missing("2026-11-04"),
              (MissingPlan{PlanMissing::care_and_support_plan, on("2026-11-04")}));
    put(plan("2026-11-02", {outcome("warm")}, PlanKind::care_and_support), "2026-11-02");
    EXPECT_NE(missing("2026-11-04"), std::nullopt) << "agreed before the conference";
    put(plan("2026-11-03", {outcome("warm")}, PlanKind::care_and_support), "2026-11-03");
    EXPECT_EQ(missing("2026-11-04"), std::nullopt) << "agreed at the conference itself";
}

TEST_F(Plan, is_not_missing_once_it_is_recorded_that_none_follows) {
    removed(placed("2026-08-03"), "2026-11-04");
    put(record::PlanEnded{on("2026-11-10"), "no need"}, "2026-11-10");
    EXPECT_EQ(missing("2026-11-24"), std::nullopt);
    placed("2026-11-20");
    EXPECT_EQ(missing("2026-11-24")->what, PlanMissing::protection_plan) << "registered again";
}

TEST_F(Plan, is_not_asked_for_here_after_a_move_or_a_birthday) {
    using record::GroundForRemoval;
    for (const auto ground :
         {GroundForRemoval::moved_to_another_authority, GroundForRemoval::reached_eighteen,
          GroundForRemoval::died, GroundForRemoval::not_given_by_source}) {
        entries_.clear();
        removed(placed("2026-08-03"), "2026-11-04", ground);
        EXPECT_EQ(missing("2026-11-24"), std::nullopt);
    }
}

TEST_F(Plan, that_ended_holds_no_more_until_another_is_agreed) {
    put(plan("2026-09-01", {outcome("warm")}), "2026-09-01");
    put(record::PlanEnded{on("2026-09-01"), "done"}, "2026-09-01");
    EXPECT_EQ(plans().current(), nullptr);
    put(plan("2026-09-01", {outcome("again")}), "2026-09-01");
    ASSERT_NE(plans().current(), nullptr);
    EXPECT_EQ(plans().current()->plan.outcomes[0].better, "again");
}

TEST_F(Plan, the_outline_is_of_the_newest_conference_that_gave_one) {
    record::ConferenceHeld held{record::ConferenceType::initial, on("2026-08-03")};
    held.outline_plan = "See the child alone.";
    put(held, "2026-08-03");
    put(record::ConferenceHeld{record::ConferenceType::review, on("2026-11-03")}, "2026-11-03");
    EXPECT_EQ(plans().outline->text, "See the child alone.");
}

// ---- changes -----------------------------------------------------------------------------------

TEST_F(Plan, says_what_a_version_changed) {
    auto before = plan("2026-09-01", {outcome("warm"), outcome("dentist")});
    before.outcomes[0].actions = {{base::ActionId{thing("a")}, "Mend it", "Carys", {}},
                                  {base::ActionId{thing("b")}, "Paint", "Carys", {}}};
    before.contingency = {{"cold", "Nain"}};
    before.taking_part = {{"Carys", "mother"}};
    EXPECT_TRUE(changes_between(before, before).empty());
    auto after = before;
    after.kind = PlanKind::care_and_support;
    after.outcomes[0].better = "warmer";
    after.outcomes[0].actions[0].who = "The landlord";
    after.outcomes[0].actions.erase(after.outcomes[0].actions.begin() + 1);
    after.outcomes[0].actions.push_back({base::ActionId{thing("c")}, "Ring", "Carys", {}});
    after.outcomes.pop_back();
    after.contingency = {{"colder", "Nain"}};
    after.taking_part.push_back({"Nain", "grandmother"});
    after.review_on = on("2027-01-01");
    std::vector<PlanChanged> kinds;
    for (const auto& change : changes_between(before, after)) {
        kinds.push_back(change.what);
    }
    using enum PlanChanged;
    EXPECT_EQ(kinds, (std::vector{PlanChanged::kind, outcome_reworded, action_changed, action_added,
                                  action_taken_out, outcome_taken_out, contingency_added,
                                  contingency_taken_out, person_added, review_day}));
}

// ---- who co-ordinates, and moves
// ---------------------------------------------------------------------

TEST_F(Plan, is_co_ordinated_by_whoever_was_named_last_for_the_day_in_this_stay) {
    const auto stay = placed("2026-08-03");
    const auto name = [&](std::string_view worker, std::string_view from) {
        put(record::CoordinatorNamed{child("ffion"), base::WorkerId{thing(worker)}, on(from)},
            from);
    };
    name("before", "2026-08-01");
    name("second", "2026-10-01");
    name("first", "2026-08-03");
    const auto named = coordinators_of(child("ffion"), entries_, std::nullopt);
    const auto held = history();
    const auto who = [&](std::string_view day) {
        const auto* found = coordinator_on(named, held.registrations[0], on(day));
        return found == nullptr ? base::Uuid{} : found->worker.uuid;
    };
    EXPECT_EQ(who("2026-08-02"), base::Uuid{});
    EXPECT_EQ(who("2026-08-03"), thing("first"));
    EXPECT_EQ(who("2026-09-30"), thing("first"));
    EXPECT_EQ(who("2026-10-01"), thing("second"));
    EXPECT_EQ(held.registrations[0].entry, stay);
}

TEST_F(Plan, a_move_is_of_one_registration_and_follows_its_corrections) {
    const auto stay = placed("2026-08-03");
    const auto moved = put(record::TemporarilyMoved{stay, "Dyffryn Alaw", on("2026-09-01"),
                                                    on("2026-10-01"), "They visit."},
                           "2026-09-01");
    const auto right =
        put(record::PlacedOnRegister{on("2026-08-02"), {record::Category::neglect}, ""},
            "2026-08-02", stay.uuid);
    auto moves = moves_of(child("ffion"), entries_, std::nullopt);
    EXPECT_EQ(away_on(moves, right, on("2026-08-31")), nullptr);
    EXPECT_NE(away_on(moves, right, on("2026-09-01")), nullptr);
    EXPECT_NE(away_on(moves, right, on("2026-12-01")), nullptr) << "nobody said they came back";
    EXPECT_EQ(away_on(moves, EntryId{thing("another stay")}, on("2026-09-02")), nullptr);
    put(record::CameBack{moved, on("2026-09-20")}, "2026-09-20");
    moves = moves_of(child("ffion"), entries_, std::nullopt);
    EXPECT_NE(away_on(moves, right, on("2026-09-19")), nullptr);
    EXPECT_EQ(away_on(moves, right, on("2026-09-20")), nullptr);
}

} // namespace
} // namespace gweld::protection
