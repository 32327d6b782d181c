// What happened and what was due, as a child's record tells it.
#include "child_pages.h"

namespace gweld::web::pages {
namespace {

TEST_F(ChildPages, a_correction_shows_what_stood_before_and_why) {
    auto made = visit(november(6), Place::school);
    const auto wrong = record_visit(made);
    made.children.front().alone = Answer::yes;
    put_right(wrong, made, november(6), "I had not ticked alone.");
    const auto page = get(catrin(), ffion("/timeline"));
    EXPECT_TRUE(page.says("Visit at school: seen alone"));
    EXPECT_TRUE(page.says("Corrected by Rhian Ellis at 9am on Tue 24 Nov."));
    EXPECT_TRUE(page.says("Reason: I had not ticked alone."));
    EXPECT_TRUE(page.says("What stood before"));
    EXPECT_TRUE(page.says("Visit at school: seen, not recorded whether alone, Fri 6 Nov"));
}

TEST_F(ChildPages, a_withdrawn_entry_says_so_in_a_word_and_counts_nowhere) {
    auto made = visit(november(6));
    made.children.front().words = "Not hers.";
    const auto wrong = record_visit(made);
    put_right(wrong, record::Withdrawn{"x"}, november(24), "This was another child.");
    const auto page = get(catrin(), ffion("/timeline"));
    EXPECT_TRUE(page.says("Withdrawn: <s>Home visit"));
    EXPECT_TRUE(page.says("Reason: This was another child."));
    // It may be another child's: there for who looks for it, not for who reads on.
    EXPECT_LT(page.text.find("<details"), page.text.find("Not hers."));
    EXPECT_TRUE(get(catrin(), ffion("/visits")).says("No visit is recorded."));
    EXPECT_TRUE(get(catrin(), ffion()).says("No words of Ffion’s own are recorded yet."));
    EXPECT_FALSE(page.says("Correct this entry"));
}

TEST_F(ChildPages, only_who_may_correct_is_offered_it_and_only_the_newest_version) {
    auto made = visit(november(6));
    const auto first = record_visit(made);
    made.children.front().alone = Answer::yes;
    const auto newest = put_right(first, made, november(6), "Alone.");
    const auto page = get(catrin(), ffion("/timeline"));
    EXPECT_TRUE(page.says("/entry/" + base::to_text(newest) + "/correct"));
    EXPECT_FALSE(page.says("/entry/" + base::to_text(first) + "/correct"));
    EXPECT_FALSE(get(head(), ffion("/timeline")).says("/correct"));
    EXPECT_FALSE(get(duty(), ffion("/timeline")).says("/correct"));
}

TEST_F(ChildPages, a_stub_is_offered_to_be_written_up_until_it_is) {
    auto made = visit(november(23));
    made.write_up = record::WriteUp::to_follow;
    const auto stub = record_visit(made);
    const auto before = get(catrin(), ffion("/timeline"));
    EXPECT_TRUE(before.says("/visit/" + base::to_text(stub) + "/write-up"));
    EXPECT_TRUE(before.says("The write-up is to follow."));
    record::VisitWrittenUp written;
    written.visit = base::EntryId{stub};
    written.account = "All was well.";
    written.words = {{child("ffion"), "I like school.", "en"}};
    put(written, {thing("ffion")}, november(24));
    const auto after = get(catrin(), ffion("/timeline"));
    EXPECT_FALSE(after.says("/write-up"));
    EXPECT_TRUE(after.says("All was well."));
    EXPECT_TRUE(get(catrin(), ffion("/visits")).says("All was well."));
    EXPECT_TRUE(get(catrin(), ffion()).says("I like school."));
}

TEST_F(ChildPages, the_timeline_can_be_narrowed) {
    record_visit(visit(november(6)));
    const auto visits = get(catrin(), ffion("/timeline?show=visits"));
    EXPECT_TRUE(visits.says("Home visit"));
    EXPECT_FALSE(visits.says("Name placed on the child protection register"));
    const auto meetings = get(catrin(), ffion("/timeline?show=register"));
    EXPECT_TRUE(meetings.says("Name placed on the child protection register: neglect"));
    EXPECT_FALSE(meetings.says("Home visit"));
    const auto workers = get(catrin(), ffion("/timeline?show=workers"));
    EXPECT_TRUE(workers.says("Catrin Hughes became the allocated worker"));
    EXPECT_FALSE(workers.says("Home visit"));
    EXPECT_TRUE(get(catrin(), ffion("/timeline?show=nonsense")).says("Home visit"));
}

TEST_F(ChildPages, a_long_timeline_is_shown_some_at_a_time) {
    for (int i = 0; i < 45; ++i) {
        record_visit(visit(november(5)));
    }
    const auto first = get(catrin(), ffion("/timeline?show=visits"));
    EXPECT_EQ(times(first.text, "app-timeline__head"), 40U);
    EXPECT_TRUE(first.says("45 events since 5 November 2026"));
    EXPECT_TRUE(first.says("timeline?show=visits&amp;page=2"));
    const auto second = get(catrin(), ffion("/timeline?show=visits&page=2"));
    EXPECT_EQ(times(second.text, "app-timeline__head"), 5U);
    for (const auto* odd : {"0", "-1", "99999999999999999999", "two", "3"}) {
        EXPECT_EQ(get(catrin(), ffion(std::string{"/timeline?show=visits&page="} + odd)).status,
                  200);
    }
}

TEST_F(ChildPages, visits_say_how_they_went_and_when_they_were_written_down) {
    auto late = visit(november(4), Place::not_recorded);
    record::Draft draft =
        casework::draft_of(office, catrin(), record::Named<record::VisitMade>::name,
                           {thing("ffion")}, late.on, record::encode(late));
    EXPECT_TRUE(store
                    ->write([&](record::Writing& tx) {
                        tx.append({"late", {}, {draft}});
                        return record::Keep::yes;
                    })
                    .ok());
    record::VisitAttempted attempt;
    attempt.on = november(10);
    attempt.because = record::AttemptFailed::refused_entry;
    attempt.children = {child("ffion")};
    put(attempt, {thing("ffion")}, november(10));
    const auto page = get(catrin(), ffion("/visits"));
    EXPECT_TRUE(page.says("Recorded 14 working days later"));
    EXPECT_TRUE(page.says("The worker was not let in."));
    EXPECT_TRUE(page.says("1 visit has no place recorded."));
    EXPECT_TRUE(page.says("1 visit is recorded. 1 more was attempted."));
}

TEST_F(ChildPages, times_are_said_as_everywhere_else) {
    auto made = visit(november(6));
    made.arrived = "14:15";
    record_visit(made);
    EXPECT_TRUE(get(catrin(), ffion("/timeline")).says("Fri 6 Nov, arrived at 2:15pm"));
    EXPECT_TRUE(get(catrin(), ffion("/visits")).says("2:15pm"));
    made.arrived = "about 3";
    record_visit(made);
    EXPECT_TRUE(get(catrin(), ffion("/timeline")).says("Fri 6 Nov, arrived at about 3"));
}

TEST_F(ChildPages, what_is_due_shows_the_days_counted_and_skipped_and_the_source) {
    const auto page = get(catrin(), ffion("/due"));
    EXPECT_TRUE(page.says("It runs from Tuesday 3 November 2026. That day is not counted."));
    EXPECT_TRUE(page.says("The last day on which it is on time is Tuesday 17 November 2026."));
    EXPECT_TRUE(page.says("10 working days were counted, Wed 4 Nov to Tue 17 Nov."));
    EXPECT_TRUE(page.says("Sat 7 Nov: weekend"));
    EXPECT_TRUE(page.says("Verified: the text was read."));
    EXPECT_TRUE(page.says("Unverified: the text was not read. Do not rely on it."));
    EXPECT_TRUE(page.says("href=\"https://safeguarding.wales/"));
    EXPECT_TRUE(page.says("The sources disagree or are silent."));
    EXPECT_TRUE(page.says(">Overdue<"));
}

TEST_F(ChildPages, a_bank_holiday_that_is_not_counted_is_named) {
    auto made = visit(time::day(18, std::chrono::December, 2026));
    made.children.front().alone = Answer::yes;
    record_visit(made);
    clock.moment = time::at_wall_time_in_wales(time::day(21, std::chrono::December, 2026),
                                               std::chrono::hours{9});
    EXPECT_TRUE(get(catrin(), ffion("/due")).says("Fri 25 Dec: bank holiday, Christmas Day"));
    EXPECT_TRUE(get(catrin(), "/cy" + ffion("/due")).says("gŵyl banc, "));
}

TEST_F(ChildPages, a_duty_beyond_the_calendar_says_why_it_cannot_be_worked_out) {
    put(record::PlacedOnRegister{time::day(20, std::chrono::December, 2028), {}, "P2"},
        {thing("rhun")}, registered);
    record::PersonDescribed person;
    person.number = "rhun";
    person.forename = "Rhun";
    put(person, {thing("rhun")}, registered);
    clock.moment = time::at_wall_time_in_wales(time::day(28, std::chrono::December, 2028),
                                               std::chrono::hours{9});
    const auto page = get(head(), "/child/" + id_of("rhun") + "/due");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Cannot be worked out"));
    EXPECT_TRUE(page.says("Bank holidays are known only until "));
}

TEST_F(ChildPages, off_the_register_nothing_is_due_and_the_ground_is_kept) {
    std::vector<record::RegistrationRow> rows;
    EXPECT_TRUE(store
                    ->read([&](const record::Reading& reading) {
                        rows = reading.registrations_of(thing("ffion"));
                    })
                    .ok());
    put(record::RemovedFromRegister{base::EntryId{rows.front().entry}, november(20),
                                    record::GroundForRemoval::decided_at_review_conference},
        {thing("ffion")}, november(20));
    const auto page = get(catrin(), ffion());
    EXPECT_TRUE(page.says("Ffion has been off the child protection register since 20 November "
                          "2026, so no visit is due by its rules."));
    EXPECT_TRUE(page.says("From 3 November 2026 to 19 November 2026"));
    EXPECT_TRUE(page.says("A review conference decided it."));
    EXPECT_TRUE(get(catrin(), ffion("/due")).says("Not done"));
}

} // namespace
} // namespace gweld::web::pages
