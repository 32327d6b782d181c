// Whoever a decision at the front door handed on waits until somebody has come, in every store.
#include "contacts.h"
#include "every_store.h"

#include <gtest/gtest.h>

namespace gweld::made_up {
namespace {

constexpr auto referral = ContactOutcome::referral;
constexpr auto to_discuss = ContactOutcome::strategy_discussion;

Draft handed_on(std::string_view name, std::string_view contact, ContactOutcome outcome,
                const std::vector<std::string>& children, std::string_view corrects = {}) {
    const auto id = contact_named(contact);
    ContactDecided body;
    body.contact = id;
    body.outcome = outcome;
    body.reason = "More is going on than was said";
    body.on = contact_day.plus_days(1);
    std::vector<Uuid> about{id.uuid};
    for (const auto& child : children) {
        body.children.push_back(PersonId{someone(child)});
        about.push_back(someone(child));
    }
    return draft(name, about, body, corrects);
}
Draft allocated(std::string_view name, std::string_view child, CivilDate from,
                std::optional<CivilDate> until = {}) {
    Allocated body;
    body.child = PersonId{someone(child)};
    body.worker = base::WorkerId{someone("Carys")};
    body.from = from;
    body.until = until;
    return draft(name, {someone(child), someone("Carys")}, body);
}
Draft ended(std::string_view name, std::string_view child, std::string_view allocation,
            CivilDate until) {
    return draft(name, {someone(child), someone("Carys")},
                 AllocationEnded{base::EntryId{entry_named(allocation)}, until});
}
Draft nobody_needed(std::string_view name, std::string_view contact, int nth,
                    std::string_view child) {
    const auto id = contact_named(contact);
    return draft(name, {id.uuid, someone(child)},
                 ContactNobodyNeeded{id, nth, "The aunt has them", contact_day.plus_days(2)});
}

class HandOvers : public testing::TestWithParam<std::string> {
  protected:
    void SetUp() override {
        store_ = empty_store(GetParam(), folder_);
        add({came_in("r", "c", {"Leo", "Mia"}), matched("m1", "c", 1, "Leo"),
             matched("m2", "c", 2, "Mia")});
    }
    void add(const std::vector<Draft>& drafts) { append_each(*store_, drafts); }
    // "Leo:worker Mia:worker", the tables made again from the log saying the same.
    std::string waiting() {
        const auto said = [&] {
            std::string all;
            for (const auto& row :
                 asked(*store_, [](const Reading& r) { return r.hand_overs(); })) {
                all += (all.empty() ? "" : " ") +
                       std::string{row.child == someone("Leo") ? "Leo" : "Mia"} + ":" + row.lacks;
            }
            return all;
        };
        const auto before = said();
        const auto dump = asked(*store_, [](const Reading& r) { return r.dump_tables(); });
        EXPECT_TRUE(store_->rebuild().ok());
        EXPECT_EQ(asked(*store_, [](const Reading& r) { return r.dump_tables(); }), dump);
        EXPECT_EQ(said(), before);
        return before;
    }
    std::size_t waits_for(std::string_view child) {
        return asked(*store_, [&](const Reading& r) { return r.hand_overs_of(someone(child)); })
            .size();
    }

