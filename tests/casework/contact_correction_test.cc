// What came in is put right: a further entry, within what was so when it was recorded.
#include "front_door.h"

namespace gweld::casework {

class ContactCorrections : public FrontDoorWork {
  protected:
    ContactAnswer correct(ContactId id, const record::ContactReceived& as_it_was,
                          const std::string& key, const std::string& why = "Misheard") {
        return correct_contact(office, gwyn(), id, as_it_was, why, saw(key, id));
    }
    std::vector<record::Entry> received(ContactId id) {
        auto entries = open(id).history;
        std::erase_if(entries, [](const auto& entry) { return entry.kind != "contact.received"; });
        return entries;
    }
};

TEST_F(ContactCorrections, everything_recorded_can_be_put_right_and_what_stood_before_is_kept) {
    const auto id = came_in("k1", about({"Mia Farr"}));
    auto right = about({"Mia Farrar"});
    right.at = "08:20";
    right.channel = record::Channel::letter;
    right.source = record::ContactSource::school;
    right.organisation = "Ysgol y Bont";
    right.worry = "Not collected until seven.";
    right.children[0].postcode = "SA99 9ZZ";
    ASSERT_TRUE(correct(id, right, "c1").ok());
    const auto now = open(id);
    EXPECT_EQ(now.received.worry, "Not collected until seven.");
    EXPECT_EQ(now.row.channel, "letter");
    EXPECT_EQ(now.row.received_time, "08:20");
    EXPECT_EQ(now.children.at(0).row.name, "Mia Farrar");
    const auto all = received(id);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[1].corrects, all[0].id);
    EXPECT_EQ(all[1].reason, "Misheard");
    EXPECT_EQ(record::body_of<record::ContactReceived>(all[0]).worry,
              "Not collected until twenty to seven.");
}

TEST_F(ContactCorrections, it_cannot_have_come_in_later_than_it_was_recorded) {
    const auto id = came_in("k1", about({"Mia Farr"}));
    clock.moment += 24h; // what is later than then may be past by now
    auto right = about({"Mia Farr"});
    right.at = "23:30";
    EXPECT_EQ(nonsense(correct(id, right, "c1")), ContactNonsense::later_than_recorded);
    right.on = today_there.plus_days(1);
    right.at = "08:00";
    EXPECT_EQ(nonsense(correct(id, right, "c2")), ContactNonsense::later_than_recorded);
    right.on = today_there.plus_days(-1);
    EXPECT_TRUE(correct(id, right, "c3").ok());
    EXPECT_EQ(open(id).row.received_day, today_there.plus_days(-1).day_number());
}

TEST_F(ContactCorrections, a_decision_a_match_and_a_taking_stand) {
    const auto id = came_in("k1", about({"Mia Farr"}));
    take(id, gwyn());
    ASSERT_TRUE(decide(id, ContactOutcome::referral, "d1", {1}).ok());
    const auto before = open(id);
    auto right = about({"Mia Farrar"});
    right.on = today_there.plus_days(-3);
    ASSERT_TRUE(correct(id, right, "c1").ok());
    const auto now = open(id);
    EXPECT_EQ(now.row.outcome, "referral");
    EXPECT_EQ(now.row.worker_name, "Gwyn Owen");
    EXPECT_EQ(now.children.at(0).row.person, before.children.at(0).row.person);
    for (const auto& entry : now.history) {
        if (entry.kind == "contact.decided") {
            EXPECT_EQ(record::body_of<record::ContactDecided>(entry).received, today_there);
        }
    }
    EXPECT_EQ(nonsense(correct(id, about({"Mia Farrar", "Leo Farrar"}), "c2")),
              ContactNonsense::child_after_decision);
}

TEST_F(ContactCorrections, no_child_is_left_out_and_another_may_follow) {
    const auto id = came_in("k1", about({"Mia Farr", "Leo Farr"}));
    EXPECT_EQ(nonsense(correct(id, about({"Mia Farr"}), "c1")), ContactNonsense::child_left_out);
    ASSERT_TRUE(correct(id, about({"Mia Farr", "Leo Farr", "Jac Farr"}), "c2").ok());
    EXPECT_EQ(open(id).children.size(), 3U);
}

TEST_F(ContactCorrections, a_reason_is_given_and_the_slower_of_two_is_told) {
    const auto id = came_in("k1", about({"Mia Farr"}));
    EXPECT_EQ(nonsense(correct(id, about({"Mia Farrar"}), "c1", "")), ContactNonsense::no_why);
    const auto early = saw("c3", id);
    ASSERT_TRUE(correct(id, about({"Mia Farrar"}), "c2").ok());
    const auto late = correct_contact(office, mared(), id, about({"Maia Farr"}), "Misread", early);
    ASSERT_FALSE(late.ok());
    EXPECT_TRUE(std::holds_alternative<SomebodyWasQuicker>(late.error()));
    EXPECT_EQ(open(id).children.at(0).row.name, "Mia Farrar");
}

TEST_F(ContactCorrections, the_second_press_of_one_correction_is_one_correction) {
    const auto id = came_in("k1", about({"Mia Farr"}));
    const auto same = saw("c1", id);
    const auto press = [&] {
        return correct_contact(office, gwyn(), id, about({"Mia Farrar"}), "Misheard", same);
    };
    const auto first = press();
    clock.moment += 3s;
    const auto second = press();
    ASSERT_TRUE(first.ok());
    ASSERT_TRUE(second.ok());
    EXPECT_EQ(first.value().entry, second.value().entry);
    EXPECT_EQ(received(id).size(), 2U);
}

TEST_F(ContactCorrections, who_may_not_work_it_learns_nothing) {
    const auto id = came_in("k1", about({"Mia Farr"}));
    const auto answer =
        correct_contact(office, stranger(), id, about({"Mia Farrar"}), "Misheard", saw("c1", id));
    ASSERT_FALSE(answer.ok());
    EXPECT_TRUE(std::holds_alternative<NotFoundOrNotYours>(answer.error()));
}

// ---- somebody who is no child ----------------------------------------------------------------

TEST_F(ContactCorrections, somebody_of_eighteen_on_the_day_is_no_child) {
    auto contact = about({"Mia Farr"});
    contact.children[0].born = time::day(24, std::chrono::November, 2008); // eighteen today
    EXPECT_EQ(nonsense(record_contact(office, gwyn(), contact, {"k1", {}})),
              ContactNonsense::born_an_adult);
    contact.on = today_there.plus_days(-1); // seventeen when it came in
    EXPECT_TRUE(record_contact(office, gwyn(), contact, {"k2", {}}).ok());
    contact.children[0].born = time::day(3, std::chrono::May, 1985);
    EXPECT_EQ(adult_on(contact.children[0], contact.on), 41);
}

} // namespace gweld::casework
