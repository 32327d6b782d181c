// Every store reads the records of one person as one, and forgets it when it was not so.
#include "every_store.h"
#include "made_up.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace gweld::made_up {
namespace {

CivilDate of_november(unsigned day) { return time::day(day, std::chrono::November, 2026); }
base::PersonId who(std::string_view name) { return {someone(name)}; }

Draft merged(std::string_view name, std::string_view kept, std::string_view other) {
    return draft(name, {someone(kept), someone(other)},
                 PeopleMerged{who(kept), who(other), "the same date of birth and mother"});
}
Draft unmerged(std::string_view name, std::string_view merge, std::string_view kept,
               std::string_view other) {
    return draft(name, {someone(kept), someone(other)},
                 PeopleUnmerged{base::EntryId{entry_named(merge)}, "they are cousins"});
}

// Mair was recorded twice, the second time as Mari, who was placed on the register and visited.
class Merges : public testing::TestWithParam<std::string> {
  protected:
    void SetUp() override {
        store_ = empty_store(GetParam(), folder_);
        append_each(store(),
                    {person("mair", "Mair", "Lloyd"), person("mari", "Mari", "Lloyd"),
                     person("gwilym", "Gwilym", "Lloyd"), visit("before", {"Mair"}),
                     placed("placed", "Mari", of_november(3)), visit("both", {"Mari", "Gwilym"})});
    }
    Store& store() { return *store_; }
    template <class Question> auto ask(const Question& question) {
        return asked(*store_, question);
    }
    std::vector<std::string> about(std::string_view name) {
        std::vector<std::string> names;
        for (const auto& entry : ask([&](const Reading& r) { return r.about(someone(name), 0); })) {
            names.push_back(known_as(entry.id));
        }
        return names;
    }
    // By whom it was written about, whoever they are now.
    std::vector<Uuid> written_about(std::string_view entry) {
        return ask([&](const Reading& r) { return r.as_recorded().entry(entry_named(entry)); })
            ->about;
    }
    static std::string known_as(Uuid id) {
        for (const auto* name : {"mair", "mari", "gwilym", "before", "placed", "both", "merge",
                                 "undo", "later", "removed", "again", "corrected"}) {
            if (entry_named(name) == id) {
                return name;
            }
        }
        return "?";
    }
    std::int64_t version_of(std::string_view name) {
        return ask([&](const Reading& r) { return r.version_of(someone(name)); });
    }
    std::string dump() {
        return ask([](const Reading& r) { return r.dump_tables(); });
    }

