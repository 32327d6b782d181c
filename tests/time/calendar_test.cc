#include "time/calendar.h"

#include <gtest/gtest.h>

#include <climits>
#include <stdexcept>

namespace gweld::time {
namespace {

using std::chrono::December;
using std::chrono::January;
using std::chrono::November;

// Known from Tuesday 1 December 2026 to Friday 8 January 2027.
Calendar christmas() {
    return Calendar{"christmas",
                    {{day(25, December, 2026), "Christmas Day", "Dydd Nadolig"},
                     {day(28, December, 2026), "Boxing Day", "Dydd San Steffan"},
                     {day(1, January, 2027), "New Year’s Day", "Dydd Calan"}},
                    Span{day(1, December, 2026), day(9, January, 2027)}};
}

CivilDate last(const Calendar& calendar, CivilDate from, int n) {
    const auto found = calendar.last_of(from, n);
    EXPECT_TRUE(found.ok()) << to_iso(from) << " + " << n;
    return found.ok() ? found.value() : from;
}

CivilDate unknown(const Calendar& calendar, CivilDate from, int n) {
    const auto found = calendar.last_of(from, n);
    EXPECT_FALSE(found.ok()) << to_iso(from) << " + " << n;
    const auto counted = count_after(from, n, calendar);
    EXPECT_FALSE(counted.ok());
    if (found.ok() || counted.ok()) {
        return from;
    }
    EXPECT_EQ(found.error().first_unknown_day, counted.error().first_unknown_day);
    return found.error().first_unknown_day;
}

TEST(Calendar, knows_working_days_only_within_its_span) {
    const auto c = christmas();
    EXPECT_EQ(c.kind(day(30, November, 2026)), DayKind::NotYetKnown);
    EXPECT_EQ(c.kind(day(1, December, 2026)), DayKind::Working);
    EXPECT_EQ(c.kind(day(5, December, 2026)), DayKind::NotWorking);
    EXPECT_EQ(c.kind(day(25, December, 2026)), DayKind::NotWorking);
    EXPECT_EQ(c.kind(day(29, December, 2026)), DayKind::Working);
    EXPECT_EQ(c.kind(day(8, January, 2027)), DayKind::Working);
    EXPECT_EQ(c.kind(day(9, January, 2027)), DayKind::NotYetKnown);
    ASSERT_NE(c.holiday_on(day(28, December, 2026)), nullptr);
    EXPECT_EQ(c.holiday_on(day(28, December, 2026))->name_cy, "Dydd San Steffan");
    EXPECT_EQ(c.holiday_on(day(29, December, 2026)), nullptr);
}

TEST(Calendar, the_day_itself_is_not_counted) {
    const auto c = christmas();
    EXPECT_EQ(last(c, day(3, December, 2026), 1), day(4, December, 2026));
    EXPECT_EQ(last(c, day(4, December, 2026), 1), day(7, December, 2026));
    EXPECT_EQ(last(c, day(5, December, 2026), 1), day(7, December, 2026));
    EXPECT_EQ(last(c, day(17, December, 2026), 10), day(5, January, 2027));
}

TEST(Calendar, no_working_days_on_is_the_day_itself_even_a_sunday_or_unknown) {
    const auto c = christmas();
    EXPECT_EQ(last(c, day(6, December, 2026), 0), day(6, December, 2026));
    EXPECT_EQ(last(c, day(1, January, 1999), 0), day(1, January, 1999));
    const auto count = count_after(day(6, December, 2026), 0, c);
    ASSERT_TRUE(count.ok());
    EXPECT_TRUE(count.value().counted.empty());
    EXPECT_TRUE(count.value().skipped.empty());
}

TEST(Calendar, a_negative_number_counts_back) {
    const auto c = christmas();
    EXPECT_EQ(last(c, day(29, December, 2026), -1), day(24, December, 2026));
    EXPECT_EQ(last(c, day(27, December, 2026), -2), day(23, December, 2026));
    const auto count = count_after(day(29, December, 2026), -2, c);
    ASSERT_TRUE(count.ok());
    EXPECT_EQ(count.value().counted,
              (std::vector{day(23, December, 2026), day(24, December, 2026)}));
    EXPECT_EQ(count.value().skipped.front(), day(25, December, 2026));
    EXPECT_EQ(count.value().skipped.back(), day(28, December, 2026));
}

TEST(Calendar, a_count_may_start_on_the_day_before_its_span_and_end_on_its_last_day) {
    const auto c = christmas();
    EXPECT_EQ(last(c, day(30, November, 2026), 1), day(1, December, 2026));
    EXPECT_EQ(last(c, day(7, January, 2027), 1), day(8, January, 2027));
    EXPECT_EQ(last(c, day(9, January, 2027), -1), day(8, January, 2027));
    EXPECT_EQ(last(c, day(2, December, 2026), -1), day(1, December, 2026));
}

TEST(Calendar, beyond_its_span_it_names_the_first_day_it_does_not_know) {
    const auto c = christmas();
    EXPECT_EQ(unknown(c, day(7, January, 2027), 2), day(9, January, 2027));
    EXPECT_EQ(unknown(c, day(8, January, 2027), 1), day(9, January, 2027));
    EXPECT_EQ(unknown(c, day(1, January, 2050), 1), day(9, January, 2027));
    EXPECT_EQ(unknown(c, day(29, November, 2026), 1), day(30, November, 2026));
    EXPECT_EQ(unknown(c, day(1, January, 1999), 5), day(2, January, 1999));
    EXPECT_EQ(unknown(c, day(1, December, 2026), -1), day(30, November, 2026));
    EXPECT_EQ(unknown(c, day(10, January, 2027), -1), day(9, January, 2027));
    EXPECT_EQ(unknown(c, day(1, January, 1999), -1), day(30, November, 2026));
    EXPECT_EQ(unknown(c, day(1, December, 2026), INT_MAX), day(9, January, 2027));
    EXPECT_EQ(unknown(c, day(8, January, 2027), INT_MIN), day(30, November, 2026));
}

TEST(Calendar, counts_the_working_days_after_one_day_up_to_and_with_another) {
    const auto c = christmas();
    EXPECT_EQ(c.working_days_between(day(17, December, 2026), day(5, January, 2027)), 10);
    EXPECT_EQ(c.working_days_between(day(5, January, 2027), day(17, December, 2026)), -10);
    EXPECT_EQ(c.working_days_between(day(5, December, 2026), day(6, December, 2026)), 0);
    EXPECT_EQ(c.working_days_between(day(4, December, 2026), day(4, December, 2026)), 0);
    EXPECT_FALSE(c.working_days_between(day(30, November, 2026), day(4, December, 2026)));
    EXPECT_FALSE(c.working_days_between(day(4, December, 2026), day(9, January, 2027)));
}

TEST(Calendar, shows_each_day_counted_and_each_passed_over) {
    const auto count = count_after(day(23, December, 2026), 3, christmas());
    ASSERT_TRUE(count.ok());
    EXPECT_EQ(count.value().last_day, day(30, December, 2026));
    EXPECT_EQ(count.value().counted, (std::vector{day(24, December, 2026), day(29, December, 2026),
                                                  day(30, December, 2026)}));
    EXPECT_EQ(count.value().skipped,
              (std::vector{day(25, December, 2026), day(26, December, 2026),
                           day(27, December, 2026), day(28, December, 2026)}));
}

TEST(Calendar, is_refused_without_an_end_or_with_an_end_before_its_start) {
    const auto from = day(1, January, 2027);
    EXPECT_THROW((Calendar{"endless", {}, Span{from, {}}}), std::invalid_argument);
    EXPECT_THROW((Calendar{"backwards", {}, Span{from, from.plus_days(-1)}}),
                 std::invalid_argument);
    const Calendar empty{"empty", {}, Span{from, from}};
    EXPECT_EQ(empty.kind(from), DayKind::NotYetKnown);
    EXPECT_FALSE(empty.last_of(from.plus_days(-1), 1).ok());
}

} // namespace
} // namespace gweld::time
