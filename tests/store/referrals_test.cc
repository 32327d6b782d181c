// Every store keeps files beside the log for ever, and answers the questions about the partners'
// form and about who is still to be told alike.
#include "contacts.h"
#include "every_store.h"
#include "record/chain.h"
#include "record/files_of.h"

#include <gtest/gtest.h>

namespace gweld::made_up {
namespace {

class ReferralsKept : public testing::TestWithParam<std::string> {
  protected:
    void SetUp() override { store_ = empty_store(GetParam(), folder_); }
    template <class Question> auto ask(const Question& question) {
        return asked(*store_, question);
    }
    void add(const std::vector<Draft>& drafts) { append_each(*store_, drafts); }
    Hash keep(std::string_view bytes, Keep keep = Keep::yes) {
        Hash digest{};
        EXPECT_TRUE(store_
                        ->write([&](Writing& writing) {
                            digest = writing.keep_file(bytes);
                            return keep;
                        })
                        .ok());
        return digest;
    }
    std::optional<std::string> kept(const Hash& digest) {
        return ask([&](const Reading& r) { return r.kept_file(digest); });
    }
    std::vector<FileFault> faults() {
        return ask([](const Reading& r) { return faults_in_files(r); });
    }
    Store& store() { return *store_; }

  private:
    Folder folder_;
    std::unique_ptr<Store> store_;
};

INSTANTIATE_TEST_SUITE_P(Stores, ReferralsKept, testing::ValuesIn(sorts),
                         [](const auto& which) { return which.param; });

Draft sent(std::string_view name, std::string_view contact, std::vector<KeptFile> files = {}) {
    ReferralSent body;
    body.contact = contact_named(contact);
    body.reference = "BCD-FGH-JKL";
    body.given = 12;
    body.asked = 17;
    body.files = std::move(files);
    return draft(name, {body.contact.uuid}, body);
}
Draft questioned(std::string_view name, std::string_view contact) {
    const auto id = contact_named(contact);
    return draft(name, {id.uuid}, ReferrerAsked{id, "Was she in school?"});
}
Draft answered(std::string_view name, std::string_view contact, std::vector<KeptFile> files) {
    const auto id = contact_named(contact);
    return draft(name, {id.uuid},
                 ReferrerAnswered{id, base::EntryId{entry_named("q")}, "Yes", std::move(files)});
}
Draft told(std::string_view name, std::string_view contact) {
    const auto id = contact_named(contact);
    return draft(name, {id.uuid},
                 ReferrerTold{id, contact_day, ToldBy::telephone, "Non Gruffudd", "Help begins"});
}
Draft from_school(std::string_view name, std::string_view contact) {
    ContactReceived body;
    body.contact = contact_named(contact);
    body.on = contact_day;
    body.source = ContactSource::school;
    body.children.resize(1);
    return draft(name, {body.contact.uuid}, body);
}
KeptFile file(std::string name, std::string_view bytes) {
    return {std::move(name), "text/plain", static_cast<int>(bytes.size()),
            to_hex(digest_of_file(bytes))};
}
std::vector<Uuid> to_tell(const Reading& reading) {
    std::vector<Uuid> contacts;
    for (const auto& row : reading.referrers_to_tell(10)) {
        contacts.push_back(row.contact);
    }
    return contacts;
}
Uuid contact_id(std::string_view name) { return contact_named(name).uuid; }

TEST_P(ReferralsKept, a_file_is_there_as_it_was_and_once) {
    const std::string bytes{"%PDF-1.7\n\0\xff", 11};
    const auto digest = keep(bytes);
    EXPECT_EQ(digest, digest_of_file(bytes));
    EXPECT_EQ(keep(bytes), digest);
    EXPECT_EQ(kept(digest), bytes);
    EXPECT_EQ(kept(digest_of_file("another")), std::nullopt);
    EXPECT_EQ(kept(keep("")), "");
}

TEST_P(ReferralsKept, a_file_of_a_dropped_transaction_is_not_there) {
    EXPECT_EQ(kept(keep("dropped", Keep::no)), std::nullopt);
}

TEST_P(ReferralsKept, a_rebuild_leaves_files_where_they_are) {
    const auto digest = keep("stays");
    ASSERT_TRUE(store().rebuild().ok());
    EXPECT_EQ(kept(digest), "stays");
}

TEST_P(ReferralsKept, a_file_an_entry_carries_and_nobody_kept_is_found_missing) {
    keep("there");
    add({came_in("r", "c", {"Leo"}), sent("s", "c", {file("there.txt", "there")}),
         answered("a", "c", {file("gone.txt", "gone")})});
    const auto found = faults();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].file.name, "gone.txt");
    EXPECT_EQ(found[0].why, FileFault::Why::missing);
    EXPECT_EQ(found[0].seq, 3);
}

