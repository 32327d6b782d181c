// How often somebody may send something: alone, together, after a rest.
#include "web/rates.h"

#include <gtest/gtest.h>

namespace gweld::web {
namespace {

using namespace std::chrono_literals;

const time::Instant start{1'795'500'000'000ms};

int taken(RateLimits& limits, std::string_view address, time::Instant now, int asked) {
    int n = 0;
    for (int i = 0; i < asked; ++i) {
        n += limits.ask(address, now) ? 0 : 1;
    }
    return n;
}

TEST(Rates, a_third_of_an_hours_may_come_at_once_and_then_it_waits) {
    RateLimits limits{{30}, {1000}};
    EXPECT_EQ(taken(limits, "192.0.2.1", start, 20), 10);
    const auto wait = limits.ask("192.0.2.1", start);
    ASSERT_TRUE(wait);
    EXPECT_EQ(*wait, 120s); // thirty an hour: one in two minutes
    EXPECT_TRUE(limits.ask("192.0.2.1", start + *wait - 1s));
    EXPECT_FALSE(limits.ask("192.0.2.1", start + *wait));
    EXPECT_EQ(taken(limits, "192.0.2.1", start + 24h, 20), 10);
}

TEST(Rates, others_are_not_held_up_by_one) {
    RateLimits limits{{30}, {1000}};
    EXPECT_EQ(taken(limits, "192.0.2.1", start, 20), 10);
    EXPECT_FALSE(limits.ask("192.0.2.2", start));
}

TEST(Rates, everybody_together_is_limited_and_a_refusal_takes_nothing) {
    RateLimits limits{{30}, {30}};
    EXPECT_EQ(taken(limits, "192.0.2.1", start, 5), 5);
    EXPECT_EQ(taken(limits, "192.0.2.2", start, 20), 5);
    EXPECT_TRUE(limits.ask("192.0.2.3", start));
    EXPECT_FALSE(limits.ask("192.0.2.3", start + 2min));
}

TEST(Rates, a_few_an_hour_still_let_three_come_at_once) {
    RateLimits limits{{1}, {1000}};
    EXPECT_EQ(taken(limits, "192.0.2.1", start, 10), 3);
}

TEST(Rates, a_clock_put_back_gives_nothing_and_breaks_nothing) {
    RateLimits limits{{30}, {1000}};
    EXPECT_EQ(taken(limits, "192.0.2.1", start, 20), 10);
    EXPECT_TRUE(limits.ask("192.0.2.1", start - 5h));
}

TEST(Rates, one_household_is_one_source) {
    EXPECT_EQ(source_of("192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(source_of("::ffff:192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(source_of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
    EXPECT_EQ(source_of("2001:db8:1:2::9"), "2001:db8:1:2::/64");
    EXPECT_EQ(source_of("unknown"), "unknown");
}

TEST(Rates, ever_new_addresses_meet_the_limit_for_everybody) {
    RateLimits limits{{30}, {300'000}};
    int refused = 0;
    for (int i = 0; i < 110'000; ++i) {
        refused += limits.ask("10." + std::to_string(i), start) ? 1 : 0;
    }
    EXPECT_EQ(refused, 10'000);
}

} // namespace
} // namespace gweld::web
