// Tallies by hand: what is counted, in which class, in which group, and what is not.
#include "../protection/story.h"

#include "measure/measure.h"

#include <gtest/gtest.h>

namespace gweld::story {
namespace {

using measure::ChildDuties;
using measure::Period;
using measure::Tally;

constexpr auto alone = "cp.visit.seen-alone";

ChildDuties counted(const History& history, std::string_view as_of, std::string_view rule = alone,
                    protection::Coverage coverage = {true}) {
    return measure::child_duties(history, *book().card(rule), book(), on(as_of), coverage);
}
Tally tally(const History& history, std::string_view from, std::string_view to,
            std::string_view as_of, std::string_view rule = alone) {
    return measure::tally(counted(history, as_of, rule), {on(from), on(to)}, on(as_of));
}

// On the register from 2 November 2026: due 16 November (met), then 30 November (late, on 1
// December), then 15 December.
History child(std::string_view end = {}) {
    History history;
    history.registrations = {registered("2026-11-02", end)};
    history.visits = {visit("2026-11-16", "seen alone"), visit("2026-12-01", "seen alone")};
    return history;
}

TEST(Tally, counts_duties_by_the_day_they_were_due_at_both_ends_of_the_period) {
    EXPECT_EQ(tally(child(), "2026-11-16", "2026-11-30", "2026-12-10").due, 2);
    EXPECT_EQ(tally(child(), "2026-11-17", "2026-11-30", "2026-12-10").due, 1);
    EXPECT_EQ(tally(child(), "2026-11-16", "2026-11-29", "2026-12-10").due, 1);
    EXPECT_EQ(tally(child(), "2026-11-16", "2026-11-30", "2026-12-10").late, 1);
    EXPECT_EQ(tally(child(), "2026-11-16", "2026-11-30", "2026-12-10").on_time, 1);
}

TEST(Tally, leaves_out_what_is_still_open_and_counts_what_is_overdue) {
    EXPECT_EQ(tally(child(), "2026-12-15", "2026-12-15", "2026-12-15").due, 0);
    const auto overdue = tally(child(), "2026-12-15", "2026-12-15", "2026-12-16");
    EXPECT_EQ(overdue.due, 1);
    EXPECT_EQ(overdue.not_met, 1);
    EXPECT_EQ(overdue.percent_on_time(), 0.0);
}

TEST(Tally, leaves_out_what_lapsed_and_counts_what_was_not_done) {
    EXPECT_EQ(tally(child("2026-12-15"), "2026-12-15", "2026-12-15", "2026-12-20").due, 0);
    EXPECT_EQ(tally(child("2026-12-16"), "2026-12-15", "2026-12-15", "2026-12-20").not_met, 1);
}

TEST(Tally, of_nothing_due_has_no_percentage) {
    EXPECT_EQ(tally(child(), "2026-11-02", "2026-11-15", "2026-12-20").percent_on_time(),
              std::nullopt);
}

TEST(Tally, puts_every_on_time_class_over_due) {
    Tally sum;
    sum.due = 8;
    sum.on_time = 3;
    sum.on_time_recorded_late = 1;
    sum.recording_unknown = 2;
    sum.late = 1;
    sum.not_met = 1;
    EXPECT_EQ(sum.percent_on_time(), 75.0);
    sum += sum;
    EXPECT_EQ(sum.due, 16);
    EXPECT_EQ(sum.percent_on_time(), 75.0);
}

TEST(ChildDays, are_in_date_up_to_the_due_day_and_again_from_the_day_of_a_late_visit) {
    // 2 Nov to 30 Nov in date, 1 Dec is the late visit's own day: in date again.
    const auto all = tally(child(), "2026-11-01", "2026-12-10", "2026-12-20");
    EXPECT_EQ(all.child_days, 39); // 2 November to 10 December
    EXPECT_EQ(all.child_days_in_date, 39);
    auto later = child();
    later.visits[1] = visit("2026-12-04", "seen alone");
    EXPECT_EQ(tally(later, "2026-11-01", "2026-12-10", "2026-12-20").child_days_in_date, 36);
}

TEST(ChildDays, end_with_the_registration_the_period_and_the_day_asked_about) {
    EXPECT_EQ(tally(child("2026-11-05"), "2026-11-01", "2026-11-30", "2026-12-20").child_days, 3);
    EXPECT_EQ(tally(child("2026-11-05"), "2026-11-01", "2026-11-30", "2026-11-04").child_days, 3);
    EXPECT_EQ(tally(child(), "2026-11-03", "2026-11-04", "2026-12-20").child_days, 2);
    EXPECT_EQ(tally(child(), "2026-11-01", "2026-11-30", "2026-11-02").child_days, 1);
    EXPECT_EQ(tally(child(), "2026-11-01", "2026-11-30", "2026-11-01").child_days, 0);
}

TEST(ChildDays, of_two_registrations_at_once_are_counted_once) {
    auto history = child();
    history.registrations.push_back(registered("2026-11-04"));
    EXPECT_EQ(tally(history, "2026-11-01", "2026-11-30", "2026-12-20").child_days, 29);
}

TEST(ChildDays, stay_in_date_once_the_bedroom_was_seen_however_late_the_conference_is) {
    History history;
    history.registrations = {registered("2026-01-12")}; // review due by 12 April
    history.visits = {visit("2026-02-01", "bedroom")};
    const auto seen =
        tally(history, "2026-04-01", "2026-04-30", "2026-05-01", "cp.visit.bedroom-seen");
    EXPECT_EQ(seen.child_days_in_date, 30);
    history.visits.clear();
    EXPECT_EQ(tally(history, "2026-04-01", "2026-04-30", "2026-05-01", "cp.visit.bedroom-seen")
                  .child_days_in_date,
              12);
}

TEST(Undetermined, is_counted_apart_only_when_the_period_reaches_beyond_the_calendar) {
    History history;
    history.registrations = {registered("2028-12-20")};
    EXPECT_EQ(tally(history, "2028-12-01", "2028-12-31", "2029-03-01").undetermined, 0);
    const auto beyond = tally(history, "2028-12-01", "2029-01-31", "2029-03-01");
    EXPECT_EQ(beyond.undetermined, 1);
    EXPECT_EQ(beyond.due, 0);
    EXPECT_EQ(beyond.child_days, 43);
    EXPECT_EQ(beyond.child_days_in_date, 12) << "20 to 31 December 2028";
}

TEST(Undetermined, for_want_of_meetings_is_counted_apart_while_the_child_was_registered) {
    History history;
    history.registrations = {registered("2026-01-12", "2026-06-01")};
    history.registrations[0].imported = true;
    const auto in = [&](std::string_view from, std::string_view to) {
        return measure::tally(counted(history, "2026-11-01", "cp.core-group", {false}),
                              {on(from), on(to)}, on("2026-11-01"));
    };
    EXPECT_EQ(in("2026-05-01", "2026-05-31").undetermined, 1);
    EXPECT_EQ(in("2026-05-01", "2026-05-31").child_days, 31);
    EXPECT_EQ(in("2026-05-01", "2026-05-31").child_days_in_date, 0);
    EXPECT_EQ(in("2026-06-01", "2026-06-30").undetermined, 0);
    EXPECT_EQ(in("2025-12-01", "2026-01-11").undetermined, 0);
}

// ---- groups ------------------------------------------------------------------------------------
TEST(ByMonth, shows_every_month_of_the_period_even_an_empty_one) {
    const std::vector children{counted(child(), "2026-12-20")};
    const auto rows =
        measure::by_month(children, {on("2026-09-15"), on("2026-12-31")}, on("2026-12-20"));
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows[0].group, "2026-09");
    EXPECT_EQ(rows[0].tally, Tally{});
    EXPECT_EQ(rows[2].group, "2026-11");
    EXPECT_EQ(rows[2].tally.due, 2);
    EXPECT_EQ(rows[2].tally.child_days, 29);
    EXPECT_EQ(rows[3].tally.not_met, 1);
    EXPECT_EQ(rows[3].tally.child_days, 20);
    EXPECT_EQ(rows[3].tally.child_days_in_date, 15);
}

TEST(ByHolder, counts_a_duty_with_whoever_held_the_child_on_the_due_day) {
    const std::vector children{counted(child(), "2026-12-10")};
    const std::vector<std::vector<measure::Held>> held{
        {{{on("2026-11-01"), on("2026-11-16")}, "Team A"}, {{on("2026-11-16"), {}}, "Team B"}}};
    const Period november{on("2026-11-01"), on("2026-11-30")};
    auto rows = measure::by_holder(children, held, november, on("2026-12-10"));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].group, "Team A");
    EXPECT_EQ(rows[0].tally.due, 0);
    EXPECT_EQ(rows[0].tally.child_days, 14);
    EXPECT_EQ(rows[1].tally.due, 2);
    EXPECT_EQ(rows[1].tally.child_days, 15);
    rows = measure::by_holder(children, std::vector<std::vector<measure::Held>>{{}}, november,
                              on("2026-12-10"));
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].group, "") << "nobody was allocated";
    EXPECT_EQ(rows[0].tally.due, 2);
}

