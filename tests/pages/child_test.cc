// The pages of a child's record, asked as a browser asks.
#include "small_site.h"

#include <regex>

namespace gweld::web::pages {
namespace {

using casework::thing;
using record::Answer;
using record::Place;
using time::CivilDate;

CivilDate november(unsigned day) { return time::day(day, std::chrono::November, 2026); }

class ChildPages : public SmallSite {
  protected:
    std::string ffion(std::string_view rest = "") {
        return "/child/" + id_of("ffion") + std::string{rest};
    }
    // Seen at this place; how is left to the caller.
    record::VisitMade visit(CivilDate on, Place place = Place::home) {
        record::VisitMade made;
        made.on = on;
        made.place = place;
        record::ChildAtVisit part;
        part.child = child("ffion");
        part.seen = Answer::yes;
        made.children = {part};
        return made;
    }
    base::Uuid record_visit(const record::VisitMade& made) {
        return put(made, {thing("ffion")}, made.on);
    }
    // A further entry of any kind that names the one it puts right.
    template <class Kind>
    base::Uuid put_right(base::Uuid wrong, const Kind& kind, CivilDate effective,
                         const std::string& reason) {
        record::Draft draft = casework::draft_of(office, rhian(), record::Named<Kind>::name,
                                                 {thing("ffion")}, effective, record::encode(kind));
        draft.corrects = wrong;
        draft.reason = reason;
        EXPECT_TRUE(store
                        ->write([&](record::Writing& tx) {
                            EXPECT_TRUE(std::holds_alternative<record::Appended>(
                                tx.append({base::to_text(draft.id), {}, {draft}})));
                            return record::Keep::yes;
                        })
                        .ok());
        return draft.id;
    }
    void describe_ffion(record::Sex sex, const std::string& language) {
        record::PersonDescribed person;
        person.number = "ffion";
        person.forename = "Ffion";
        person.surname = "Davies";
        person.sex = sex;
        person.born = time::day(14, std::chrono::March, 2018);
        person.language = language;
        put(person, {thing("ffion")}, registered);
    }
    // What is the same whoever asks and whatever was asked: no tokens, no addresses.
    static std::string bare(const std::string& text) {
        static const std::regex changing{R"((value|href|action)="[^"]*")"};
        return std::regex_replace(text, changing, "");
    }
};

TEST_F(ChildPages, the_summary_begins_with_the_answer) {
    const auto page = get(catrin(), ffion());
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Ffion is overdue to be seen alone by 5 working days."));
    EXPECT_TRUE(page.says("The core group for Ffion is overdue by 5 working days."));
    EXPECT_TRUE(page.says("One visit puts this right, at home or anywhere else."));
    EXPECT_FALSE(page.says("overdue to be seen at home"));
}

TEST_F(ChildPages, what_is_overdue_at_home_needs_a_home_visit) {
    clock.moment = time::at_wall_time_in_wales(time::day(4, std::chrono::December, 2026),
                                               std::chrono::hours{9});
    const auto page = get(catrin(), ffion());
    EXPECT_TRUE(page.says("Ffion is overdue to be seen at home by 3 working days."));
    EXPECT_TRUE(page.says("One home visit puts all of this right."));
}

TEST_F(ChildPages, a_duty_whose_last_day_was_yesterday_on_a_weekend_is_not_zero_days_over) {
    // Seen at home by Sunday 29 November; on that Monday no working day has gone by since... but
    // one.
    auto made = visit(november(21));
    made.children.front().alone = Answer::yes;
    record_visit(made);
    clock.moment = time::at_wall_time_in_wales(time::day(20, std::chrono::December, 2026),
                                               std::chrono::hours{9});
    const auto page = get(catrin(), ffion());
    EXPECT_TRUE(page.says("Ffion should have been seen at home by Sat 19 Dec."));
    EXPECT_FALSE(page.says("by 0 working days"));
}

TEST_F(ChildPages, she_and_he_are_said_as_they_are_in_both_languages) {
    describe_ffion(record::Sex::female, "cy");
    EXPECT_TRUE(get(catrin(), ffion()).says("Ffion is overdue to be seen on her own by 5"));
    const auto welsh = get(catrin(), "/cy" + ffion());
    EXPECT_TRUE(welsh.says("Mae gweld Ffion ar ei phen ei hun 5 diwrnod gwaith yn hwyr."));
    describe_ffion(record::Sex::male, "cy");
    EXPECT_TRUE(get(catrin(), "/cy" + ffion()).says("Ffion ar ei ben ei hun 5 diwrnod"));
}

TEST_F(ChildPages, the_banner_says_who_this_is_and_what_must_not_be_missed) {
    describe_ffion(record::Sex::female, "cy");
    const auto page = get(catrin(), ffion());
    EXPECT_TRUE(page.says("<strong>8 years old</strong>, born 14 March 2018"));
    EXPECT_TRUE(page.says("Prefers to speak Welsh"));
    EXPECT_TRUE(page.says("On the child protection register since 3 November 2026:"));
    EXPECT_TRUE(page.says("neglect"));
    EXPECT_TRUE(page.says("Catrin Hughes"));
    EXPECT_FALSE(page.says("No worker is allocated."));
}

TEST_F(ChildPages, a_child_with_no_worker_says_so) {
    const auto rows = [&] {
        std::vector<record::AllocationRow> found;
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& reading) {
                            found = reading.allocations_of(thing("ffion"));
                        })
                        .ok());
        return found;
    }();
    put(record::AllocationEnded{base::EntryId{rows.front().entry}, november(20)},
        {thing("ffion"), thing("catrin")}, november(20));
    const auto page = get(rhian(), ffion());
    EXPECT_TRUE(page.says("No worker is allocated."));
    EXPECT_TRUE(page.says("Allocate a worker"));
    // The day it was over is the first day without; the last day is the one before.
    EXPECT_TRUE(get(rhian(), ffion("/people")).says("Thu 19 Nov 2026"));
}

