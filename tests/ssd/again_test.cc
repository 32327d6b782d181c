#include "folder.h"

#include "protection/history.h"
#include "record/codec.h"
#include "ssd/ids.h"

#include <algorithm>

namespace {

using namespace gweld;
using namespace gweld::ssd;
using namespace gweld::ssd::test;
using std::chrono::January;
using std::chrono::July;
using std::chrono::June;
using time::day;
using Keys = std::vector<std::string>;

// A small folder read once, to be changed and read again.
class Again : public testing::Test {
  protected:
    Again() {
        put_small(folder);
        EXPECT_EQ(import_into(*store, folder.path()).outcome, ImportOutcome::imported);
        first = entries_of(*store).size();
    }
    ImportReport again() { return import_into(*store, folder.path()); }
    // Entries since the first reading, without the one that says the extract was read.
    std::vector<record::Entry> added() const {
        auto entries = entries_of(*store);
        entries.erase(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(first));
        std::erase_if(entries, [](const auto& entry) { return entry.kind == "extract.read"; });
        return entries;
    }
    Keys kinds_added() const {
        Keys kinds;
        for (const auto& entry : added()) {
            kinds.push_back(entry.kind);
        }
        return kinds;
    }
    static base::Uuid child(std::string_view number) {
        return person_id("powys-test", number).uuid;
    }
    protection::History history(std::string_view number) const {
        protection::History found;
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& reading) {
                            found = protection::history_of({child(number)},
                                                           reading.about(child(number), 0), {});
                        })
                        .ok());
        return found;
    }
    record::AllocationRow allocation() const {
        record::AllocationRow row;
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& reading) {
                            const auto rows = reading.allocations_of(child("c1"));
                            ASSERT_EQ(rows.size(), 1U);
                            row = rows[0];
                        })
                        .ok());
        return row;
    }
    // Whatever was done, the tables say what the entries say.
    void TearDown() override {
        const auto before = tables_of(*store);
        EXPECT_TRUE(store->rebuild().ok());
        EXPECT_EQ(tables_of(*store), before);
        EXPECT_EQ(again().outcome, ImportOutcome::nothing_new);
    }

    Folder folder;
    std::unique_ptr<record::Store> store = empty_store();
    std::size_t first = 0;
};

TEST_F(Again, the_same_folder_changes_nothing) {
    const auto before = log_of(*store);
    const auto report = again();
    EXPECT_EQ(report.outcome, ImportOutcome::nothing_new);
    EXPECT_EQ(report.of(Table::cp_visits).plan.unchanged, 3);
    EXPECT_EQ(report.of(Table::person).plan.unchanged, 2);
    EXPECT_EQ(report.entries_recorded, 0);
    EXPECT_EQ(log_of(*store), before);
}

TEST_F(Again, the_good_folder_twice_changes_nothing) {
    const auto other = empty_store();
    import_into(*other, good_folder);
    const auto before = log_of(*other);
    EXPECT_EQ(import_into(*other, good_folder).outcome, ImportOutcome::nothing_new);
    EXPECT_EQ(log_of(*other), before);
}

TEST_F(Again, dates_written_another_way_are_no_news) {
    folder.change("ssd_cp_visits.csv", "v2,c1,2026-02-01,Y,Y,Y,home,2026-02-01T17:00:00",
                  "v2,c1,01/02/2026,yes,1,TRUE,Home,2026-02-01T17:00:00Z");
    EXPECT_EQ(again().outcome, ImportOutcome::nothing_new);
}

TEST_F(Again, a_changed_row_is_a_correcting_entry_with_its_reason) {
    folder.change("ssd_person.csv", "c2,Twm,Hopcyn,M,2018-07-09", "c2,Tomos,Hopcyn,M,2018-07-09");
    const auto report = again();
    EXPECT_EQ(report.of(Table::person).plan.changed, 1);
    EXPECT_EQ(report.of(Table::person).plan.unchanged, 1);
    const auto entries = added();
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].kind, "person.described");
    ASSERT_TRUE(entries[0].corrects);
    EXPECT_EQ(entries[0].reason, "SSD: ssd_person.csv, 2026-11-24");
    EXPECT_TRUE(store
                    ->read([](const record::Reading& reading) {
                        EXPECT_EQ(reading.person(child("c2"))->forename, "Tomos");
                        EXPECT_EQ(reading.people_named({"twm"}, 10).size(), 0U);
                    })
                    .ok());
}

