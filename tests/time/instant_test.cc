#include "time/instant.h"

#include <gtest/gtest.h>

namespace gweld::time {
namespace {

using namespace std::chrono_literals;
using std::chrono::March;
using std::chrono::October;

Instant at(std::string_view text) {
    const auto moment = parse_rfc3339(text);
    EXPECT_TRUE(moment) << text;
    return moment.value_or(Instant{});
}

TEST(TimeInWales, is_utc_in_winter_and_an_hour_ahead_in_summer) {
    EXPECT_EQ(wall_time_in_wales(at("2026-01-15T09:30:00Z")).since_midnight, 9h + 30min);
    EXPECT_EQ(wall_time_in_wales(at("2026-07-15T09:30:00Z")).since_midnight, 10h + 30min);
}

TEST(TimeInWales, late_on_a_summer_evening_in_utc_is_already_tomorrow) {
    EXPECT_EQ(date_in_wales(at("2026-06-30T22:59:59.999Z")), day(30, std::chrono::June, 2026));
    EXPECT_EQ(date_in_wales(at("2026-06-30T23:00:00Z")), day(1, std::chrono::July, 2026));
    EXPECT_EQ(date_in_wales(at("2026-11-30T23:59:59.999Z")), day(30, std::chrono::November, 2026));
}

TEST(TimeInWales, seconds_and_milliseconds_are_cut_off_the_time_of_day) {
    const auto wall = wall_time_in_wales(at("2026-11-24T23:59:59.999Z"));
    EXPECT_EQ(wall.date, day(24, std::chrono::November, 2026));
    EXPECT_EQ(wall.since_midnight, 23h + 59min);
    EXPECT_EQ(wall_time_in_wales(Instant{-1ms}).since_midnight, 59min); // 1970 had no winter time
}

TEST(TimeInWales, each_moment_has_its_own_offset_whichever_was_asked_about_before) {
    for (int round = 0; round < 2; ++round) {
        EXPECT_EQ(wall_time_in_wales(at("2026-03-29T00:59:59Z")).since_midnight, 59min);
        EXPECT_EQ(wall_time_in_wales(at("2026-03-29T01:00:00Z")).since_midnight, 2h);
        EXPECT_EQ(wall_time_in_wales(at("2026-10-25T00:59:59Z")).since_midnight, 1h + 59min);
        EXPECT_EQ(wall_time_in_wales(at("2026-10-25T01:00:00Z")).since_midnight, 1h);
    }
}

TEST(TimeInWales, a_day_starts_at_its_own_midnight) {
    EXPECT_EQ(start_of_day_in_wales(day(24, std::chrono::November, 2026)),
              at("2026-11-24T00:00:00Z"));
    EXPECT_EQ(start_of_day_in_wales(day(1, std::chrono::July, 2026)), at("2026-06-30T23:00:00Z"));
}

TEST(TimeInWales, in_the_spring_gap_it_is_the_instant_the_clocks_moved) {
    const auto spring = day(29, March, 2026); // 01:00 to 02:00 does not exist
    EXPECT_EQ(at_wall_time_in_wales(spring, 59min), at("2026-03-29T00:59:00Z"));
    EXPECT_EQ(at_wall_time_in_wales(spring, 60min), at("2026-03-29T01:00:00Z"));
    EXPECT_EQ(at_wall_time_in_wales(spring, 90min), at("2026-03-29T01:00:00Z"));
    EXPECT_EQ(at_wall_time_in_wales(spring, 119min), at("2026-03-29T01:00:00Z"));
    EXPECT_EQ(at_wall_time_in_wales(spring, 120min), at("2026-03-29T01:00:00Z"));
    EXPECT_EQ(at_wall_time_in_wales(spring, 121min), at("2026-03-29T01:01:00Z"));
}

TEST(TimeInWales, in_the_autumn_overlap_it_is_the_first_of_the_two) {
    const auto autumn = day(25, October, 2026); // 01:00 to 02:00 comes twice
    EXPECT_EQ(at_wall_time_in_wales(autumn, 59min), at("2026-10-24T23:59:00Z"));
    EXPECT_EQ(at_wall_time_in_wales(autumn, 60min), at("2026-10-25T00:00:00Z"));
    EXPECT_EQ(at_wall_time_in_wales(autumn, 90min), at("2026-10-25T00:30:00Z"));
    EXPECT_EQ(at_wall_time_in_wales(autumn, 119min), at("2026-10-25T00:59:00Z"));
    EXPECT_EQ(at_wall_time_in_wales(autumn, 120min), at("2026-10-25T02:00:00Z"));
    EXPECT_EQ(wall_time_in_wales(at("2026-10-25T00:30:00Z")).since_midnight, 90min);
    EXPECT_EQ(wall_time_in_wales(at("2026-10-25T01:30:00Z")).since_midnight, 90min);
}

TEST(TimeInWales, every_day_to_2037_starts_at_an_instant_of_that_day) {
    for (auto d = day(1, std::chrono::January, 2000); d < day(1, std::chrono::January, 2038);
         d = d.next_day()) {
        const auto begin = start_of_day_in_wales(d);
        ASSERT_EQ(date_in_wales(begin), d) << to_iso(d);
        ASSERT_EQ(date_in_wales(begin - 1ms), d.plus_days(-1)) << to_iso(d);
    }
}

TEST(Rfc3339, is_written_in_utc_with_milliseconds) {
    EXPECT_EQ(to_rfc3339(at("2026-11-24T09:30:00Z")), "2026-11-24T09:30:00.000Z");
    EXPECT_EQ(to_rfc3339(at("2026-01-02T03:04:05.067Z")), "2026-01-02T03:04:05.067Z");
    EXPECT_EQ(to_rfc3339(Instant{-1ms}), "1969-12-31T23:59:59.999Z");
    EXPECT_EQ(to_rfc3339(Instant{}), "1970-01-01T00:00:00.000Z");
}

TEST(Rfc3339, a_fraction_is_cut_to_milliseconds) {
    EXPECT_EQ(to_rfc3339(at("2026-11-24T09:30:00.1Z")), "2026-11-24T09:30:00.100Z");
    EXPECT_EQ(to_rfc3339(at("2026-11-24T09:30:00.123999999Z")), "2026-11-24T09:30:00.123Z");
}

TEST(Rfc3339, an_offset_is_taken_away) {
    EXPECT_EQ(at("2026-06-30T23:30:00+01:00"), at("2026-06-30T22:30:00Z"));
    EXPECT_EQ(at("2026-11-24T20:00:00-05:30"), at("2026-11-25T01:30:00Z"));
    EXPECT_EQ(at("2026-03-01T00:30:00.5+01:00"), at("2026-02-28T23:30:00.500Z"));
}

TEST(Rfc3339, nothing_else_is_accepted) {
    for (const auto* text : {"",
                             "2026-11-24",
                             "2026-11-24T09:30:00",
                             "2026-11-24T09:30Z",
                             "2026-11-24 09:30:00Z",
                             "2026-11-24T09:30:00z",
                             "2026-11-24t09:30:00Z",
                             "2026-11-24T24:00:00Z",
                             "2026-11-24T09:60:00Z",
                             "2026-11-24T09:30:60Z",
                             "2026-02-30T09:30:00Z",
                             "2026-11-24T09:30:00.Z",
                             "2026-11-24T09:30:00.1234567890Z",
                             "2026-11-24T09:30:00,5Z",
                             "2026-11-24T09:30:00+1:00",
                             "2026-11-24T09:30:00+01",
                             "2026-11-24T09:30:00+0100",
                             "2026-11-24T09:30:00+24:00",
                             "2026-11-24T09:30:00+01:60",
                             "2026-11-24T09:30:00Z ",
                             " 2026-11-24T09:30:00Z",
                             "2026-11-24T09:30:00ZZ",
                             "2026-11-24T9:30:00Z",
                             "2026-11-24T-9:30:00Z",
                             "2026-11-24T09:30:00.5"}) {
        EXPECT_FALSE(parse_rfc3339(text)) << text;
    }
}

} // namespace
} // namespace gweld::time
