// By when an assessment is due, from what the record says.
#include "protection/assessments.h"

#include "record/codec.h"
#include "story.h"

#include <gtest/gtest.h>

namespace gweld::story::assessments {
namespace {

using record::AssessmentType;

const base::PersonId child{base::uuid_of("test", "child", "mair")};
const record::AssessmentId one{base::uuid_of("test", "assessment", "one")};
const record::AssessmentId two{base::uuid_of("test", "assessment", "two")};

const law::Book& assessment_book() {
    static const law::Book made{
        {card("assessment.child", law::ClockKind::single, law::WorkingDays{42}, {}, "working-days"),
         card("assessment.section-47", law::ClockKind::single, law::WorkingDays{42}, {},
              "working-days")},
        {{"working-days", working_days()}}};
    return made;
}

class Record {
  public:
    template <class Kind> base::EntryId put(const Kind& body, std::string_view day) {
        record::Entry entry;
        entry.id = base::uuid_of("test", "entry", std::to_string(entries.size()));
        entry.kind = record::Named<Kind>::name;
        entry.about = {child.uuid};
        entry.effective = on(day);
        entry.recorded_at = *noon(day);
        entry.body = record::encode(body);
        entry.seq = static_cast<std::int64_t>(entries.size()) + 1;
        entries.push_back(entry);
        return base::EntryId{entry.id};
    }
    void referred(std::string_view received, std::string_view decided) {
        record::ContactDecided body;
        body.outcome = record::ContactOutcome::referral;
        body.on = on(decided);
        body.received = on(received);
        put(body, decided);
    }
    static record::AssessmentContent content(std::string_view from, AssessmentType type) {
        record::AssessmentContent content;
        content.type = type;
        content.started = on(from).next_day();
        content.runs_from = on(from);
        return content;
    }
    void written(record::AssessmentId id, std::string_view from,
                 AssessmentType type = AssessmentType::care_and_support) {
        put(record::AssessmentWritten{id, content(from, type)}, from);
    }
    base::EntryId finished(record::AssessmentId id, std::string_view from, std::string_view day,
                           AssessmentType type = AssessmentType::care_and_support) {
        return put(record::AssessmentFinished{id, on(day), content(from, type), {}}, day);
    }
    Lines told_on(std::string_view day) const {
        const auto history = protection::history_of(child, entries, std::nullopt);
        std::vector<Duty> duties;
        for (const auto& found :
             protection::assessment_duties(child, entries, history, assessment_book(), on(day))) {
            duties.push_back(found.duty);
        }
        return told(duties);
    }
    std::vector<record::Entry> entries;
};

TEST(Assessments, lapse_when_a_manager_says_in_time_that_nobody_has_to_have_the_child) {
    Record record;
    record.referred("2026-09-01", "2026-09-02");
    record::ContactNobodyNeeded let_go;
    let_go.on = on("2026-10-29");
    record.put(let_go, "2026-10-29");
    EXPECT_EQ(record.told_on("2026-10-28"), (Lines{"2026-09-01 2026-10-29 - on_track"}));
    EXPECT_EQ(record.told_on("2026-10-29"), (Lines{"2026-09-01 2026-10-29 - lapsed"}));
    EXPECT_EQ(record.told_on("2026-12-01"), (Lines{"2026-09-01 2026-10-29 - lapsed"}));
    record.written(one, "2026-09-01");
    EXPECT_EQ(record.told_on("2026-12-01"), (Lines{"2026-09-01 2026-10-29 - overdue"}));
}

TEST(Assessments, are_not_done_when_nobody_has_to_only_after_the_due_day) {
    Record record;
    record.referred("2026-09-01", "2026-09-02");
    record::ContactNobodyNeeded let_go;
    let_go.on = on("2026-10-30");
    record.put(let_go, "2026-10-30");
    EXPECT_EQ(record.told_on("2026-10-30"), (Lines{"2026-09-01 2026-10-29 - not_done"}));
    record.referred("2026-09-01", "2026-09-02"); // another of that day that goes on
    record.entries.back().body.replace(record.entries.back().body.find("0000"), 4, "0001");
    EXPECT_EQ(record.told_on("2026-10-30"), (Lines{"2026-09-01 2026-10-29 - overdue"}));
}

TEST(Assessments, run_from_the_day_the_referral_came_in) {
    Record record;
    record.referred("2026-09-01", "2026-09-02");
    // Before, on and after the edge; the day itself is not counted.
    EXPECT_EQ(record.told_on("2026-10-28"), (Lines{"2026-09-01 2026-10-29 - on_track"}));
    EXPECT_EQ(record.told_on("2026-10-29"), (Lines{"2026-09-01 2026-10-29 - due_today"}));
    EXPECT_EQ(record.told_on("2026-10-30"), (Lines{"2026-09-01 2026-10-29 - overdue"}));
    EXPECT_EQ(record.told_on("2026-08-31"), Lines{});
}

TEST(Assessments, without_the_day_it_came_in_the_decision_is_all_there_is) {
    Record record;
    record::ContactDecided body;
    body.outcome = record::ContactOutcome::referral;
    body.on = on("2026-09-02");
    record.put(body, "2026-09-02");
    EXPECT_EQ(record.told_on("2026-09-03").at(0).substr(0, 10), "2026-09-02");
}

TEST(Assessments, advice_or_an_imported_referral_start_nothing) {
    Record record;
    record::ContactDecided body;
    body.outcome = record::ContactOutcome::advice;
    body.on = on("2026-09-02");
    record.put(body, "2026-09-02");
    record.referred("2026-09-01", "2026-09-02");
    record.entries.back().provenance = record::Provenance{"ssd", "f", "1", "x", std::nullopt};
    EXPECT_EQ(record.told_on("2026-11-02"), Lines{});
}

TEST(Assessments, one_that_is_finished_meets_it_and_says_whether_in_time) {
    Record record;
    record.referred("2026-09-01", "2026-09-02");
    record.written(one, "2026-09-01");
    record.finished(one, "2026-09-01", "2026-10-29");
    EXPECT_EQ(record.told_on("2026-11-24"), (Lines{"2026-09-01 2026-10-29 2026-10-29 on_time"}));
    Record late;
    late.referred("2026-09-01", "2026-09-02");
    late.finished(one, "2026-09-01", "2026-10-30");
    EXPECT_EQ(late.told_on("2026-11-24"), (Lines{"2026-09-01 2026-10-29 2026-10-30 late"}));
    // Not yet so on the day asked about.
    EXPECT_EQ(late.told_on("2026-10-29"), (Lines{"2026-09-01 2026-10-29 - due_today"}));
}

TEST(Assessments, one_given_back_is_not_done_until_it_is_finished_again) {
    Record record;
    record.written(one, "2026-09-01");
    const auto first = record.finished(one, "2026-09-01", "2026-10-20");
    record.put(record::ReturnedForRework{first, "", "More"}, "2026-10-21");
    EXPECT_EQ(record.told_on("2026-11-24"), (Lines{"2026-09-01 2026-10-29 - overdue"}));
    const auto again = record.finished(one, "2026-09-01", "2026-11-02");
    record.entries.back().corrects = first.uuid;
    EXPECT_EQ(record.told_on("2026-11-24"), (Lines{"2026-09-01 2026-10-29 2026-11-02 late"}));
    EXPECT_EQ(protection::assessments_of(record.entries).at(0).finished, again);
}

TEST(Assessments, a_small_correction_later_does_not_make_it_late) {
    Record record;
    const auto first = record.finished(one, "2026-09-01", "2026-10-20");
    record.finished(one, "2026-09-01", "2026-11-20");
    record.entries.back().corrects = first.uuid;
    EXPECT_EQ(record.told_on("2026-11-24"), (Lines{"2026-09-01 2026-10-29 2026-10-20 on_time"}));
}

TEST(Assessments, enquiries_that_led_to_the_register_start_another_and_one_may_meet_both) {
    Record record;
    record.referred("2026-09-01", "2026-09-01");
    record.put(record::EnquiryStarted{{}, on("2026-09-14")}, "2026-09-14");
    EXPECT_EQ(record.told_on("2026-09-30").size(), 1U); // not on the register: no second duty
    record.put(record::PlacedOnRegister{on("2026-10-05"), {}, ""}, "2026-10-05");
    record.finished(one, "2026-09-01", "2026-11-03");
    EXPECT_EQ(record.told_on("2026-11-24"), (Lines{"2026-09-01 2026-10-29 2026-11-03 late",
                                                   "2026-09-14 2026-11-11 2026-11-03 on_time"}));
}

TEST(Assessments, another_childhood_worry_is_not_met_by_an_assessment_that_names_its_own_day) {
    Record record;
    record.written(one, "2026-08-03");
    record.written(two, "2026-09-01");
    record.finished(one, "2026-08-03", "2026-09-10");
    const auto lines = record.told_on("2026-09-20");
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[1], "2026-09-01 2026-10-29 - on_track");
}

TEST(Assessments, beyond_the_calendar_is_said_and_not_guessed) {
    Record record;
    record.written(one, "2028-12-01");
    EXPECT_EQ(record.told_on("2028-12-20"), (Lines{"2028-12-01 - - undetermined"}));
}

} // namespace
} // namespace gweld::story::assessments
