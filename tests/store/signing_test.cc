// Every store keeps the ledger of signatures alike.
#include "every_store.h"

#include "record/signing.h"

#include <gtest/gtest.h>

namespace gweld::made_up {
namespace {

class SigningKept : public testing::TestWithParam<std::string> {
  protected:
    void SetUp() override { store_ = empty_store(GetParam(), folder_); }
    template <class Question> auto ask(const Question& question) {
        return asked(*store_, question);
    }
    void add(const std::vector<Draft>& drafts) { append_each(*store_, drafts); }
    std::vector<Uuid> waiting() {
        std::vector<Uuid> ids;
        for (const auto& row : ask([](const Reading& r) { return r.signings_waiting(); })) {
            ids.push_back(row.entry);
        }
        return ids;
    }
    std::optional<SigningRow> row_of(const Draft& entry) {
        return ask([&](const Reading& r) { return r.signing(entry.id); });
    }
    Store& store() { return *store_; }

  private:
    Folder folder_;
    std::unique_ptr<Store> store_;
};

INSTANTIATE_TEST_SUITE_P(Stores, SigningKept, testing::ValuesIn(sorts),
                         [](const auto& which) { return which.param; });

const auto day = time::day(2, std::chrono::November, 2026);

template <class Kind> Draft under(std::string_view name, const Draft& entry, std::string content) {
    auto about = entry.about;
    about.push_back(entry.id);
    return draft(name, about, Kind{base::EntryId{entry.id}, std::move(content), "words"});
}
Draft signature(std::string_view name, const Draft& entry) {
    return under<Signed>(name, entry, content_digest(entry));
}
Draft given_back(std::string_view name, const Draft& entry) {
    return under<ReturnedForRework>(name, entry, content_digest(entry));
}

TEST_P(SigningKept, what_asks_for_a_signature_waits_until_it_is_signed) {
    const auto held = discussion("d", {"Mair"}, day);
    add({held, placed("p", "Mair", day)});
    ASSERT_EQ(waiting(), std::vector{held.id});
    const auto row = row_of(held);
    EXPECT_EQ(row->decision, "strategy-discussion.held");
    EXPECT_EQ(row->asked_of, "team_manager");
    EXPECT_EQ(row->author, someone("Carys"));
    EXPECT_EQ(row->team, "Tîm y Dyffryn");
    add({signature("s", held)});
    EXPECT_TRUE(waiting().empty());
    EXPECT_EQ(row_of(held)->state, "signed");
    EXPECT_EQ(row_of(held)->settled_by, "Carys Prydderch");
}

TEST_P(SigningKept, a_correction_is_not_covered_and_asks_again) {
    const auto held = discussion("d", {"Mair"}, day);
    const auto better = discussion("d2", {"Mair"}, day.next_day(), Came::attended, "d");
    add({held, signature("s", held), better});
    EXPECT_EQ(waiting(), std::vector{better.id});
    EXPECT_FALSE(row_of(held));
    // A signature under the version before does not reach the new one.
    add({signature("late", held)});
    EXPECT_EQ(waiting(), std::vector{better.id});
}

TEST_P(SigningKept, a_signature_under_other_words_does_not_count) {
    const auto held = discussion("d", {"Mair"}, day);
    add({held, under<Signed>("s", held, std::string(64, '0'))});
    EXPECT_EQ(waiting(), std::vector{held.id});
}

TEST_P(SigningKept, what_was_returned_waits_for_its_author) {
    const auto held = discussion("d", {"Mair"}, day);
    add({held, given_back("r", held)});
    EXPECT_TRUE(waiting().empty());
    const auto hers = [](const Reading& r) { return r.signings_returned_to(someone("Carys")); };
    ASSERT_EQ(ask(hers).size(), 1U);
    EXPECT_EQ(ask(hers)[0].entry, held.id);
    const auto better = discussion("d2", {"Mair"}, day, Came::attended, "d");
    add({better});
    EXPECT_TRUE(ask(hers).empty());
    EXPECT_EQ(waiting(), std::vector{better.id});
}

TEST_P(SigningKept, a_signature_taken_back_leaves_it_waiting) {
    const auto held = discussion("d", {"Mair"}, day);
    const auto signed_ = signature("s", held);
    add({held, signed_, withdrawn("w", signed_)});
    EXPECT_EQ(waiting(), std::vector{held.id});
}

TEST_P(SigningKept, what_is_withdrawn_or_was_imported_asks_for_nothing) {
    const auto held = discussion("d", {"Mair"}, day);
    auto imported = discussion("i", {"Non"}, day);
    imported.provenance = Provenance{"ssd", "file.csv", "1", "f", std::nullopt};
    add({held, withdrawn("w", held), imported});
    EXPECT_TRUE(waiting().empty());
}

TEST_P(SigningKept, only_a_contact_closed_with_nothing_done_asks) {
    const ContactId contact{someone("contact")};
    const auto decide = [&](std::string_view name, ContactOutcome outcome) {
        ContactDecided body;
        body.contact = contact;
        body.outcome = outcome;
        return draft(name, {contact.uuid}, body);
    };
    const auto nothing = decide("nothing", ContactOutcome::no_further_action);
    add({decide("advice", ContactOutcome::advice), nothing});
    EXPECT_EQ(waiting(), std::vector{nothing.id});
}

TEST_P(SigningKept, a_team_sees_its_own_oldest_first) {
    auto first = discussion("a", {"Mair"}, day);
    auto second = discussion("b", {"Non"}, day);
    auto elsewhere = discussion("c", {"Leo"}, day);
    first.recorded_at = moment(9);
    second.recorded_at = moment(3);
    elsewhere.recorded_by.team = "Tîm y Môr";
    add({first, second, elsewhere});
    const auto rows = ask([](const Reading& r) { return r.signings_waiting_in("Tîm y Dyffryn"); });
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].entry, second.id);
    EXPECT_EQ(rows[1].entry, first.id);
    EXPECT_TRUE(ask([](const Reading& r) { return r.signings_waiting_in("nowhere"); }).empty());
}

TEST_P(SigningKept, a_rebuild_is_identical) {
    const auto held = discussion("d", {"Mair"}, day);
    const auto better = discussion("d2", {"Mair"}, day, Came::attended, "d");
    const auto other = discussion("o", {"Non"}, day);
    const auto signed_ = signature("s2", other);
    add({held, given_back("r", held), better, signature("s", better), other, signed_,
         withdrawn("w", signed_)});
    const auto dump = [](const Reading& r) { return r.dump_tables(); };
    const auto before = ask(dump);
    ASSERT_TRUE(store().rebuild().ok());
    EXPECT_EQ(ask(dump), before);
}

} // namespace
} // namespace gweld::made_up
