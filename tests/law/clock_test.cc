#include "law/clock.h"
#include "law/vocabulary.h"

#include <gtest/gtest.h>

#include <array>

namespace gweld::law {
namespace {

using std::chrono::April;
using std::chrono::August;
using std::chrono::December;
using std::chrono::February;
using std::chrono::January;
using std::chrono::March;
using std::chrono::May;
using std::chrono::November;
using std::chrono::October;
using time::day;
using time::Span;

const Calendar& calendar() {
    static const Calendar one{"c",
                              {{day(25, December, 2026), "Christmas Day", "Dydd Nadolig"},
                               {day(28, December, 2026), "Boxing Day", "Dydd San Steffan"},
                               {day(1, January, 2027), "New Year’s Day", "Dydd Calan"}},
                              Span{day(1, January, 2026), day(1, February, 2027)}};
    return one;
}

CivilDate by(const DueAnswer& answer) { return std::get<Due>(answer).by; }

TEST(Due, each_unit_runs_from_the_day_after_the_anchor) {
    const auto anchor = day(24, November, 2026); // a Tuesday
    EXPECT_EQ(by(due_after(WorkingDays{10}, anchor, &calendar())), day(8, December, 2026));
    EXPECT_EQ(by(due_after(Days{3}, anchor, nullptr)), day(27, November, 2026));
    EXPECT_EQ(by(due_after(Weeks{4}, anchor, nullptr)), day(22, December, 2026));
    EXPECT_EQ(by(due_after(Months{3}, anchor, nullptr)), day(24, February, 2027));
    EXPECT_EQ(by(due_after(Hours{24}, anchor, nullptr)), day(25, November, 2026));
    EXPECT_EQ(by(due_after(Immediately{}, anchor, nullptr)), anchor);
}

TEST(Due, months_are_clipped_to_a_shorter_month) {
    EXPECT_EQ(by(due_after(Months{3}, day(30, November, 2026), nullptr)), day(28, February, 2027));
    EXPECT_EQ(by(due_after(Months{3}, day(30, November, 2027), nullptr)), day(29, February, 2028));
    EXPECT_EQ(by(due_after(Months{6}, day(31, August, 2026), nullptr)), day(28, February, 2027));
    EXPECT_EQ(by(due_before(Months{1}, day(31, May, 2026), nullptr)), day(30, April, 2026));
}

TEST(Due, before_an_event_is_counted_back_from_it) {
    const auto event = day(29, December, 2026);
    EXPECT_EQ(by(due_before(WorkingDays{3}, event, &calendar())), day(22, December, 2026));
    EXPECT_EQ(by(due_before(Days{3}, event, nullptr)), day(26, December, 2026));
    EXPECT_EQ(by(due_before(Immediately{}, event, nullptr)), event);
}

TEST(Due, only_working_days_show_a_working) {
    const auto due = std::get<Due>(due_after(WorkingDays{2}, day(24, December, 2026), &calendar()));
    ASSERT_TRUE(due.working);
    EXPECT_EQ(due.working->counted.size(), 2U);
    EXPECT_EQ(due.working->skipped.size(), 4U);
    EXPECT_FALSE(std::get<Due>(due_after(Weeks{4}, day(24, December, 2026), nullptr)).working);
}

TEST(Due, cannot_be_said_beyond_the_calendar_or_without_one) {
    const auto late = due_after(WorkingDays{10}, day(25, January, 2027), &calendar());
    EXPECT_EQ(std::get<CannotSay>(late).calendar_ends, day(1, February, 2027));
    const auto none = due_after(WorkingDays{10}, day(25, January, 2026), nullptr);
    EXPECT_FALSE(std::get<CannotSay>(none).calendar_ends);
    EXPECT_FALSE(due_day_after(WorkingDays{10}, day(25, January, 2027), &calendar()));
    EXPECT_FALSE(due_day_after(WorkingDays{10}, day(25, January, 2026), nullptr));
}

TEST(Due, with_and_without_the_working_is_the_same_day) {
    const std::array<Interval, 6> intervals{WorkingDays{10}, Days{3},   Weeks{4},
                                            Months{3},       Hours{24}, Immediately{}};
    for (auto d = day(1, January, 2026); d < day(31, December, 2026); d = d.next_day()) {
        for (const auto& interval : intervals) {
            ASSERT_EQ(due_day_after(interval, d, &calendar()),
                      by(due_after(interval, d, &calendar())));
        }
    }
}

TEST(Clock, stands_before_on_and_after_the_due_day) {
    const auto anchor = day(2, November, 2026);
    const auto read = [&](CivilDate today) {
        return read_clock(WorkingDays{10}, anchor, {}, today, &calendar());
    };
    EXPECT_TRUE(std::holds_alternative<OnTrack>(read(day(15, November, 2026))));
    EXPECT_TRUE(std::holds_alternative<DueToday>(read(day(16, November, 2026))));
    EXPECT_TRUE(std::holds_alternative<Overdue>(read(day(17, November, 2026))));
    EXPECT_TRUE(std::holds_alternative<Undetermined>(
        read_clock(WorkingDays{300}, anchor, {}, anchor, &calendar())));
}

TEST(Clock, is_met_by_what_has_happened_since_the_anchor) {
    const auto anchor = day(2, November, 2026);
    const auto read = [&](CivilDate met, CivilDate today) {
        return read_clock(Days{10}, anchor, met, today, nullptr);
    };
    const auto met = read(day(9, November, 2026), day(9, November, 2026));
    ASSERT_TRUE(std::holds_alternative<Met>(met));
    EXPECT_EQ(std::get<Met>(met).on, day(9, November, 2026));
    EXPECT_EQ(std::get<Met>(met).due.by, day(12, November, 2026));
    EXPECT_TRUE(std::holds_alternative<Met>(read(anchor, anchor)));
    EXPECT_TRUE(std::holds_alternative<OnTrack>(
        read(day(9, November, 2026), day(8, November, 2026)))); // not yet happened
    EXPECT_TRUE(std::holds_alternative<Overdue>(
        read(day(1, November, 2026), day(13, November, 2026)))); // answered something earlier
}

TEST(Clock, before_an_event_is_met_by_what_was_done_earlier) {
    const auto event = day(29, December, 2026);
    const auto read = [&](std::optional<CivilDate> met, CivilDate today) {
        return read_before(WorkingDays{3}, event, met, today, &calendar());
    };
    EXPECT_TRUE(std::holds_alternative<OnTrack>(read({}, day(21, December, 2026))));
    EXPECT_TRUE(std::holds_alternative<DueToday>(read({}, day(22, December, 2026))));
    EXPECT_TRUE(std::holds_alternative<Overdue>(read({}, day(23, December, 2026))));
    EXPECT_TRUE(std::holds_alternative<Met>(read(day(1, December, 2026), day(22, December, 2026))));
    EXPECT_TRUE(
        std::holds_alternative<OnTrack>(read(day(20, December, 2026), day(19, December, 2026))));
}

TEST(CountIn, counts_what_was_done_in_the_period_of_today) {
    const auto anchor = day(31, January, 2026);
    const std::array done{anchor, day(10, February, 2026), day(28, February, 2026),
                          day(1, March, 2026), day(20, March, 2026)};
    const auto read = [&](CivilDate today) {
        return *read_count_in(Months{1}, 2, anchor, done, today, nullptr);
    };
    EXPECT_EQ(read(anchor).so_far, 0);
    EXPECT_EQ(read(day(27, February, 2026)).so_far, 1);
    EXPECT_EQ(read(day(28, February, 2026)).so_far, 2);
    EXPECT_EQ(read(day(28, February, 2026)).period_ends, day(28, February, 2026));
    EXPECT_EQ(read(day(1, March, 2026)).period_ends,
              day(31, March, 2026)); // no drift from the 31st
    EXPECT_EQ(read(day(31, March, 2026)).so_far, 2);
    EXPECT_EQ(read(day(1, April, 2026)).so_far, 0);
    EXPECT_EQ(read(day(1, April, 2026)).wanted, 2);
}

TEST(CountIn, cannot_be_read_before_the_anchor_beyond_the_calendar_or_without_a_length) {
    const auto anchor = day(2, November, 2026);
    EXPECT_FALSE(read_count_in(Weeks{1}, 1, anchor, {}, anchor.plus_days(-1), nullptr));
    EXPECT_FALSE(read_count_in(Immediately{}, 1, anchor, {}, anchor, nullptr));
    EXPECT_FALSE(read_count_in(WorkingDays{5}, 1, anchor, {}, day(1, March, 2027), &calendar()));
    EXPECT_EQ(read_count_in(WorkingDays{5}, 1, anchor, {}, day(9, November, 2026), &calendar())
                  ->period_ends,
              day(9, November, 2026));
}

TEST(OnceBetween, counts_after_the_first_event_up_to_and_with_the_second) {
    const auto opened = day(4, March, 2026);
    const auto closed = day(28, May, 2026);
    const auto today = day(1, October, 2026);
    const auto read = [&](CivilDate met) {
        return read_once_between(opened, closed, day(4, May, 2026), met, today);
    };
    EXPECT_TRUE(std::holds_alternative<Overdue>(read(opened)));
    EXPECT_TRUE(std::holds_alternative<Met>(read(opened.next_day())));
    EXPECT_TRUE(std::holds_alternative<Met>(read(closed)));
    EXPECT_TRUE(std::holds_alternative<Overdue>(read(closed.next_day())));
}

TEST(OnceBetween, runs_to_the_latest_day_while_the_second_event_is_to_come) {
    const auto opened = day(4, March, 2026);
    const auto latest = day(4, May, 2026);
    const auto read = [&](std::optional<CivilDate> met, CivilDate today) {
        return read_once_between(opened, {}, latest, met, today);
    };
    EXPECT_TRUE(std::holds_alternative<OnTrack>(read({}, latest.plus_days(-1))));
    EXPECT_TRUE(std::holds_alternative<DueToday>(read({}, latest)));
    EXPECT_TRUE(std::holds_alternative<Overdue>(read({}, latest.next_day())));
    EXPECT_TRUE(std::holds_alternative<Met>(read(latest.next_day(), latest.next_day())));
    EXPECT_TRUE(std::holds_alternative<Undetermined>(
        read_once_between(opened, {}, {}, {}, opened.next_day())));
}

TEST(Interval, is_said_in_both_languages) {
    EXPECT_EQ(in_words(WorkingDays{1}), (Bilingual{"1 working day", "1 diwrnod gwaith"}));
    EXPECT_EQ(in_words(WorkingDays{2}), (Bilingual{"2 working days", "2 ddiwrnod gwaith"}));
    EXPECT_EQ(in_words(Weeks{4}), (Bilingual{"4 weeks", "4 wythnos"}));
    EXPECT_EQ(in_words(Months{2}), (Bilingual{"2 months", "2 fis"}));
    EXPECT_EQ(in_words(Hours{24}), (Bilingual{"24 hours", "24 awr"}));
    EXPECT_EQ(in_words(Immediately{}), (Bilingual{"immediately", "ar unwaith"}));
    for (const auto* text :
         {"10 working days", "1 day", "3 days", "1 week", "6 months", "48 hours", "immediately"}) {
        ASSERT_TRUE(parse_interval(text)) << text;
        EXPECT_EQ(in_words(*parse_interval(text)).en, text);
    }
}

TEST(Interval, is_compared_only_where_every_date_gives_the_same_answer) {
    using enum Comparison;
    EXPECT_EQ(compare(WorkingDays{9}, WorkingDays{10}), tighter);
    EXPECT_EQ(compare(WorkingDays{11}, WorkingDays{10}), looser);
    EXPECT_EQ(compare(Weeks{4}, Days{28}), same);
    EXPECT_EQ(compare(Hours{48}, Days{3}), tighter);
    EXPECT_EQ(compare(Months{1}, Weeks{6}), tighter);
    EXPECT_EQ(compare(Weeks{5}, Months{1}), looser);
    EXPECT_EQ(compare(Weeks{4}, Months{1}), tighter);
    EXPECT_EQ(compare(Days{30}, Months{1}), cannot_compare);
    EXPECT_EQ(compare(Days{10}, WorkingDays{10}), tighter);
    EXPECT_EQ(compare(Days{11}, WorkingDays{10}), cannot_compare);
    EXPECT_EQ(compare(WorkingDays{10}, Weeks{2}), cannot_compare);
    EXPECT_EQ(compare(WorkingDays{15}, Weeks{2}), looser);
    EXPECT_EQ(compare(Immediately{}, WorkingDays{1}), tighter);
}

} // namespace
} // namespace gweld::law
