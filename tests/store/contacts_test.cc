// Every store answers the front door's questions alike.
#include "contacts.h"
#include "every_store.h"

#include <functional>
#include <gtest/gtest.h>

namespace gweld::made_up {
namespace {

class ContactsKept : public testing::TestWithParam<std::string> {
  protected:
    void SetUp() override { store_ = empty_store(GetParam(), folder_); }
    template <class Question> auto ask(const Question& question) {
        return asked(*store_, question);
    }
    void add(const std::vector<Draft>& drafts) { append_each(*store_, drafts); }
    Store& store() { return *store_; }

  private:
    Folder folder_;
    std::unique_ptr<Store> store_;
};

INSTANTIATE_TEST_SUITE_P(Stores, ContactsKept, testing::ValuesIn(sorts),
                         [](const auto& which) { return which.param; });

std::vector<Uuid> ids(const std::vector<ContactRow>& rows) {
    std::vector<Uuid> found;
    for (const auto& row : rows) {
        found.push_back(row.contact);
    }
    return found;
}
Uuid id(std::string_view name) { return contact_named(name).uuid; }

TEST_P(ContactsKept, waiting_received_and_decided_are_told_apart_and_come_oldest_first) {
    const auto yesterday = contact_day.plus_days(-1);
    add({came_in("r1", "today", {"Leo"}), came_in("r2", "old", {"Mia"}, yesterday),
         came_in("r3", "done", {"Ifan"}, yesterday),
         decided("d", "done", ContactOutcome::advice, contact_day)});
    EXPECT_EQ(ids(ask([](const Reading& r) { return r.contacts_waiting(); })),
              (std::vector{id("old"), id("today")}));
    EXPECT_EQ(ask([&](const Reading& r) {
                  return r.contacts_received_on(yesterday.day_number());
              }).size(),
              2U);
    EXPECT_EQ(
        ids(ask([](const Reading& r) { return r.contacts_decided_on(contact_day.day_number()); })),
        (std::vector{id("done")}));
    EXPECT_TRUE(ask([&](const Reading& r) {
                    return r.contacts_decided_on(yesterday.day_number());
                }).empty());
}

TEST_P(ContactsKept, a_childs_contacts_are_found_once_they_are_matched) {
    const auto match = matched("m", "c", 1, "Mair");
    add({came_in("r", "c", {"Mair"}), match});
    const auto hers = [](const Reading& r) { return r.contacts_of(someone("Mair")); };
    EXPECT_EQ(ids(ask(hers)), (std::vector{id("c")}));
    add({withdrawn("w", match)});
    EXPECT_TRUE(ask(hers).empty());
}

TEST_P(ContactsKept, a_contact_nobody_made_is_not_there) {
    EXPECT_FALSE(ask([](const Reading& r) { return r.contact(id("none")); }));
    EXPECT_TRUE(ask([](const Reading& r) { return r.children_of_contact(id("none")); }).empty());
}

TEST_P(ContactsKept, addresses_are_found_by_postcode) {
    AddressLivedAt body;
    body.lines = "3 Maes-y-coed";
    body.postcode = "SA99 9ZZ";
    body.from = contact_day;
    add({draft("a", {someone("Mair")}, body)});
    const auto at = [&](std::string_view postcode) {
        return ask([&](const Reading& r) { return r.addresses_at(postcode); });
    };
    ASSERT_EQ(at("SA99 9ZZ").size(), 1U);
    EXPECT_EQ(at("SA99 9ZZ")[0].person, someone("Mair"));
    EXPECT_TRUE(at("SA99 9ZY").empty());
}

TEST_P(ContactsKept, a_rebuild_is_identical) {
    add({came_in("r", "c", {"Leo", "Mia"}), taken("t", "c", "Carys"), matched("m", "c", 2, "Mair"),
         came_in("r2", "c", {"Leo", "Mia", "Non"}, contact_day, "r"),
         decided("d", "c", ContactOutcome::referral)});
    const auto dump = [](const Reading& r) { return r.dump_tables(); };
    const auto before = ask(dump);
    ASSERT_TRUE(store().rebuild().ok());
    EXPECT_EQ(ask(dump), before);
}

} // namespace
} // namespace gweld::made_up