TEST_F(ChildPages, only_a_manager_is_offered_to_allocate_and_a_head_of_service_only_reads) {
    EXPECT_FALSE(get(catrin(), ffion()).says("Allocate a worker"));
    EXPECT_TRUE(get(catrin(), ffion()).says("Record a visit"));
    EXPECT_TRUE(get(rhian(), ffion()).says("Allocate a worker"));
    EXPECT_EQ(get(head(), ffion()).status, 200);
    EXPECT_FALSE(get(head(), ffion()).says("Record a visit"));
}

TEST_F(ChildPages, not_there_and_not_yours_and_no_id_are_one_answer) {
    for (const auto* part : {"", "/due", "/timeline", "/visits", "/people", "/looks"}) {
        const auto not_yours = get(stranger(), ffion(part));
        const auto not_there = get(stranger(), "/child/" + id_of("nobody") + part);
        const auto no_id = get(stranger(), std::string{"/child/17"} + part);
        EXPECT_EQ(not_yours.status, 404) << part;
        EXPECT_EQ(bare(not_yours.text), bare(not_there.text)) << part;
        EXPECT_EQ(bare(not_yours.text), bare(no_id.text)) << part;
        EXPECT_FALSE(not_yours.says("Ffion")) << part;
    }
}

TEST_F(ChildPages, every_part_is_a_look_of_its_own_name) {
    const std::vector<std::string> parts{"", "/timeline", "/visits", "/people", "/due", "/looks"};
    for (const auto& part : parts) {
        EXPECT_EQ(get(catrin(), ffion(part)).status, 200) << part;
    }
    std::vector<std::string> pages;
    for (const auto& look : all_looks()) {
        pages.push_back(look.page);
        EXPECT_TRUE(look.allowed);
    }
    EXPECT_EQ(pages, (std::vector<std::string>{"child", "child.timeline", "child.visits",
                                               "child.people", "child.due", "child.looks"}));
}

TEST_F(ChildPages, who_has_looked_is_told_in_words_refusals_too) {
    get(catrin(), ffion("/due"));
    get(stranger(), ffion());
    const auto page = get(rhian(), ffion("/looks"));
    EXPECT_TRUE(page.says("Allocated to the child that day"));
    EXPECT_TRUE(page.says("The child was with their team that day"));
    EXPECT_TRUE(page.says("Refused: no ground to look"));
    EXPECT_TRUE(page.says("Mair Bevan"));
    EXPECT_TRUE(page.says("3 people have looked at this record since 24 November 2026."));
    EXPECT_FALSE(page.says("own-allocation"));
}

TEST_F(ChildPages, the_childs_words_keep_their_language) {
    auto made = visit(november(6), Place::school);
    made.children.front().words = "Dw i’n licio Nain.";
    made.children.front().words_language = "cy";
    record_visit(made);
    const auto page = get(catrin(), ffion());
    EXPECT_TRUE(page.says("<blockquote lang=\"cy\">Dw i’n licio Nain.</blockquote>"));
    EXPECT_TRUE(page.says("Ffion, at school, Fri 6 Nov. Written down by Catrin Hughes."));
}

TEST_F(ChildPages, what_somebody_typed_is_text_and_never_markup) {
    auto made = visit(november(6));
    made.account = "<script>alert(1)</script>";
    made.children.front().words = "<b>Nain</b>";
    record_visit(made);
    for (const auto* part : {"", "/timeline", "/visits"}) {
        const auto page = get(catrin(), ffion(part));
        EXPECT_TRUE(page.says("&lt;b&gt;Nain")) << part;
        EXPECT_FALSE(page.says("<script>alert")) << part;
    }
}

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

TEST_F(ChildPages, a_brother_is_a_link_only_for_who_may_open_him) {
    const auto link = "href=\"/child/" + id_of("osian") + "\"";
    EXPECT_TRUE(get(catrin(), ffion("/people")).says(link));
    // Ffion goes to another team; its manager may see her, and of him only the name.
    record::Allocated held;
    held.child = child("ffion");
    held.worker = base::WorkerId{thing("huw")};
    held.team = base::TeamId{thing("South")};
    held.from = november(20);
    put(held, {thing("ffion"), thing("huw")}, november(20));
    access::Viewer south{"sioned",       thing("sioned"), "Sioned Pugh", record::Role::team_manager,
                         thing("South"), "South"};
    const auto page = get(south, ffion("/people"));
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Osian Davies"));
    EXPECT_FALSE(page.says(link));
    EXPECT_TRUE(page.says("worker has changed once since 3 November 2026."));
}

TEST_F(ChildPages, every_part_is_there_in_welsh) {
    auto made = visit(november(6));
    made.children.front().words = "I like school.";
    made.children.front().words_language = "en";
    record_visit(made);
    for (const auto* part : {"", "/due", "/timeline", "/visits", "/people", "/looks"}) {
        const auto page = get(catrin(), "/cy" + ffion(part));
        EXPECT_EQ(page.status, 200) << part;
        EXPECT_TRUE(page.says("lang=\"cy\"")) << part;
        EXPECT_TRUE(page.says("Ar y gofrestr amddiffyn plant ers 3 Tachwedd 2026:")) << part;
        EXPECT_TRUE(page.says("/cy/child/" + id_of("ffion") + "/due")) << part;
    }
    EXPECT_TRUE(get(catrin(), "/cy" + ffion()).says("<blockquote lang=\"en\">I like school."));
}

} // namespace
} // namespace gweld::web::pages