TEST_F(Again, there_and_back_again_are_two_corrections) {
    folder.change("ssd_cp_visits.csv", "v2,c1,2026-02-01,Y,Y,Y", "v2,c1,2026-02-01,Y,N,Y");
    again();
    EXPECT_EQ(history("c1").visits[1].believed().alone, record::Answer::no);
    folder.change("ssd_cp_visits.csv", "v2,c1,2026-02-01,Y,N,Y", "v2,c1,2026-02-01,Y,Y,Y");
    again();
    EXPECT_EQ(kinds_added(), (Keys{"visit.made", "visit.made"}));
    EXPECT_EQ(history("c1").visits[1].versions.size(), 3U);
    EXPECT_EQ(history("c1").visits[1].believed().alone, record::Answer::yes);
}

TEST_F(Again, a_new_end_of_a_plan_is_a_removal) {
    folder.change("ssd_cp_plans.csv", "p1,c1,2026-01-10,,", "p1,c1,2026-01-10,2026-06-10,");
    const auto report = again();
    EXPECT_EQ(report.of(Table::cp_plans).plan.changed, 1);
    EXPECT_EQ(kinds_added(), Keys{"register.removed"});
    EXPECT_EQ(history("c1").registrations[0].end, day(10, June, 2026));
    EXPECT_FALSE(added()[0].corrects);

    folder.change("ssd_cp_plans.csv", "p1,c1,2026-01-10,2026-06-10,",
                  "p1,c1,2026-01-10,2026-07-10,");
    again();
    EXPECT_EQ(kinds_added(), (Keys{"register.removed", "register.removed"}));
    EXPECT_EQ(added()[1].corrects, added()[0].id);
    EXPECT_EQ(history("c1").registrations[0].end, day(10, July, 2026));

    folder.change("ssd_cp_plans.csv", "p1,c1,2026-01-10,2026-07-10,", "p1,c1,2026-01-10,,");
    again();
    EXPECT_EQ(kinds_added().back(), "entry.withdrawn");
    EXPECT_EQ(history("c1").registrations[0].end, std::nullopt);

    folder.change("ssd_cp_plans.csv", "p1,c1,2026-01-10,,", "p1,c1,2026-01-10,2026-06-10,");
    again();
    EXPECT_EQ(kinds_added().back(), "register.removed");
    EXPECT_EQ(history("c1").registrations[0].end, day(10, June, 2026));
}

TEST_F(Again, a_changed_start_keeps_the_removal) {
    folder.change("ssd_cp_plans.csv", "p1,c1,2026-01-10,,", "p1,c1,2026-01-10,2026-06-10,");
    again();
    folder.change("ssd_cp_plans.csv", "p1,c1,2026-01-10,2026-06-10,",
                  "p1,c1,2026-01-12,2026-06-10,");
    again();
    EXPECT_EQ(kinds_added(), (Keys{"register.removed", "register.placed"}));
    const auto registrations = history("c1").registrations;
    ASSERT_EQ(registrations.size(), 1U);
    EXPECT_EQ(registrations[0].start, day(12, January, 2026));
    EXPECT_EQ(registrations[0].end, day(10, June, 2026));
}

TEST_F(Again, a_plan_that_was_another_childs_leaves_the_first) {
    folder.change("ssd_cp_plans.csv", "p1,c1,2026-01-10,,Neglect,Neglect\n", "");
    folder.change("ssd_cp_plans.csv", "p2,c2,2026-01-10,,",
                  "p1,c2,2025-01-10,2025-03-10,,\np2,c2,2026-01-10,,");
    const auto report = again();
    EXPECT_EQ(report.of(Table::cp_plans).plan.changed, 1);
    EXPECT_EQ(kinds_added(), (Keys{"entry.withdrawn", "register.placed", "register.removed"}));
    EXPECT_TRUE(history("c1").registrations.empty());
    ASSERT_EQ(history("c2").registrations.size(), 2U);
    EXPECT_TRUE(history("c2").registrations[0].end);
}