TEST(Overdue, counts_children_past_the_due_day_then_running) {
    const std::vector children{counted(child("2026-12-20"), "2026-12-31")};
    const auto overdue = [&](std::string_view day) {
        return measure::overdue_on(children, on(day));
    };
    EXPECT_EQ(overdue("2026-11-30"), 0);
    EXPECT_EQ(overdue("2026-12-01"), 0) << "visited that day, late";
    EXPECT_EQ(overdue("2026-12-15"), 0);
    EXPECT_EQ(overdue("2026-12-16"), 1);
    EXPECT_EQ(overdue("2026-12-19"), 1);
    EXPECT_EQ(overdue("2026-12-20"), 0) << "off the register";
}

TEST(ChildDuties, of_writing_up_have_no_days_on_the_register) {
    auto history = child();
    history.stubs = {{entry_id(5), on("2026-11-06"), {}, {}, {}}};
    const auto made = counted(history, "2026-11-20", "local.visit.write-up");
    EXPECT_EQ(made.duties.size(), 1U);
    EXPECT_TRUE(made.on_register.empty());
    EXPECT_EQ(measure::tally(made, {on("2026-11-01"), on("2026-11-30")}, on("2026-11-20")).not_met,
              1);
}

// ---- the usual range ---------------------------------------------------------------------------
using Points = std::vector<std::optional<double>>;