  private:
    Folder folder_;
    std::unique_ptr<Store> store_;
};

INSTANTIATE_TEST_SUITE_P(Stores, Merges, testing::ValuesIn(sorts),
                         [](const auto& which) { return which.param; });

using Names = std::vector<std::string>;

TEST_P(Merges, one_ordered_log_under_either_id) {
    append_each(store(), {merged("merge", "Mair", "Mari")});
    const Names all{"mair", "mari", "before", "placed", "both", "merge"};
    EXPECT_EQ(about("Mair"), all);
    EXPECT_EQ(about("Mari"), all);
    EXPECT_EQ(version_of("Mair"), version_of("Mari"));
    EXPECT_EQ(ask([](const Reading& r) { return r.kept_for(someone("Mari")); }), someone("Mair"));
}

TEST_P(Merges, entries_name_the_kept_one_in_the_body_too_and_are_not_rewritten) {
    append_each(store(), {merged("merge", "Mair", "Mari")});
    const auto read = ask([](const Reading& r) { return *r.entry(entry_named("both")); });
    EXPECT_EQ(body_of<VisitMade>(read).children.at(0).child, who("Mair"));
    EXPECT_EQ(body_of<VisitMade>(read).children.at(1).child, who("Gwilym"));
    EXPECT_EQ(read.about, (std::vector<Uuid>{someone("Mair"), someone("Gwilym")}));
    EXPECT_EQ(written_about("both"), (std::vector<Uuid>{someone("Mari"), someone("Gwilym")}));
    // What says who was merged still says it.
    const auto merge = ask([](const Reading& r) { return *r.entry(entry_named("merge")); });
    EXPECT_EQ(body_of<PeopleMerged>(merge).other, who("Mari"));
}

TEST_P(Merges, rows_come_under_the_kept_one_and_once) {
    append_each(store(), {merged("merge", "Mair", "Mari")});
    const auto stays = ask([](const Reading& r) {
        return r.registrations_between(of_november(3).day_number(), of_november(4).day_number());
    });
    ASSERT_EQ(stays.size(), 1U);
    EXPECT_EQ(stays[0].child, someone("Mair"));
    EXPECT_EQ(ask([](const Reading& r) { return r.registrations_of(someone("Mair")); }).size(), 1U);
    for (const auto* typed : {"mair", "mari"}) {
        const auto found = ask([&](const Reading& r) { return r.people_named({typed}, 9); });
        ASSERT_EQ(found.size(), 1U) << typed;
        EXPECT_EQ(found[0].forename, "Mair");
        EXPECT_EQ(found[0].person, someone("Mair"));
    }
    EXPECT_EQ(ask([](const Reading& r) { return r.people_named({"lloyd"}, 9); }).size(), 2U);
    EXPECT_EQ(ask([](const Reading& r) { return r.people_numbered("N-Mari"); }).at(0).number,
              "N-Mair");
}

TEST_P(Merges, what_the_kept_record_leaves_open_the_other_fills_in) {
    PersonDescribed unborn;
    unborn.number = "N-Baby";
    unborn.surname = "Lloyd";
    unborn.expected = of_november(20);
    append_each(store(), {draft("baby", {someone("Baby")}, unborn), merged("m", "Baby", "Mari")});
    const auto row = ask([](const Reading& r) { return *r.person(someone("Mari")); });
    EXPECT_EQ(row.number, "N-Baby");
    EXPECT_EQ(row.forename, "Mari");
    EXPECT_TRUE(row.born);
    EXPECT_EQ(row.expected, of_november(20).day_number());
}

TEST_P(Merges, what_comes_later_is_about_the_kept_one) {
    append_each(store(), {merged("merge", "Mair", "Mari"), visit("later", {"Mari"})});
    EXPECT_EQ(written_about("later"), std::vector<Uuid>{someone("Mair")});
    append_each(store(), {unmerged("undo", "merge", "Mair", "Mari")});
    EXPECT_EQ(about("Mair"), (Names{"mair", "before", "merge", "later", "undo"}));
    EXPECT_EQ(about("Mari"), (Names{"mari", "placed", "both", "merge", "undo"}));
}

TEST_P(Merges, what_continues_an_entry_of_the_other_goes_with_it) {
    append_each(store(), {merged("merge", "Mair", "Mari"),
                          removed("removed", "Mair", "placed", of_november(20)),
                          visit("corrected", {"Mair", "Gwilym"}, "both")});
    EXPECT_EQ(
        ask([](const Reading& r) { return r.registrations_of(someone("Mair")); }).at(0).end_day,
        of_november(20).day_number());
    EXPECT_EQ(written_about("removed"), std::vector<Uuid>{someone("Mari")});
    EXPECT_EQ(written_about("corrected"), (std::vector<Uuid>{someone("Mari"), someone("Gwilym")}));
    append_each(store(), {unmerged("undo", "merge", "Mair", "Mari")});
    const auto read = ask([](const Reading& r) { return *r.entry(entry_named("corrected")); });
    EXPECT_EQ(body_of<VisitMade>(read).children.at(0).child, who("Mari"));
    EXPECT_TRUE(ask([](const Reading& r) { return r.registrations_of(someone("Mair")); }).empty());
    EXPECT_EQ(about("Mari"),
              (Names{"mari", "placed", "both", "merge", "removed", "corrected", "undo"}));
}

TEST_P(Merges, an_imported_entry_stays_with_whom_its_source_names) {
    append_each(store(), {merged("merge", "Mair", "Mari")});
    auto imported = visit("later", {"Mari"});
    imported.provenance = Provenance{"ssd", "ssd_cp_visits.csv", "V1", "f", std::nullopt};
    append_each(store(), {imported});
    EXPECT_EQ(written_about("later"), std::vector<Uuid>{someone("Mari")});
    EXPECT_EQ(about("Mair").back(), "later");
}

TEST_P(Merges, a_form_opened_before_the_merge_is_told_what_changed) {
    const auto mari = version_of("Mari");
    const auto mair = version_of("Mair");
    append_each(store(), {merged("merge", "Mair", "Mari")});
    for (const auto& seen :
         {SeenVersion{someone("Mari"), mari}, SeenVersion{someone("Mair"), mair}}) {
        const auto result = append(store(), "key", {visit("later", {"Mari"})}, {seen});
        ASSERT_TRUE(std::holds_alternative<ChangedMeanwhile>(result));
        EXPECT_EQ(std::get<ChangedMeanwhile>(result).subjects.at(0), seen.subject);
    }
    const SeenVersion now{someone("Mari"), version_of("Mari")};
    EXPECT_TRUE(std::holds_alternative<Appended>(
        append(store(), "key", {visit("later", {"Mari"})}, {now})));
    EXPECT_TRUE(std::holds_alternative<AlreadyRecorded>(
        append(store(), "key", {visit("later", {"Mari"})}, {now})));
}

TEST_P(Merges, taken_back_the_tables_are_as_though_it_had_not_been) {
    const auto before = dump();
    append_each(store(), {merged("merge", "Mair", "Mari")});
    EXPECT_NE(dump(), before);
    append_each(store(), {unmerged("undo", "merge", "Mair", "Mari")});
    EXPECT_EQ(dump(), before);
    append_each(store(), {merged("again", "Mari", "Mair")});
    EXPECT_EQ(ask([](const Reading& r) { return r.kept_for(someone("Mair")); }), someone("Mari"));
}

TEST_P(Merges, a_rebuild_is_identical) {
    append_each(store(),
                {merged("merge", "Mair", "Mari"),
                 removed("removed", "Mair", "placed", of_november(20)), visit("later", {"Mair"})});
    const auto before = dump();
    ASSERT_TRUE(store().rebuild().ok());
    EXPECT_EQ(dump(), before);
}

TEST_P(Merges, one_visit_to_both_is_one_visit) {
    append_each(store(), {visit("later", {"Mair", "Mari"}), merged("merge", "Mair", "Mari")});
    const auto entries = ask([](const Reading& r) { return r.about(someone("Mair"), 0); });
    EXPECT_EQ(std::ranges::count(entries, entry_named("later"), &Entry::id), 1);
    EXPECT_EQ(entries.at(entries.size() - 2).about, std::vector<Uuid>{someone("Mair")});
}

TEST_P(Merges, looks_are_of_the_kept_one_and_those_before_are_not_lost) {
    const auto look = [&](std::string_view name, int minute) {
        ASSERT_TRUE(store()
                        .write([&](Writing& tx) {
                            tx.log_look(look_at(name, minute));
                            return Keep::yes;
                        })
                        .ok());
    };
    look("Mari", 1);
    append_each(store(), {merged("merge", "Mair", "Mari")});
    look("Mari", 2);
    const auto looks = ask([](const Reading& r) { return r.looks_at(someone("Mair"), 9); });
    ASSERT_EQ(looks.size(), 2U);
    EXPECT_EQ(looks[0].subject, someone("Mair"));
    EXPECT_EQ(looks[1].subject, someone("Mari"));
}

} // namespace
} // namespace gweld::made_up
