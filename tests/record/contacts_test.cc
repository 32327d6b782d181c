// What the tables say of a contact after entries, corrections and withdrawals.
#include "../store/contacts.h"
#include "../store/fresh_store.h"
#include "../store/stores.h"

#include <gtest/gtest.h>

namespace gweld::made_up {
namespace {

class Contacts : public testing::Test {
  protected:
    void add(const std::vector<Draft>& drafts) { append_each(*store_, drafts); }
    std::optional<ContactRow> row() {
        return asked(*store_, [](const Reading& r) { return r.contact(contact_named("c").uuid); });
    }
    std::vector<ContactChildRow> children() {
        return asked(*store_, [](const Reading& r) {
            return r.children_of_contact(contact_named("c").uuid);
        });
    }
    void TearDown() override {
        const auto dump = [](const Reading& r) { return r.dump_tables(); };
        const auto before = asked(*store_, dump);
        EXPECT_TRUE(store_->rebuild().ok());
        EXPECT_EQ(asked(*store_, dump), before) << "a rebuild is identical";
    }

  private:
    std::unique_ptr<Store> store_ = fresh_store(authority, plain_keys);
};

TEST_F(Contacts, wait_from_the_moment_they_are_received) {
    add({came_in("r", "c", {"Leo", "Mia"})});
    ASSERT_TRUE(row());
    EXPECT_EQ(row()->outcome, "");
    EXPECT_EQ(row()->received_day, contact_day.day_number());
    EXPECT_EQ(row()->received_time, "10:06");
    EXPECT_EQ(row()->channel, "telephone");
    EXPECT_EQ(row()->harm, "not_suspected");
    EXPECT_FALSE(row()->worker);
    EXPECT_EQ(row()->children, 2);
    EXPECT_EQ(row()->matched, 0);
    ASSERT_EQ(children().size(), 2U);
    EXPECT_EQ(children()[1].name, "Mia");
}

TEST_F(Contacts, are_had_by_whoever_took_them_last) {
    add({came_in("r", "c", {"Leo"}), taken("t", "c", "Carys"), taken("t2", "c", "Aled")});
    EXPECT_EQ(row()->worker, someone("Aled"));
    EXPECT_EQ(row()->worker_name, "Aled");
    add({withdrawn("w", taken("t2", "c", "Aled"))});
    EXPECT_EQ(row()->worker, someone("Carys"));
}

TEST_F(Contacts, wait_until_the_last_date_given) {
    add({came_in("r", "c", {"Leo"}), waits("a", "c", contact_day.plus_days(1)),
         waits("b", "c", contact_day.plus_days(3))});
    EXPECT_EQ(row()->waits_until, contact_day.plus_days(3).day_number());
    EXPECT_EQ(row()->waits, 2);
}

TEST_F(Contacts, match_a_child_and_a_withdrawn_match_is_no_match) {
    const auto match = matched("m", "c", 2, "Mair");
    add({came_in("r", "c", {"Leo", "Mair"}), match});
    EXPECT_EQ(row()->matched, 1);
    EXPECT_FALSE(children()[0].person);
    EXPECT_EQ(children()[1].person, someone("Mair"));
    EXPECT_EQ(children()[1].matched_by, entry_named("m"));
    add({withdrawn("w", match)});
    EXPECT_EQ(row()->matched, 0);
    EXPECT_FALSE(children()[1].person);
}

TEST_F(Contacts, are_decided_once_and_open_again_when_that_was_a_mistake) {
    const auto no_further = decided("d", "c", ContactOutcome::no_further_action);
    add({came_in("r", "c", {"Leo"}), no_further});
    EXPECT_EQ(row()->outcome, "no_further_action");
    EXPECT_EQ(row()->decided_day, contact_day.day_number());
    EXPECT_EQ(row()->decided_by, "Carys Prydderch");
    add({decided("d2", "c", ContactOutcome::referral, contact_day, "d")});
    EXPECT_EQ(row()->outcome, "referral");
    add({withdrawn("w", decided("d2", "c", ContactOutcome::referral))});
    EXPECT_EQ(row()->outcome, "");
    EXPECT_FALSE(row()->decided_day);
}

TEST_F(Contacts, corrected_keep_what_was_done_with_them_and_lose_a_child_who_was_not_in_it) {
    add({came_in("r", "c", {"Leo", "Mia"}), taken("t", "c", "Carys"), matched("m", "c", 2, "Mair"),
         came_in("r2", "c", {"Leo"}, contact_day.plus_days(-1), "r")});
    EXPECT_EQ(row()->entry, entry_named("r2"));
    EXPECT_EQ(row()->received_day, contact_day.plus_days(-1).day_number());
    EXPECT_EQ(row()->worker, someone("Carys"));
    EXPECT_EQ(row()->children, 1);
    EXPECT_EQ(row()->matched, 0);
    EXPECT_EQ(children().size(), 1U);
}

TEST_F(Contacts, withdrawn_are_gone) {
    add({came_in("r", "c", {"Leo"}), taken("t", "c", "Carys"),
         withdrawn("w", came_in("r", "c", {"Leo"}))});
    EXPECT_FALSE(row());
    EXPECT_TRUE(children().empty());
}

TEST_F(Contacts, show_the_beginning_of_a_long_worry_cut_between_words) {
    ContactReceived body;
    body.contact = contact_named("c");
    body.on = contact_day;
    for (int i = 0; i < 60; ++i) {
        body.worry += "ofn ";
    }
    add({draft("r", {body.contact.uuid}, body)});
    EXPECT_LE(row()->worry_begins.size(), 200U);
    EXPECT_TRUE(row()->worry_begins.ends_with("ofn"));
    body.worry = std::string(199, 'a') + "ŵŵŵ"; // one word: cut between letters
    add({draft("r2", {body.contact.uuid}, body, "r")});
    EXPECT_EQ(row()->worry_begins, std::string(199, 'a'));
}

} // namespace
} // namespace gweld::made_up
