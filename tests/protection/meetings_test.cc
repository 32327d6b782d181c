// Chains of meetings, the bedroom between conferences, and what an extract without meetings leaves
// unknown.
#include "story.h"

#include <gtest/gtest.h>

namespace gweld::story::meetings {
namespace {

constexpr auto core = "cp.core-group";
constexpr auto reviews = "cp.conference.review";
constexpr auto bedroom = "cp.visit.bedroom-seen";

History child(std::string_view end = {}) {
    History history;
    history.registrations = {registered("2026-01-12", end)};
    return history;
}

TEST(CoreGroup, is_first_due_in_ten_working_days_then_six_weeks_from_each_one_held) {
    auto history = child();
    history.core_groups = {core_group("2026-01-26"), core_group("2026-03-10")};
    EXPECT_EQ(duties(history, core, "2026-03-10"),
              (Lines{"2026-01-12 2026-01-26 2026-01-26 on_time",
                     "2026-01-26 2026-03-09 2026-03-10 late", "2026-03-10 2026-04-21 - on_track"}));
}

TEST(CoreGroup, held_in_time_and_recorded_after_it_is_recorded_late) {
    auto history = child();
    history.core_groups = {core_group("2026-01-20")};
    history.core_groups[0].recorded = noon("2026-01-27");
    EXPECT_EQ(duties(history, core, "2026-01-28")[0],
              "2026-01-12 2026-01-26 2026-01-20 on_time_recorded_late");
}

TEST(ReviewConference, is_due_in_three_months_then_every_six) {
    auto history = child();
    history.conferences = {review("2026-04-12"), review("2026-10-13")};
    EXPECT_EQ(duties(history, reviews, "2026-10-13"),
              (Lines{"2026-01-12 2026-04-12 2026-04-12 on_time",
                     "2026-04-12 2026-10-12 2026-10-13 late", "2026-10-13 2027-04-13 - on_track"}));
}

TEST(ReviewConference, is_met_by_review_conferences_only) {
    auto history = child();
    history.conferences = {review("2026-01-10"), review("2026-01-14"), review("2026-02-02")};
    history.conferences[1].conference = record::ConferenceType::initial; // recorded a little later
    history.conferences[2].conference = record::ConferenceType::transfer_in;
    EXPECT_EQ(duties(history, reviews, "2026-02-03"), Lines{"2026-01-12 2026-04-12 - on_track"});
}

// ---- bedroom -----------------------------------------------------------------------------------
TEST(Bedroom, must_be_seen_once_between_two_conferences) {
    auto history = child();
    history.conferences = {review("2026-04-01"), review("2026-09-01")};
    history.visits = {visit("2026-01-12", "bedroom"), visit("2026-03-20", "seen bedroom home"),
                      visit("2026-03-25", "bedroom"), visit("2026-09-01", "bedroom")};
    EXPECT_EQ(
        duties(history, bedroom, "2026-09-02"),
        (Lines{"2026-01-12 2026-04-01 2026-03-20 on_time",
               "2026-04-01 2026-09-01 2026-09-01 on_time", "2026-09-01 2027-03-01 - on_track"}));
}

TEST(Bedroom, seen_without_the_child_is_seen) {
    auto history = child();
    history.visits = {visit("2026-01-20", "bedroom")};
    EXPECT_EQ(duties(history, bedroom, "2026-01-21"),
              Lines{"2026-01-12 2026-04-12 2026-01-20 on_time"});
}

TEST(Bedroom, while_no_conference_closes_the_window_it_is_due_by_the_latest_day_for_the_review) {
    EXPECT_EQ(duties(child(), bedroom, "2026-04-11"), Lines{"2026-01-12 2026-04-12 - on_track"});
    EXPECT_EQ(duties(child(), bedroom, "2026-04-12"), Lines{"2026-01-12 2026-04-12 - due_today"});
    EXPECT_EQ(duties(child(), bedroom, "2026-04-13"), Lines{"2026-01-12 2026-04-12 - overdue"});
    auto history = child();
    history.visits = {visit("2026-04-13", "bedroom")};
    EXPECT_EQ(duties(history, bedroom, "2026-04-13"),
              Lines{"2026-01-12 2026-04-12 2026-04-13 late"});
}

TEST(Bedroom, not_seen_before_the_conference_is_not_done_and_the_next_window_opens) {
    auto history = child();
    history.conferences = {review("2026-04-01")};
    history.visits = {visit("2026-04-02", "bedroom")};
    EXPECT_EQ(
        duties(history, bedroom, "2026-04-02"),
        (Lines{"2026-01-12 2026-04-01 - not_done", "2026-04-01 2026-10-01 2026-04-02 on_time"}));
}

TEST(Bedroom, seen_before_a_conference_that_was_held_late_is_on_time) {
    auto history = child();
    history.conferences = {review("2026-04-20")};
    history.visits = {visit("2026-04-15", "bedroom")};
    EXPECT_EQ(duties(history, bedroom, "2026-04-19")[0],
              "2026-01-12 2026-04-12 2026-04-15 late"); // as far as we knew
    EXPECT_EQ(duties(history, bedroom, "2026-04-20")[0],
              "2026-01-12 2026-04-20 2026-04-15 on_time");
}

TEST(Bedroom, lapses_with_the_registration_unless_it_was_overdue) {
    EXPECT_EQ(duties(child("2026-04-12"), bedroom, "2026-05-01"),
              Lines{"2026-01-12 2026-04-12 - lapsed"});
    EXPECT_EQ(duties(child("2026-04-13"), bedroom, "2026-05-01"),
              Lines{"2026-01-12 2026-04-12 - not_done"});
}

TEST(Bedroom, a_conference_on_the_day_the_child_leaves_closes_no_window) {
    auto history = child("2026-04-01");
    history.conferences = {review("2026-04-01")};
    EXPECT_EQ(duties(history, bedroom, "2026-05-01"), Lines{"2026-01-12 2026-04-12 - lapsed"});
    EXPECT_EQ(duties(history, reviews, "2026-05-01"), Lines{"2026-01-12 2026-04-12 - lapsed"});
}

TEST(Bedroom, seen_in_time_and_recorded_after_the_conference_is_recorded_late) {
    auto history = child();
    history.conferences = {review("2026-04-01")};
    history.visits = {visit("2026-03-30", "bedroom", noon("2026-04-02"))};
    EXPECT_EQ(duties(history, bedroom, "2026-04-03")[0],
              "2026-01-12 2026-04-01 2026-03-30 on_time_recorded_late");
}

// ---- meetings never imported -------------------------------------------------------------------
History imported(std::string_view end = {}) {
    auto history = child(end);
    history.registrations[0].imported = true;
    history.imported = true;
    return history;
}

constexpr protection::Coverage no_meetings{false};

TEST(Coverage, duties_met_by_meetings_are_undetermined_while_no_meetings_were_ever_imported) {
    for (const auto* rule : {core, reviews, bedroom}) {
        const auto found = protection::duties_of(imported("2026-06-01"), *book().card(rule), book(),
                                                 on("2026-07-01"), no_meetings);
        EXPECT_EQ(told(found), Lines{"2026-01-12 - - undetermined"}) << rule;
        EXPECT_EQ(found[0].why, protection::WhyUndetermined::meetings_never_imported) << rule;
        EXPECT_NE(duties(imported("2026-06-01"), rule, "2026-07-01"),
                  Lines{"2026-01-12 - - undetermined"})
            << rule;
    }
}

TEST(Coverage, visits_are_known_even_where_meetings_are_not) {
    EXPECT_EQ(duties(imported(), "cp.visit.seen-alone", "2026-01-13", no_meetings),
              Lines{"2026-01-12 2026-01-26 - on_track"});
}

TEST(Coverage, children_registered_in_this_record_are_not_affected) {
    EXPECT_EQ(duties(child(), core, "2026-01-27", no_meetings),
              Lines{"2026-01-12 2026-01-26 - overdue"});
}

TEST(Coverage, from_the_first_meeting_recorded_here_on_it_can_be_said) {
    auto history = imported();
    history.core_groups = {core_group("2026-06-01")};
    EXPECT_EQ(duties(history, core, "2026-07-14", no_meetings),
              (Lines{"2026-01-12 - 2026-06-01 undetermined", "2026-06-01 2026-07-13 - overdue"}));
}

TEST(Coverage, a_bedroom_seen_before_the_first_review_could_be_due_is_met) {
    auto history = imported();
    history.visits = {visit("2026-02-01", "bedroom")};
    EXPECT_EQ(duties(history, bedroom, "2026-04-12", no_meetings),
              Lines{"2026-01-12 2026-04-12 2026-02-01 on_time"});
    EXPECT_EQ(duties(history, bedroom, "2026-04-13", no_meetings),
              (Lines{"2026-01-12 2026-04-12 2026-02-01 on_time", "2026-04-12 - - undetermined"}));
    history.visits = {visit("2026-04-13", "bedroom")};
    EXPECT_EQ(duties(history, bedroom, "2026-04-13", no_meetings),
              Lines{"2026-01-12 - - undetermined"});
}

TEST(Coverage, the_bedroom_can_be_said_from_the_first_conference_recorded_here) {
    auto history = imported();
    history.conferences = {review("2026-06-01")};
    history.visits = {visit("2026-02-01", "bedroom"), visit("2026-06-05", "bedroom")};
    EXPECT_EQ(duties(history, bedroom, "2026-06-10", no_meetings),
              (Lines{"2026-01-12 2026-04-12 2026-02-01 on_time", "2026-04-12 - - undetermined",
                     "2026-06-01 2026-12-01 2026-06-05 on_time"}));
}

// ---- writing up --------------------------------------------------------------------------------
TEST(WriteUp, is_due_in_working_days_from_the_day_the_stub_was_saved) {
    History history;
    history.stubs = {{entry_id(5), on("2026-11-06"), {}, {}, {}}}; // a Friday
    const auto rule = "local.visit.write-up";
    EXPECT_EQ(duties(history, rule, "2026-11-05"), Lines{});
    EXPECT_EQ(duties(history, rule, "2026-11-09"), Lines{"2026-11-06 2026-11-10 - on_track"});
    EXPECT_EQ(duties(history, rule, "2026-11-10"), Lines{"2026-11-06 2026-11-10 - due_today"});
    EXPECT_EQ(duties(history, rule, "2026-11-11"), Lines{"2026-11-06 2026-11-10 - overdue"});
    history.stubs[0].written_up_on = on("2026-11-10");
    EXPECT_EQ(duties(history, rule, "2026-11-09"), Lines{"2026-11-06 2026-11-10 - on_track"});
    EXPECT_EQ(duties(history, rule, "2026-11-12"),
              Lines{"2026-11-06 2026-11-10 2026-11-10 on_time"});
    history.stubs[0].written_up_on = on("2026-11-11");
    EXPECT_EQ(duties(history, rule, "2026-11-12"), Lines{"2026-11-06 2026-11-10 2026-11-11 late"});
}

TEST(TrackedRules, all_have_an_answer_and_nothing_else_has) {
    EXPECT_EQ(protection::tracked_rules().size(), 6U);
    const auto untracked =
        card("cp.outline-plan", law::ClockKind::single, law::WorkingDays{5}, {}, "working-days");
    EXPECT_TRUE(protection::duties_of(child(), untracked, book(), on("2026-02-01"), {}).empty());
}

} // namespace
} // namespace gweld::story::meetings
