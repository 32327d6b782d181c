// The recurring duty, by hand: seen alone (10 working days) and seen at home (4 weeks).
#include "story.h"

#include <gtest/gtest.h>

namespace gweld::story::recurring {
namespace {

constexpr auto alone = "cp.visit.seen-alone";
constexpr auto at_home = "cp.visit.seen-at-home";

// Monday 2 November 2026; ten working days on is Monday 16 November.
History child(std::vector<protection::Visit> visits, std::string_view end = {}) {
    History history;
    history.registrations = {registered("2026-11-02", end)};
    history.visits = std::move(visits);
    return history;
}

TEST(Recurring, is_on_track_due_today_and_overdue_before_on_and_after_the_due_day) {
    EXPECT_EQ(duties(child({}), alone, "2026-11-15"), Lines{"2026-11-02 2026-11-16 - on_track"});
    EXPECT_EQ(duties(child({}), alone, "2026-11-16"), Lines{"2026-11-02 2026-11-16 - due_today"});
    EXPECT_EQ(duties(child({}), alone, "2026-11-17"), Lines{"2026-11-02 2026-11-16 - overdue"});
}

TEST(Recurring, does_not_begin_before_the_child_is_on_the_register) {
    EXPECT_EQ(duties(child({}), alone, "2026-11-01"), Lines{});
    EXPECT_EQ(duties(child({}), alone, "2026-11-02"), Lines{"2026-11-02 2026-11-16 - on_track"});
}

TEST(Recurring, is_met_on_time_up_to_the_due_day_and_late_after_it) {
    EXPECT_EQ(
        duties(child({visit("2026-11-16", "seen alone")}), alone, "2026-11-18"),
        (Lines{"2026-11-02 2026-11-16 2026-11-16 on_time", "2026-11-16 2026-11-30 - on_track"}));
    EXPECT_EQ(duties(child({visit("2026-11-17", "seen alone")}), alone, "2026-11-18"),
              (Lines{"2026-11-02 2026-11-16 2026-11-17 late", "2026-11-17 2026-12-01 - on_track"}));
}

TEST(Recurring, is_not_met_by_a_visit_on_the_anchor_day_or_before_it) {
    EXPECT_EQ(duties(child({visit("2026-11-02", "seen alone"), visit("2026-10-30", "seen alone")}),
                     alone, "2026-11-20"),
              Lines{"2026-11-02 2026-11-16 - overdue"});
}

TEST(Recurring, each_condition_stands_by_itself) {
    const auto history = child({visit("2026-11-05", "alone"),        // not seen
                                visit("2026-11-06", "seen"),         // not alone
                                visit("2026-11-09", "home"),         // not seen
                                visit("2026-11-10", "seen home"),    // not alone
                                visit("2026-11-12", "seen alone")}); // at school
    EXPECT_EQ(
        duties(history, alone, "2026-11-13"),
        (Lines{"2026-11-02 2026-11-16 2026-11-12 on_time", "2026-11-12 2026-11-26 - on_track"}));
    EXPECT_EQ(
        duties(history, at_home, "2026-11-13"),
        (Lines{"2026-11-02 2026-11-30 2026-11-10 on_time", "2026-11-10 2026-12-08 - on_track"}));
}

TEST(Recurring, an_answer_not_recorded_does_not_qualify) {
    auto history = child({visit("2026-11-05", "seen alone home")});
    history.visits[0].versions[0].alone = Answer::not_recorded;
    EXPECT_EQ(duties(history, alone, "2026-11-13"), Lines{"2026-11-02 2026-11-16 - on_track"});
    history.visits[0].versions[0].seen = Answer::not_recorded;
    EXPECT_EQ(duties(history, at_home, "2026-11-13"), Lines{"2026-11-02 2026-11-30 - on_track"});
}

TEST(Recurring, a_place_not_recorded_does_not_count_as_home_and_is_reported) {
    const auto history =
        child({visit("2026-11-05", "seen alone nowhere"), visit("2026-11-06", "nowhere"),
               visit("2026-11-20", "seen nowhere")});
    EXPECT_EQ(duties(history, at_home, "2026-11-13"), Lines{"2026-11-02 2026-11-30 - on_track"});
    const auto reported = protection::seen_without_a_place(history, on("2026-11-13"));
    ASSERT_EQ(reported.size(), 1U);
    EXPECT_EQ(reported[0].on, on("2026-11-05"));
}

TEST(Recurring, visits_after_the_day_asked_about_have_not_happened) {
    EXPECT_EQ(duties(child({visit("2026-11-18", "seen alone")}), alone, "2026-11-17"),
              Lines{"2026-11-02 2026-11-16 - overdue"});
}

TEST(Recurring, counts_visits_in_order_of_their_day_whatever_order_they_were_recorded_in) {
    auto history = child({visit("2026-11-27", "seen alone", noon("2026-11-10")),
                          visit("2026-11-12", "seen alone", noon("2026-11-28"))});
    std::swap(history.visits[0], history.visits[1]); // as history_of puts them
    EXPECT_EQ(duties(history, alone, "2026-11-28"),
              (Lines{"2026-11-02 2026-11-16 2026-11-12 on_time_recorded_late",
                     "2026-11-12 2026-11-26 2026-11-27 late", "2026-11-27 2026-12-11 - on_track"}));
}

// ---- leaving the register ----------------------------------------------------------------------
TEST(Recurring, lapses_when_the_child_leaves_on_or_before_the_due_day) {
    EXPECT_EQ(duties(child({}, "2026-11-16"), alone, "2026-11-20"),
              Lines{"2026-11-02 2026-11-16 - lapsed"});
    EXPECT_EQ(duties(child({}, "2026-11-17"), alone, "2026-11-20"),
              Lines{"2026-11-02 2026-11-16 - not_done"});
}

TEST(Recurring, a_removal_after_the_day_asked_about_has_not_happened) {
    EXPECT_EQ(duties(child({}, "2026-11-20"), alone, "2026-11-19"),
              Lines{"2026-11-02 2026-11-16 - overdue"});
    EXPECT_EQ(duties(child({}, "2026-11-20"), alone, "2026-11-20"),
              Lines{"2026-11-02 2026-11-16 - not_done"});
}

TEST(Recurring, is_not_met_by_a_visit_on_the_day_the_child_left) {
    EXPECT_EQ(duties(child({visit("2026-11-10", "seen alone")}, "2026-11-10"), alone, "2026-11-20"),
              Lines{"2026-11-02 2026-11-16 - lapsed"});
    EXPECT_EQ(
        duties(child({visit("2026-11-09", "seen alone")}, "2026-11-10"), alone, "2026-11-20"),
        (Lines{"2026-11-02 2026-11-16 2026-11-09 on_time", "2026-11-09 2026-11-23 - lapsed"}));
}

TEST(Recurring, begins_afresh_when_a_child_is_registered_again_on_the_day_they_left) {
    auto history =
        child({visit("2026-11-10", "seen alone"), visit("2026-11-11", "seen alone")}, "2026-11-10");
    history.registrations.push_back(registered("2026-11-10"));
    EXPECT_EQ(duties(history, alone, "2026-11-12"),
              (Lines{"2026-11-02 2026-11-16 - lapsed", "2026-11-10 2026-11-24 2026-11-11 on_time",
                     "2026-11-11 2026-11-25 - on_track"}));
}

TEST(Recurring, walks_two_open_registrations_each_by_itself) {
    auto history = child({visit("2026-11-12", "seen alone")});
    history.registrations.push_back(registered("2026-11-09"));
    EXPECT_EQ(duties(history, alone, "2026-11-13"),
              (Lines{"2026-11-02 2026-11-16 2026-11-12 on_time",
                     "2026-11-09 2026-11-23 2026-11-12 on_time", "2026-11-12 2026-11-26 - on_track",
                     "2026-11-12 2026-11-26 - on_track"}));
}

TEST(Recurring, a_registration_that_ends_as_it_begins_lapses) {
    EXPECT_EQ(duties(child({visit("2026-11-02", "seen alone")}, "2026-11-02"), alone, "2026-11-20"),
              Lines{"2026-11-02 2026-11-16 - lapsed"});
}

TEST(Recurring, a_child_never_registered_has_no_duty) {
    History history;
    history.visits = {visit("2026-11-12", "seen alone")};
    for (const auto rule : protection::tracked_rules()) {
        EXPECT_EQ(duties(history, rule, "2026-11-13"), Lines{}) << rule;
    }
}

// ---- when it was recorded ----------------------------------------------------------------------
TEST(Recurring, the_recording_is_late_only_when_its_date_in_wales_is_after_the_due_day) {
    const auto state = [](std::string_view recorded) {
        return duties(child({visit("2026-11-16", "seen alone", at(recorded))}), alone,
                      "2026-11-18")[0];
    };
    EXPECT_EQ(state("2026-11-16T23:59:59Z"), "2026-11-02 2026-11-16 2026-11-16 on_time");
    EXPECT_EQ(state("2026-11-17T00:00:00Z"),
              "2026-11-02 2026-11-16 2026-11-16 on_time_recorded_late");
}

TEST(Recurring, in_summer_the_recording_day_ends_an_hour_earlier_in_utc) {
    History history;
    history.registrations = {registered("2026-07-06")}; // due on 20 July
    const auto state = [&](std::string_view recorded) {
        history.visits = {visit("2026-07-20", "seen alone", at(recorded))};
        return duties(history, alone, "2026-07-22")[0];
    };
    EXPECT_EQ(state("2026-07-20T22:59:59Z"), "2026-07-06 2026-07-20 2026-07-20 on_time");
    EXPECT_EQ(state("2026-07-20T23:00:00Z"),
              "2026-07-06 2026-07-20 2026-07-20 on_time_recorded_late");
}

TEST(Recurring, a_recording_of_unknown_time_is_a_class_of_its_own) {
    EXPECT_EQ(duties(child({visit("2026-11-16", "seen alone", {})}), alone, "2026-11-18")[0],
              "2026-11-02 2026-11-16 2026-11-16 on_time_recording_unknown");
    EXPECT_EQ(duties(child({visit("2026-11-17", "seen alone", {})}), alone, "2026-11-18")[0],
              "2026-11-02 2026-11-16 2026-11-17 late");
}

TEST(Recurring, of_several_on_one_day_the_earliest_recording_counts) {
    const auto state = [](std::optional<Instant> a, std::optional<Instant> b) {
        const auto first = [&](auto x, auto y) {
            return duties(child({visit("2026-11-12", "seen alone", x),
                                 visit("2026-11-12", "seen alone", y)}),
                          alone, "2026-11-18")[0]
                .substr(33);
        };
        EXPECT_EQ(first(a, b), first(b, a));
        return first(a, b);
    };
    EXPECT_EQ(state(noon("2026-11-20"), noon("2026-11-13")), "on_time");
    EXPECT_EQ(state(std::nullopt, noon("2026-11-13")), "on_time");
    EXPECT_EQ(state(std::nullopt, noon("2026-11-20")), "on_time_recording_unknown");
    EXPECT_EQ(state(noon("2026-11-19"), noon("2026-11-20")), "on_time_recorded_late");
}

TEST(Recurring, names_the_entry_that_met_it) {
    auto history = child({visit("2026-11-12", "seen alone", noon("2026-11-13")),
                          visit("2026-11-12", "seen alone", noon("2026-11-12"))});
    history.visits[1].versions[0].entry = entry_id(7);
    const auto found =
        protection::duties_of(history, *book().card(alone), book(), on("2026-11-18"), {});
    EXPECT_EQ(found[0].met_by, entry_id(7));
    EXPECT_EQ(found[0].registration, entry_id(99));
    EXPECT_EQ(found[1].met_by, std::nullopt);
}

// ---- corrected visits --------------------------------------------------------------------------
protection::Visit corrected(protection::VisitVersion first, protection::VisitVersion then) {
    return {{std::move(first), std::move(then)}};
}

TEST(Recurring, a_correction_that_changes_only_words_does_not_make_a_visit_late) {
    const auto history =
        child({corrected(version("2026-11-12", "seen alone", noon("2026-11-12")),
                         version("2026-11-12", "seen alone", noon("2026-12-01")))});
    EXPECT_EQ(duties(history, alone, "2026-12-02")[0], "2026-11-02 2026-11-16 2026-11-12 on_time");
}

TEST(Recurring, a_correction_that_adds_alone_counts_from_itself) {
    const auto history =
        child({corrected(version("2026-11-12", "seen home", noon("2026-11-12")),
                         version("2026-11-12", "seen home alone", noon("2026-12-01")))});
    EXPECT_EQ(duties(history, alone, "2026-12-02")[0],
              "2026-11-02 2026-11-16 2026-11-12 on_time_recorded_late");
    EXPECT_EQ(duties(history, at_home, "2026-12-02")[0],
              "2026-11-02 2026-11-30 2026-11-12 on_time");
}

TEST(Recurring, a_correction_of_the_date_counts_from_itself) {
    const auto history =
        child({corrected(version("2026-11-19", "seen alone", noon("2026-11-12")),
                         version("2026-11-12", "seen alone", noon("2026-12-01")))});
    EXPECT_EQ(duties(history, alone, "2026-12-02")[0],
              "2026-11-02 2026-11-16 2026-11-12 on_time_recorded_late");
}

TEST(Recurring, said_then_unsaid_then_said_again_counts_from_the_last_saying) {
    auto taken_back = corrected(version("2026-11-12", "seen alone", noon("2026-11-12")),
                                version("2026-11-12", "seen", noon("2026-11-13")));
    EXPECT_EQ(duties(child({taken_back}), alone, "2026-11-14"),
              Lines{"2026-11-02 2026-11-16 - on_track"});
    taken_back.versions.push_back(version("2026-11-12", "seen alone", noon("2026-11-17")));
    EXPECT_EQ(duties(child({taken_back}), alone, "2026-11-18")[0],
              "2026-11-02 2026-11-16 2026-11-12 on_time_recorded_late");
}

// ---- beyond the calendar -----------------------------------------------------------------------
TEST(Recurring, beyond_the_calendar_is_undetermined_whether_met_or_not) {
    History history;
    history.registrations = {registered("2028-12-20")};
    history.visits = {visit("2028-12-22", "seen alone"), visit("2029-02-01", "seen alone")};
    const auto found =
        protection::duties_of(history, *book().card(alone), book(), on("2029-03-01"), {});
    EXPECT_EQ(told(found),
              (Lines{"2028-12-20 - 2028-12-22 undetermined", "2028-12-22 - 2029-02-01 undetermined",
                     "2029-02-01 - - undetermined"}));
    EXPECT_EQ(found[0].why, protection::WhyUndetermined::beyond_calendar);
    EXPECT_EQ(duties(history, at_home, "2028-12-21"),
              Lines{"2028-12-20 2029-01-17 - on_track"}); // weeks need no calendar
}

} // namespace
} // namespace gweld::story::recurring