TEST_F(Again, a_new_end_of_an_involvement_ends_the_allocation) {
    folder.change("ssd_involvements.csv", "2026-01-05,", "2026-01-05,2026-06-10");
    again();
    EXPECT_EQ(kinds_added(), Keys{"allocation.ended"});
    EXPECT_EQ(allocation().until_day, day(10, June, 2026).day_number());

    folder.change("ssd_involvements.csv", "2026-01-05,2026-06-10", "2026-01-05,2026-07-10");
    again();
    EXPECT_EQ(kinds_added(), (Keys{"allocation.ended", "allocation.ended"}));
    EXPECT_EQ(allocation().until_day, day(10, July, 2026).day_number());

    folder.change("ssd_involvements.csv", "2026-01-05,2026-07-10", "2026-01-05,");
    again();
    EXPECT_EQ(allocation().until_day, std::nullopt);

    folder.change("ssd_involvements.csv", "t1,2026-01-05,", "t2,2026-01-07,2026-02-02");
    again();
    EXPECT_EQ(kinds_added().back(), "allocation.made");
    EXPECT_EQ(allocation().from_day, day(7, January, 2026).day_number());
    EXPECT_EQ(allocation().until_day, day(2, std::chrono::February, 2026).day_number());
}

TEST_F(Again, an_ended_allocation_that_changes_altogether_says_its_end_itself) {
    folder.change("ssd_involvements.csv", "2026-01-05,", "2026-01-05,2026-06-10");
    again();
    folder.change("ssd_involvements.csv", "t1,2026-01-05,2026-06-10", "t2,2026-01-06,2026-06-11");
    again();
    EXPECT_EQ(kinds_added(), (Keys{"allocation.ended", "allocation.made", "entry.withdrawn"}));
    EXPECT_EQ(allocation().until_day, day(11, June, 2026).day_number());
}

TEST_F(Again, a_row_that_has_gone_is_reported_and_stays) {
    folder.change("ssd_cp_visits.csv", "v2,c1,2026-02-01,Y,Y,Y,home,2026-02-01T17:00:00\n", "");
    folder.change("ssd_address.csv", "a1,c1,", "a9,c1,");
    auto report = again();
    EXPECT_EQ(report.of(Table::cp_visits).plan.not_in_extract, 1);
    EXPECT_EQ(report.of(Table::cp_visits).plan.not_in_extract_keys, Keys{"v2"});
    EXPECT_EQ(report.of(Table::address).plan.not_in_extract_keys, Keys{"a1"});
    EXPECT_EQ(kinds_added(), Keys{"address.lived-at"});
    EXPECT_EQ(history("c1").visits.size(), 2U);
}

TEST_F(Again, a_table_that_has_gone_is_missing_and_not_its_rows) {
    std::filesystem::remove(folder.path() / "ssd_cp_visits.csv");
    const auto report = again();
    EXPECT_EQ(report.outcome, ImportOutcome::nothing_new);
    EXPECT_EQ(report.listing.missing, Keys{"ssd_cp_visits.csv"});
    EXPECT_EQ(report.of(Table::cp_visits).plan.not_in_extract, 0);
}

TEST_F(Again, a_child_whose_row_has_gone_stays_in_the_visit) {
    folder.change("ssd_cp_visits.csv", "v1,c1,2026-01-15,Y,Y,N,home,2026-01-16T09:00:00\n", "");
    auto report = again();
    EXPECT_EQ(report.outcome, ImportOutcome::nothing_new);
    EXPECT_EQ(report.of(Table::cp_visits).plan.not_in_extract_keys, Keys{"v1/c1"});
    EXPECT_EQ(history("c1").visits.size(), 2U);

    folder.change("ssd_cp_visits.csv", "v1,c2,2026-01-15,Y,N", "v1,c2,2026-01-15,Y,Y");
    report = again();
    EXPECT_EQ(kinds_added(), Keys{"visit.made"});
    EXPECT_EQ(history("c1").visits.size(), 2U);
    EXPECT_EQ(history("c2").visits[0].believed().alone, record::Answer::yes);
}

TEST_F(Again, a_child_whose_row_has_gone_keeps_the_day_when_the_others_move) {
    folder.change("ssd_cp_visits.csv", "v1,c1,2026-01-15,Y,Y,N,home,2026-01-16T09:00:00\n", "");
    folder.change("ssd_cp_visits.csv", "v1,c2,2026-01-15,", "v1,c2,2026-01-14,");
    again();
    EXPECT_EQ(history("c1").visits.size(), 2U);
    EXPECT_EQ(history("c1").visits[0].believed().on, day(15, January, 2026));
    EXPECT_EQ(history("c2").visits.size(), 1U);
    EXPECT_EQ(history("c2").visits[0].believed().on, day(14, January, 2026));
}

