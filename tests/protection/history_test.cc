// What entries make of a child's history: corrections, withdrawals, what was known when.
#include "story.h"

#include "record/codec.h"

#include <gtest/gtest.h>

namespace gweld::story::history {
namespace {

using record::Entry;

base::Uuid numbered(std::uint8_t n) {
    base::Uuid id;
    id.bytes[0] = 9;
    id.bytes[15] = n;
    return id;
}
const base::PersonId mair{numbered(1)};
const base::PersonId owen{numbered(2)};

// Entries in the order they are written down.
class Record {
  public:
    template <class Kind>
    base::Uuid add(const Kind& body, std::string_view recorded, std::string_view effective,
                   std::optional<base::Uuid> corrects = {}) {
        Entry entry;
        entry.id = numbered(static_cast<std::uint8_t>(100 + entries.size()));
        entry.kind = record::Named<Kind>::name;
        entry.about = {mair.uuid, owen.uuid};
        entry.effective = on(effective);
        entry.recorded_at = at(recorded);
        entry.corrects = corrects;
        entry.reason = corrects ? "put right" : "";
        entry.body = record::encode(body);
        entries.push_back(entry);
        return entry.id;
    }
    void came_from_an_extract(std::optional<Instant> recorded_there) {
        entries.back().provenance =
            record::Provenance{"ssd", "ssd_cp_visits.csv", "17", "f", recorded_there};
    }
    History of(base::PersonId child, std::optional<Instant> known_at = {}) const {
        return protection::history_of(child, entries, known_at);
    }
    std::vector<Entry> entries;
};

record::VisitMade visit_to(std::vector<base::PersonId> children, std::string_view day,
                           Answer alone = Answer::yes) {
    record::VisitMade made;
    made.on = on(day);
    made.place = Place::home;
    for (const auto child : children) {
        made.children.push_back({child, Answer::yes, alone, Answer::not_recorded, {}, {}});
    }
    return made;
}
record::PlacedOnRegister placed(std::string_view day) {
    return {on(day), {record::Category::neglect}, "CP1"};
}

TEST(HistoryOf, a_visit_to_a_family_is_in_each_childs_history_with_their_own_part) {
    Record record;
    auto made = visit_to({mair, owen}, "2026-11-10");
    made.children[1].alone = Answer::no;
    record.add(made, "2026-11-10T18:00:00Z", "2026-11-10");
    EXPECT_EQ(record.of(mair).visits.at(0).believed().alone, Answer::yes);
    EXPECT_EQ(record.of(owen).visits.at(0).believed().alone, Answer::no);
    EXPECT_TRUE(record.of(base::PersonId{numbered(3)}).visits.empty());
}

TEST(HistoryOf, a_correction_is_a_further_version_and_the_last_is_believed) {
    Record record;
    const auto first = record.add(visit_to({mair}, "2026-11-10", Answer::no),
                                  "2026-11-10T18:00:00Z", "2026-11-10");
    const auto second =
        record.add(visit_to({mair}, "2026-11-10"), "2026-11-12T09:00:00Z", "2026-11-10", first);
    record.add(visit_to({mair}, "2026-11-09"), "2026-11-13T09:00:00Z", "2026-11-09", second);
    const auto history = record.of(mair);
    ASSERT_EQ(history.visits.size(), 1U);
    ASSERT_EQ(history.visits[0].versions.size(), 3U);
    EXPECT_EQ(history.visits[0].believed().on, on("2026-11-09"));
    EXPECT_EQ(history.visits[0].versions[0].entry.uuid, first);
    EXPECT_EQ(history.visits[0].versions[1].recorded, at("2026-11-12T09:00:00Z"));
}

TEST(HistoryOf, answers_what_was_known_at_a_moment) {
    Record record;
    const auto first = record.add(visit_to({mair}, "2026-11-10", Answer::no),
                                  "2026-11-10T18:00:00Z", "2026-11-10");
    record.add(visit_to({mair}, "2026-11-10"), "2026-11-12T09:00:00Z", "2026-11-10", first);
    EXPECT_TRUE(record.of(mair, at("2026-11-10T17:59:59Z")).visits.empty());
    EXPECT_EQ(record.of(mair, at("2026-11-10T18:00:00Z")).visits.at(0).believed().alone,
              Answer::no);
    EXPECT_EQ(record.of(mair, at("2026-11-12T09:00:00Z")).visits.at(0).believed().alone,
              Answer::yes);
}

TEST(HistoryOf, a_child_taken_out_of_a_visit_by_a_correction_was_not_visited) {
    Record record;
    const auto first =
        record.add(visit_to({mair, owen}, "2026-11-10"), "2026-11-10T18:00:00Z", "2026-11-10");
    record.add(visit_to({mair}, "2026-11-10"), "2026-11-11T18:00:00Z", "2026-11-10", first);
    EXPECT_TRUE(record.of(owen).visits.empty());
    EXPECT_EQ(record.of(mair).visits.at(0).versions.size(), 2U);
}

TEST(HistoryOf, a_child_brought_into_a_visit_by_a_correction_begins_there) {
    Record record;
    const auto first =
        record.add(visit_to({owen, mair}, "2026-11-10"), "2026-11-10T18:00:00Z", "2026-11-10");
    const auto second =
        record.add(visit_to({mair}, "2026-11-10"), "2026-11-11T18:00:00Z", "2026-11-10", first);
    record.add(visit_to({mair, owen}, "2026-11-10"), "2026-11-12T18:00:00Z", "2026-11-10", second);
    const auto owens = record.of(owen);
    ASSERT_EQ(owens.visits.at(0).versions.size(), 1U);
    EXPECT_EQ(owens.visits[0].believed().recorded, at("2026-11-12T18:00:00Z"));
}

TEST(HistoryOf, withdrawn_entries_are_gone_with_all_their_versions) {
    Record record;
    const auto first =
        record.add(visit_to({mair}, "2026-11-10"), "2026-11-10T18:00:00Z", "2026-11-10");
    const auto second =
        record.add(visit_to({mair}, "2026-11-11"), "2026-11-11T18:00:00Z", "2026-11-11", first);
    const auto withdrawal = record.add(record::Withdrawn{"another child's"}, "2026-11-12T18:00:00Z",
                                       "2026-11-11", second);
    EXPECT_TRUE(record.of(mair).visits.empty());
    EXPECT_EQ(record.of(mair, at("2026-11-12T17:00:00Z")).visits.size(), 1U);
    record.add(record::Withdrawn{"it was this child's"}, "2026-11-13T18:00:00Z", "2026-11-11",
               withdrawal);
    EXPECT_EQ(record.of(mair).visits.size(), 1U);
}

TEST(HistoryOf, visits_are_by_day_then_by_first_recording) {
    Record record;
    record.add(visit_to({mair}, "2026-11-10"), "2026-11-20T18:00:00Z", "2026-11-10");
    record.add(visit_to({mair}, "2026-11-08"), "2026-11-21T18:00:00Z", "2026-11-08");
    record.add(visit_to({mair}, "2026-11-10"), "2026-11-12T18:00:00Z", "2026-11-10");
    const auto visits = record.of(mair).visits;
    ASSERT_EQ(visits.size(), 3U);
    EXPECT_EQ(visits[0].believed().on, on("2026-11-08"));
    EXPECT_EQ(visits[1].believed().recorded, at("2026-11-12T18:00:00Z"));
}

TEST(HistoryOf, an_imported_visit_was_recorded_when_its_source_says_or_nobody_knows) {
    Record record;
    record.add(visit_to({mair}, "2026-11-10"), "2026-12-01T18:00:00Z", "2026-11-10");
    record.came_from_an_extract(std::nullopt);
    record.add(visit_to({mair}, "2026-11-11"), "2026-12-01T18:00:00Z", "2026-11-11");
    record.came_from_an_extract(at("2026-11-12T10:00:00Z"));
    const auto visits = record.of(mair).visits;
    EXPECT_EQ(visits.at(0).believed().recorded, std::nullopt);
    EXPECT_EQ(visits.at(1).believed().recorded, at("2026-11-12T10:00:00Z"));
    EXPECT_FALSE(record.of(mair).imported) << "only a registration makes it so";
    EXPECT_EQ(record.of(mair, at("2026-11-11T10:00:00Z")).visits.size(), 1U);
}

// ---- the register ------------------------------------------------------------------------------
TEST(HistoryOf, a_registration_runs_to_its_removal) {
    Record record;
    const auto place = record.add(placed("2026-01-12"), "2026-01-12T18:00:00Z", "2026-01-12");
    record.add(record::RemovedFromRegister{base::EntryId{place}, on("2026-06-01"),
                                           record::GroundForRemoval::decided_at_review_conference},
               "2026-06-01T18:00:00Z", "2026-06-01");
    const auto registration = record.of(mair).registrations.at(0);
    EXPECT_EQ(registration.start, on("2026-01-12"));
    EXPECT_EQ(registration.end, on("2026-06-01"));
    EXPECT_EQ(registration.ground, record::GroundForRemoval::decided_at_review_conference);
    EXPECT_EQ(registration.plan_number, "CP1");
    EXPECT_FALSE(registration.imported);
    EXPECT_EQ(record.of(mair, at("2026-05-01T00:00:00Z")).registrations.at(0).end, std::nullopt);
}

TEST(HistoryOf, a_removal_stays_when_the_placing_is_put_right_and_goes_when_withdrawn) {
    Record record;
    const auto place = record.add(placed("2026-01-12"), "2026-01-12T18:00:00Z", "2026-01-12");
    const auto removal =
        record.add(record::RemovedFromRegister{base::EntryId{place}, on("2026-06-01"), {}},
                   "2026-06-01T18:00:00Z", "2026-06-01");
    const auto righted =
        record.add(placed("2026-01-13"), "2026-06-02T18:00:00Z", "2026-01-13", place);
    auto registration = record.of(mair).registrations.at(0);
    EXPECT_EQ(registration.start, on("2026-01-13"));
    EXPECT_EQ(registration.end, on("2026-06-01"));
    EXPECT_EQ(registration.entry.uuid, righted);
    record.add(record::Withdrawn{"not removed"}, "2026-06-03T18:00:00Z", "2026-06-01", removal);
    registration = record.of(mair).registrations.at(0);
    EXPECT_EQ(registration.end, std::nullopt);
    EXPECT_EQ(registration.ground, record::GroundForRemoval::not_given_by_source);
}

TEST(HistoryOf, the_categories_are_those_last_changed_to) {
    Record record;
    const auto place = record.add(placed("2026-01-12"), "2026-01-12T18:00:00Z", "2026-01-12");
    record.add(record::CategoryChanged{base::EntryId{place}, {record::Category::physical_abuse}},
               "2026-04-12T18:00:00Z", "2026-04-12");
    record.add(placed("2026-01-12"), "2026-05-12T18:00:00Z", "2026-01-12", place);
    EXPECT_EQ(record.of(mair).registrations.at(0).categories,
              std::vector{record::Category::physical_abuse});
}

TEST(HistoryOf, an_imported_registration_says_so) {
    Record record;
    record.add(placed("2026-01-12"), "2026-06-12T18:00:00Z", "2026-01-12");
    record.came_from_an_extract(std::nullopt);
    EXPECT_TRUE(record.of(mair).imported);
    EXPECT_TRUE(record.of(mair).registrations.at(0).imported);
}

TEST(HistoryOf, entries_that_say_nothing_of_protection_are_passed_over) {
    Record record;
    record.add(record::PersonDescribed{}, "2026-01-12T18:00:00Z", "2026-01-12");
    record.add(record::VisitAttempted{}, "2026-01-12T18:00:00Z", "2026-01-12");
    const auto history = record.of(mair);
    EXPECT_TRUE(history.visits.empty());
    EXPECT_EQ(history.child, mair);
}

// ---- meetings ----------------------------------------------------------------------------------
TEST(HistoryOf, a_meeting_counts_as_recorded_when_its_date_was_first_right) {
    Record record;
    using record::ConferenceHeld;
    using record::ConferenceType;
    const auto first = record.add(ConferenceHeld{ConferenceType::review, on("2026-04-10")},
                                  "2026-04-10T18:00:00Z", "2026-04-10");
    const auto second = record.add(ConferenceHeld{ConferenceType::review, on("2026-04-09")},
                                   "2026-04-11T18:00:00Z", "2026-04-09", first);
    record.add(ConferenceHeld{ConferenceType::review, on("2026-04-09")}, "2026-04-20T18:00:00Z",
               "2026-04-09", second);
    record.add(record::CoreGroupMet{on("2026-04-20")}, "2026-04-20T18:00:00Z", "2026-04-20");
    const auto history = record.of(mair);
    ASSERT_EQ(history.conferences.size(), 1U);
    EXPECT_EQ(history.conferences[0].on, on("2026-04-09"));
    EXPECT_EQ(history.conferences[0].recorded, at("2026-04-11T18:00:00Z"));
    EXPECT_EQ(history.conferences[0].conference, ConferenceType::review);
    EXPECT_EQ(history.core_groups.at(0).conference, std::nullopt);
}

// ---- stubs -------------------------------------------------------------------------------------
record::VisitMade stub_for(std::vector<base::PersonId> children) {
    auto made = visit_to(std::move(children), "2026-07-20");
    made.write_up = record::WriteUp::to_follow;
    return made;
}

TEST(HistoryOf, a_stub_was_recorded_on_its_date_in_wales) {
    Record record;
    record.add(stub_for({mair}), "2026-07-20T23:30:00Z", "2026-07-20");
    const auto stub = record.of(mair).stubs.at(0);
    EXPECT_EQ(stub.recorded_on, on("2026-07-21"));
    EXPECT_EQ(stub.written_up_on, std::nullopt);
    EXPECT_TRUE(record.of(owen).stubs.empty());
}

TEST(HistoryOf, a_stub_is_written_up_by_the_entry_that_says_so) {
    Record record;
    const auto visit = record.add(stub_for({mair}), "2026-07-20T10:00:00Z", "2026-07-20");
    record.add(stub_for({mair}), "2026-07-20T11:00:00Z", "2026-07-20", visit);
    const auto written = record.add(record::VisitWrittenUp{base::EntryId{visit}, {}, "All well."},
                                    "2026-07-21T10:00:00Z", "2026-07-21");
    const auto stub = record.of(mair).stubs.at(0);
    EXPECT_EQ(stub.recorded_on, on("2026-07-20"));
    EXPECT_EQ(stub.written_up_on, on("2026-07-21"));
    EXPECT_EQ(stub.written_up_at, at("2026-07-21T10:00:00Z"));
    EXPECT_EQ(stub.written_up_by->uuid, written);
    EXPECT_EQ(record.of(mair, at("2026-07-21T09:00:00Z")).stubs.at(0).written_up_on, std::nullopt);
    record.add(record::Withdrawn{"another visit's"}, "2026-07-22T10:00:00Z", "2026-07-21", written);
    EXPECT_EQ(record.of(mair).stubs.at(0).written_up_on, std::nullopt);
}

TEST(HistoryOf, a_correction_that_is_complete_writes_a_stub_up) {
    Record record;
    const auto visit = record.add(stub_for({mair}), "2026-07-20T10:00:00Z", "2026-07-20");
    record.add(visit_to({mair}, "2026-07-20"), "2026-07-23T10:00:00Z", "2026-07-20", visit);
    const auto stub = record.of(mair).stubs.at(0);
    EXPECT_EQ(stub.written_up_on, on("2026-07-23"));
    EXPECT_EQ(record.of(mair).visits.size(), 1U);
}

TEST(HistoryOf, a_withdrawn_stub_needs_no_writing_up) {
    Record record;
    const auto visit = record.add(stub_for({mair}), "2026-07-20T10:00:00Z", "2026-07-20");
    record.add(record::Withdrawn{"another family"}, "2026-07-20T11:00:00Z", "2026-07-20", visit);
    EXPECT_TRUE(record.of(mair).stubs.empty());
}

} // namespace
} // namespace gweld::story::history
