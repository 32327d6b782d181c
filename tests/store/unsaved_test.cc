// Every store keeps forms that were begun and not saved alike: beside the record, for their writer.
#include "every_store.h"

#include <gtest/gtest.h>

namespace gweld::made_up {
namespace {

UnsavedFormRow form(std::string_view writer, std::string key, std::string address,
                    std::int64_t kept_at) {
    return {someone(writer),
            std::move(key),
            std::move(address),
            "Record a visit",
            "account=She+said+no.",
            "tab",
            1,
            kept_at,
            std::nullopt};
}

class UnsavedForms : public testing::TestWithParam<std::string> {
  protected:
    void SetUp() override { store_ = empty_store(GetParam(), folder_); }
    template <class Question> auto ask(const Question& question) {
        return asked(*store_, question);
    }
    template <class Work> void write(const Work& work, Keep keep = Keep::yes) {
        ASSERT_TRUE(store_
                        ->write([&](Writing& tx) {
                            work(tx);
                            return keep;
                        })
                        .ok());
    }
    void keep(const UnsavedFormRow& row) {
        write([&](Writing& tx) { tx.put_unsaved_form(row); });
    }
    std::vector<std::string> keys_of(std::string_view writer) {
        std::vector<std::string> keys;
        for (const auto& row :
             ask([&](const Reading& r) { return r.unsaved_forms(someone(writer)); })) {
            keys.push_back(row.key);
        }
        return keys;
    }
    Store& store() { return *store_; }
    const Folder& folder() const { return folder_; }

  private:
    Folder folder_;
    std::unique_ptr<Store> store_;
};
using Keys = std::vector<std::string>;

TEST_P(UnsavedForms, are_read_as_they_were_kept_and_by_their_writer_alone) {
    auto one = form("Carys", "k1", "/child/1/visit", 20);
    one.thrown_at = 30;
    keep(one);
    const auto read = ask([](const Reading& r) { return r.unsaved_form(someone("Carys"), "k1"); });
    ASSERT_TRUE(read);
    EXPECT_EQ(read->address, one.address);
    EXPECT_EQ(read->heading, one.heading);
    EXPECT_EQ(read->fields, one.fields);
    EXPECT_EQ(read->tab, one.tab);
    EXPECT_EQ(read->begun_at, 1);
    EXPECT_EQ(read->kept_at, 20);
    EXPECT_EQ(read->thrown_at, 30);
    EXPECT_FALSE(ask([](const Reading& r) { return r.unsaved_form(someone("Mair"), "k1"); }));
    EXPECT_TRUE(keys_of("Mair").empty());
    EXPECT_TRUE(ask([](const Reading& r) {
                    return r.unsaved_forms_at(someone("Mair"), "/child/1/visit");
                }).empty());
}

TEST_P(UnsavedForms, come_with_the_last_kept_first_and_by_their_address) {
    keep(form("Carys", "k1", "/child/1/visit", 20));
    keep(form("Carys", "k2", "/child/2/visit", 40));
    keep(form("Carys", "k3", "/child/1/visit", 30));
    EXPECT_EQ(keys_of("Carys"), (Keys{"k2", "k3", "k1"}));
    const auto here = ask(
        [](const Reading& r) { return r.unsaved_forms_at(someone("Carys"), "/child/1/visit"); });
    ASSERT_EQ(here.size(), 2U);
    EXPECT_EQ(here.front().key, "k3");
}

TEST_P(UnsavedForms, one_key_is_one_form_of_one_writer) {
    keep(form("Carys", "k1", "/child/1/visit", 20));
    keep(form("Mair", "k1", "/child/1/visit", 21));
    auto later = form("Carys", "k1", "/child/1/visit", 25);
    later.fields = "account=She+said+yes.";
    keep(later);
    EXPECT_EQ(keys_of("Carys"), Keys{"k1"});
    EXPECT_EQ(ask([](const Reading& r) { return r.unsaved_form(someone("Carys"), "k1"); })->fields,
              later.fields);
    write([](Writing& tx) { tx.drop_unsaved_form(someone("Carys"), "k1"); });
    EXPECT_TRUE(keys_of("Carys").empty());
    EXPECT_EQ(keys_of("Mair"), Keys{"k1"});
}

TEST_P(UnsavedForms, go_when_they_are_too_old_or_were_thrown_away_long_ago) {
    keep(form("Carys", "old", "/a", 9));
    keep(form("Carys", "young", "/a", 10));
    auto thrown = form("Mair", "thrown", "/a", 50);
    thrown.thrown_at = 59;
    keep(thrown);
    thrown.key = "just thrown";
    thrown.thrown_at = 60;
    keep(thrown);
    write([](Writing& tx) { tx.drop_unsaved_forms_before(10, 60); });
    EXPECT_EQ(keys_of("Carys"), Keys{"young"});
    EXPECT_EQ(keys_of("Mair"), Keys{"just thrown"});
}

TEST_P(UnsavedForms, of_a_dropped_transaction_nothing_stays) {
    keep(form("Carys", "k1", "/a", 20));
    write(
        [](Writing& tx) {
            tx.put_unsaved_form(form("Carys", "k1", "/b", 30));
            tx.put_unsaved_form(form("Carys", "k2", "/a", 30));
            tx.drop_unsaved_form(someone("Carys"), "k1");
            tx.drop_unsaved_forms_before(1000, 1000);
        },
        Keep::no);
    EXPECT_EQ(keys_of("Carys"), Keys{"k1"});
    EXPECT_EQ(ask([](const Reading& r) { return r.unsaved_form(someone("Carys"), "k1"); })->address,
              "/a");
}

TEST_P(UnsavedForms, are_no_part_of_the_record) {
    append_each(store(), {person("e1", "Ffion", "Davies")});
    const auto before = ask([](const Reading& r) { return r.dump_tables(); });
    keep(form("Carys", "k1", "/a", 20));
    EXPECT_EQ(ask([](const Reading& r) { return r.head(); }), 1);
    EXPECT_EQ(ask([](const Reading& r) { return r.dump_tables(); }), before);
    ASSERT_TRUE(store().rebuild().ok());
    EXPECT_EQ(keys_of("Carys"), Keys{"k1"});
    EXPECT_EQ(ask([](const Reading& r) { return r.dump_tables(); }), before);
}

TEST_P(UnsavedForms, whether_a_key_was_recorded_is_known) {
    EXPECT_FALSE(ask([](const Reading& r) { return r.was_recorded("key"); }));
    append(store(), "key", {person("e1", "Ffion", "Davies")});
    EXPECT_TRUE(ask([](const Reading& r) { return r.was_recorded("key"); }));
}

INSTANTIATE_TEST_SUITE_P(Stores, UnsavedForms, testing::ValuesIn(sorts),
                         [](const auto& kind) { return kind.param; });

} // namespace
} // namespace gweld::made_up