TEST(UsualRange, is_the_mean_and_266_hundredths_of_the_average_moving_range) {
    const auto range = measure::usual_range(Points{60, 64, 60, 64, 60, 64, 60, 64}, 8);
    EXPECT_DOUBLE_EQ(range.level, 62);
    EXPECT_DOUBLE_EQ(range.top, 62 + 2.66 * 4);
    EXPECT_DOUBLE_EQ(range.bottom, 62 - 2.66 * 4);
    EXPECT_EQ(range.signal, measure::Signal::no_real_change);
}

TEST(UsualRange, too_few_points_say_nothing) {
    const auto range = measure::usual_range(Points{60, 64, {}, 60, 64, 60, 64, 60}, 8);
    EXPECT_EQ(range.signal, measure::Signal::too_few_to_say);
    EXPECT_EQ(range.stands_out, std::vector<bool>(8, false));
}

TEST(UsualRange, a_point_outside_stands_out) {
    auto range = measure::usual_range(Points{60, 64, 60, 64, {}, 60, 64, 60, 64, 90}, 8);
    EXPECT_EQ(range.signal, measure::Signal::getting_better);
    EXPECT_TRUE(range.stands_out[9]);
    EXPECT_FALSE(range.stands_out[4]);
    range = measure::usual_range(Points{60, 64, 60, 64, 60, 64, 60, 64, 10, 62}, 8);
    EXPECT_TRUE(range.stands_out[8]);
    EXPECT_EQ(range.signal, measure::Signal::no_real_change) << "the newest is back in the range";
}

TEST(UsualRange, seven_in_a_row_on_one_side_stand_out_and_six_do_not) {
    Points points{60, 64, 60, 64, 60, 64, 60, 64, 61, 61, 61, 61, 61, 61};
    EXPECT_EQ(measure::usual_range(points, 8).signal, measure::Signal::no_real_change);
    points.emplace_back(61);
    const auto range = measure::usual_range(points, 8);
    EXPECT_EQ(range.signal, measure::Signal::getting_worse);
    EXPECT_TRUE(range.stands_out[8]);
    EXPECT_FALSE(range.stands_out[7]);
}

TEST(UsualRange, stays_within_nothing_and_everything) {
    const auto range = measure::usual_range(Points{0, 100, 0, 100, 0, 100, 0, 100}, 8);
    EXPECT_DOUBLE_EQ(range.bottom, 0);
    EXPECT_DOUBLE_EQ(range.top, 100);
}

} // namespace
} // namespace gweld::story