  private:
    Folder folder_;
    std::unique_ptr<Store> store_;
};

INSTANTIATE_TEST_SUITE_P(Stores, HandOvers, testing::ValuesIn(sorts),
                         [](const auto& which) { return which.param; });

const auto decided_on = contact_day.plus_days(1);

TEST_P(HandOvers, a_referral_waits_for_a_worker_for_each_child) {
    EXPECT_EQ(waiting(), "");
    add({handed_on("d", "c", referral, {"Leo", "Mia"})});
    EXPECT_EQ(waiting(), "Leo:worker Mia:worker");
    add({allocated("a", "Leo", decided_on.plus_days(3))});
    EXPECT_EQ(waiting(), "Mia:worker");
    EXPECT_EQ(waits_for("Leo"), 0U);
    EXPECT_EQ(waits_for("Mia"), 1U);
}

TEST_P(HandOvers, advice_hands_nobody_on) {
    add({handed_on("d", "c", ContactOutcome::advice, {"Leo", "Mia"})});
    EXPECT_EQ(waiting(), "");
}

TEST_P(HandOvers, who_had_the_child_before_is_somebody_only_while_it_goes_on) {
    add({allocated("a1", "Leo", contact_day.plus_days(-30), decided_on.plus_days(1)),
         allocated("a2", "Mia", contact_day.plus_days(-30)),
         handed_on("d", "c", referral, {"Leo", "Mia"})});
    EXPECT_EQ(waiting(), "Leo:worker");
    add({ended("e", "Mia", "a2", decided_on.plus_days(9))});
    EXPECT_EQ(waiting(), "Leo:worker Mia:worker");
    add({allocated("next", "Mia", decided_on.plus_days(9)),
         ended("e2", "Mia", "next", decided_on.plus_days(99))});
    EXPECT_EQ(waiting(), "Leo:worker") << "whoever took over had the child";
}

TEST_P(HandOvers, of_two_people_no_longer_one_the_one_the_contact_names_is_waited_for) {
    const PersonId leo{someone("Leo")};
    const PersonId kept{someone("Leo first")};
    const auto given = allocated("a", "Leo", decided_on);
    add({person("p1", "Leo first", "Hartley"), person("p2", "Leo", "Hartley"),
         draft("merge", {kept.uuid, leo.uuid}, PeopleMerged{kept, leo, "the same mother"}),
         handed_on("d", "c", referral, {"Leo first"}),
         draft("undo", {kept.uuid, leo.uuid},
               PeopleUnmerged{base::EntryId{entry_named("merge")}, "cousins"})});
    EXPECT_EQ(waits_for("Leo"), 1U);
    add({given});
    EXPECT_EQ(waits_for("Leo"), 0U);
    add({withdrawn("w", given)});
    EXPECT_EQ(waits_for("Leo"), 1U);
    waiting();
}

TEST_P(HandOvers, an_allocation_ended_before_or_taken_back_leaves_the_child_waiting_again) {
    const auto given = allocated("a", "Leo", decided_on);
    add({handed_on("d", "c", referral, {"Leo", "Mia"}), given, allocated("b", "Mia", decided_on)});
    EXPECT_EQ(waiting(), "");
    add({withdrawn("w", given), ended("e", "Mia", "b", decided_on)});
    EXPECT_EQ(waiting(), "Leo:worker Mia:worker");
}

TEST_P(HandOvers, a_strategy_discussion_waits_for_the_discussion_and_for_a_worker) {
    add({handed_on("d", "c", to_discuss, {"Leo", "Mia"})});
    EXPECT_EQ(waiting(), "Leo:worker_and_discussion Mia:worker_and_discussion");
    add({discussion("s", {"Leo"}, contact_day), allocated("a", "Mia", decided_on)});
    EXPECT_EQ(waiting(), "Leo:worker Mia:discussion");
}

TEST_P(HandOvers, neither_a_meeting_without_the_police_nor_an_earlier_one_is_the_discussion) {
    add({handed_on("d", "c", to_discuss, {"Leo", "Mia"}), allocated("a", "Leo", decided_on),
         allocated("b", "Mia", decided_on), discussion("s1", {"Leo"}, contact_day.plus_days(-1)),
         discussion("s2", {"Mia"}, decided_on, Came::sent_apologies)});
    EXPECT_EQ(waiting(), "Leo:discussion Mia:discussion");
    add({draft("acc", {someone("Mia")},
               InternalMeetingAccepted{base::EntryId{entry_named("s2")}, decided_on, "at night"})});
    EXPECT_EQ(waiting(), "Leo:discussion");
}

TEST_P(HandOvers, a_discussion_taken_back_or_put_right_is_waited_for_again) {
    const auto held = discussion("s", {"Leo", "Mia"}, decided_on);
    add({handed_on("d", "c", to_discuss, {"Leo", "Mia"}), allocated("a", "Leo", decided_on),
         allocated("b", "Mia", decided_on), held});
    EXPECT_EQ(waiting(), "");
    add({discussion("s2", {"Leo"}, decided_on, Came::attended, "s")});
    EXPECT_EQ(waiting(), "Mia:discussion");
}

TEST_P(HandOvers, whoever_nobody_has_to_have_waits_no_more_until_that_is_taken_back) {
    const auto let_go = nobody_needed("n", "c", 2, "Mia");
    add({handed_on("d", "c", referral, {"Leo", "Mia"}), let_go});
    EXPECT_EQ(waiting(), "Leo:worker");
    add({withdrawn("w", let_go)});
    EXPECT_EQ(waiting(), "Leo:worker Mia:worker");
}

TEST_P(HandOvers, a_decision_taken_back_hands_nobody_on) {
    const auto decision = handed_on("d", "c", referral, {"Leo", "Mia"});
    add({decision, withdrawn("w", decision)});
    EXPECT_EQ(waiting(), "");
}

TEST_P(HandOvers, a_contact_put_right_to_fewer_children_leaves_no_row_behind) {
    add({handed_on("d", "c", referral, {"Leo", "Mia"}),
         came_in("r2", "c", {"Leo"}, contact_day, "r")});
    EXPECT_EQ(waiting(), "Leo:worker");
}

TEST_P(HandOvers, what_came_for_one_record_of_a_person_has_come_for_the_person) {
    const PersonId leo{someone("Leo")};
    const PersonId other{someone("Leo again")};
    add({person("p1", "Leo", "Hartley"), person("p2", "Leo again", "Hartley"),
         handed_on("d", "c", referral, {"Leo", "Mia"}), allocated("a", "Leo again", decided_on)});
    EXPECT_EQ(waiting(), "Leo:worker Mia:worker");
    add({draft("merge", {leo.uuid, other.uuid}, PeopleMerged{leo, other, "the same mother"})});
    EXPECT_EQ(waiting(), "Mia:worker");
    EXPECT_EQ(waits_for("Leo again"), 0U);
    add({draft("undo", {leo.uuid, other.uuid},
               PeopleUnmerged{base::EntryId{entry_named("merge")}, "cousins"})});
    EXPECT_EQ(waiting(), "Leo:worker Mia:worker");
}

} // namespace
} // namespace gweld::made_up