TEST_P(ReferralsKept, a_form_is_found_by_contact_and_by_reference_with_what_followed) {
    add({came_in("r", "c", {"Leo"}), sent("s", "c", {file("a.txt", "a")}), questioned("q", "c"),
         answered("a", "c", {file("b.txt", "b")})});
    const auto row = ask([](const Reading& r) { return r.referral(contact_id("c")); });
    ASSERT_TRUE(row);
    EXPECT_EQ(row->given, 12);
    EXPECT_EQ(row->asked, 17);
    EXPECT_EQ(row->files, 2);
    EXPECT_EQ(row->questions, 1);
    EXPECT_EQ(row->answers, 1);
    const auto called = ask([](const Reading& r) { return r.referrals_called("BCD-FGH-JKL"); });
    ASSERT_EQ(called.size(), 1U);
    EXPECT_EQ(called[0].contact, contact_id("c"));
    EXPECT_TRUE(ask([](const Reading& r) { return r.referrals_called("BCD"); }).empty());
    EXPECT_FALSE(ask([](const Reading& r) { return r.referral(contact_id("none")); }));
}

TEST_P(ReferralsKept, two_forms_with_one_reference_are_both_found) {
    add({came_in("r", "c", {"Leo"}), sent("s", "c"), came_in("r2", "d", {"Mia"}), sent("s2", "d")});
    EXPECT_EQ(ask([](const Reading& r) { return r.referrals_called("BCD-FGH-JKL"); }).size(), 2U);
}

TEST_P(ReferralsKept, a_professional_is_to_be_told_from_the_decision_until_told) {
    add({from_school("r", "c"), from_school("r2", "older"),
         decided("d", "c", ContactOutcome::advice),
         decided("d2", "older", ContactOutcome::advice, contact_day.plus_days(-2))});
    EXPECT_EQ(ask(to_tell), (std::vector{contact_id("older"), contact_id("c")}));
    EXPECT_EQ(ask([](const Reading& r) { return r.count_referrers_to_tell(); }), 2U);
    EXPECT_EQ(ask([](const Reading& r) { return r.referrers_to_tell(1); }).size(), 1U);
    const auto telling = told("t", "older");
    add({telling});
    EXPECT_EQ(ask(to_tell), (std::vector{contact_id("c")}));
    add({withdrawn("w", telling)});
    EXPECT_EQ(ask(to_tell).size(), 2U);
    add({withdrawn("w2", decided("d", "c", ContactOutcome::advice))});
    EXPECT_EQ(ask(to_tell), (std::vector{contact_id("older")}));
}

TEST_P(ReferralsKept, a_member_of_the_public_need_not_be_told) {
    add({came_in("r", "c", {"Leo"}), decided("d", "c", ContactOutcome::advice)});
    EXPECT_TRUE(ask(to_tell).empty());
}

TEST_P(ReferralsKept, a_withdrawn_contact_leaves_neither_row) {
    const auto received = from_school("r", "c");
    add({received, sent("s", "c"), decided("d", "c", ContactOutcome::advice),
         withdrawn("w", received)});
    EXPECT_FALSE(ask([](const Reading& r) { return r.referral(contact_id("c")); }));
    EXPECT_TRUE(ask(to_tell).empty());
}

TEST_P(ReferralsKept, a_rebuild_is_identical) {
    add({from_school("r", "c"), sent("s", "c", {file("a.txt", "a")}), questioned("q", "c"),
         answered("a", "c", {}), decided("d", "c", ContactOutcome::advice), from_school("r2", "d"),
         decided("d2", "d", ContactOutcome::advice), told("t", "d")});
    const auto dump = [](const Reading& r) { return r.dump_tables(); };
    const auto before = ask(dump);
    ASSERT_TRUE(store().rebuild().ok());
    EXPECT_EQ(ask(dump), before);
}

} // namespace
} // namespace gweld::made_up