TEST_F(Again, a_visit_that_splits_and_joins_again_is_each_childs_once) {
    for (int i = 0; i < 2; ++i) {
        folder.change("ssd_cp_visits.csv", "v1,c2,2026-01-15,", "v1,c2,2026-01-14,");
        again();
        ASSERT_EQ(history("c1").visits.size(), 2U);
        ASSERT_EQ(history("c2").visits.size(), 1U);
        EXPECT_EQ(history("c1").visits[0].believed().on, day(15, January, 2026));
        EXPECT_EQ(history("c2").visits[0].believed().on, day(14, January, 2026));

        folder.change("ssd_cp_visits.csv", "v1,c2,2026-01-14,", "v1,c2,2026-01-15,");
        again();
        ASSERT_EQ(history("c1").visits.size(), 2U);
        ASSERT_EQ(history("c2").visits.size(), 1U);
        EXPECT_EQ(history("c2").visits[0].believed().on, day(15, January, 2026));
    }
}

TEST_F(Again, a_visit_that_moves_to_another_child_leaves_the_first) {
    folder.change("ssd_cp_visits.csv", "v2,c1,2026-02-01,", "v2,c2,2026-02-01,");
    const auto report = again();
    // The row of the first child has gone, so what it said stays: only a person can say it was a
    // mistake.
    EXPECT_EQ(report.of(Table::cp_visits).plan.not_in_extract_keys, Keys{"v2/c1"});
    EXPECT_EQ(history("c1").visits.size(), 2U);
    EXPECT_EQ(history("c2").visits.size(), 2U);
}

TEST_F(Again, what_was_put_right_by_hand_is_not_overruled) {
    const auto visits = entries_of_kind<record::VisitMade>(*store);
    record::Draft by_hand = visits.back();
    by_hand.id = base::uuid_of("test", "entry", "by hand");
    by_hand.corrects = visits.back().id;
    by_hand.reason = "It was the office.";
    by_hand.provenance.reset();
    auto made = record::body_of<record::VisitMade>(by_hand);
    made.place = record::Place::office;
    by_hand.body = record::encode(made);
    ASSERT_TRUE(store
                    ->write([&](record::Writing& writing) {
                        EXPECT_TRUE(std::holds_alternative<record::Appended>(
                            writing.append({"by hand", {}, {by_hand}})));
                        return record::Keep::yes;
                    })
                    .ok());
    ++first;
    EXPECT_EQ(again().outcome, ImportOutcome::nothing_new);
    folder.change("ssd_cp_visits.csv", "v2,c1,2026-02-01,Y,Y,Y", "v2,c1,2026-02-01,Y,N,Y");
    const auto report = again();
    EXPECT_EQ(report.outcome, ImportOutcome::nothing_new);
    EXPECT_EQ(report.of(Table::cp_visits).plan.kept_by_hand, 1);
    EXPECT_EQ(report.of(Table::cp_visits).plan.kept_by_hand_keys, Keys{"v2"});
    EXPECT_EQ(history("c1").visits[1].believed().place, record::Place::office);
}

TEST_F(Again, a_row_refused_the_second_time_is_not_missing_and_stays) {
    folder.change("ssd_cp_visits.csv", "v2,c1,2026-02-01,Y,Y", "v2,c1,2026-02-01,Y,maybe");
    const auto report = import_into(*store, folder.path(), BadRows::accept_valid);
    EXPECT_EQ(report.outcome, ImportOutcome::nothing_new);
    EXPECT_EQ(report.of(Table::cp_visits).plan.not_in_extract, 0);
    EXPECT_EQ(report.of(Table::cp_visits).refused, 1);
    EXPECT_EQ(history("c1").visits.size(), 2U);
    folder.change("ssd_cp_visits.csv", "v2,c1,2026-02-01,Y,maybe", "v2,c1,2026-02-01,Y,Y");
}

TEST_F(Again, numbers_with_slashes_do_not_run_into_each_other) {
    folder.change("ssd_cp_plans.csv", "p2,c2,2026-01-10,,", "p1/ended,c2,2026-01-10,2026-03-01,");
    again();
    folder.change("ssd_cp_plans.csv", "p1,c1,2026-01-10,,", "p1,c1,2026-01-10,2026-06-10,");
    again();
    EXPECT_EQ(history("c1").registrations[0].end, day(10, June, 2026));
    EXPECT_EQ(key_of("a/b", "c%"), "a%2Fb/c%25");
}

} // namespace
