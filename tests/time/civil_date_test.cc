#include "time/civil_date.h"

#include <gtest/gtest.h>

namespace gweld::time {
namespace {

using std::chrono::August;
using std::chrono::February;
using std::chrono::January;
using std::chrono::November;

TEST(CivilDate, a_month_from_the_31st_is_clipped_to_the_end_of_a_shorter_month) {
    EXPECT_EQ(day(30, November, 2026).plus_months_clipped(3), day(28, February, 2027));
    EXPECT_EQ(day(30, November, 2027).plus_months_clipped(3), day(29, February, 2028));
    EXPECT_EQ(day(31, August, 2026).plus_months_clipped(6), day(28, February, 2027));
    EXPECT_EQ(day(28, February, 2027).plus_months_clipped(6), day(28, August, 2027));
    EXPECT_EQ(day(31, January, 2027).plus_months_clipped(-2), day(30, November, 2026));
    EXPECT_EQ(day(29, February, 2028).plus_months_clipped(12), day(28, February, 2029));
}

TEST(CivilDate, is_read_and_written_as_iso_and_in_no_other_way) {
    EXPECT_EQ(parse_iso("2026-11-24"), day(24, November, 2026));
    EXPECT_EQ(to_iso(day(5, January, 2027)), "2027-01-05");
    for (const auto* text :
         {"", "2026-11-2", "2026-02-30", "2027-02-29", "24/11/2026", "2026-11-24 ", "2026-00-10",
          "2026-13-01", "-026-11-24", "2026-1-024"}) {
        EXPECT_FALSE(parse_iso(text)) << text;
    }
}

TEST(CivilDate, a_span_holds_its_first_day_and_not_its_last) {
    const Span span{day(24, November, 2026), day(26, November, 2026)};
    EXPECT_FALSE(span.contains(day(23, November, 2026)));
    EXPECT_TRUE(span.contains(day(24, November, 2026)));
    EXPECT_TRUE(span.contains(day(25, November, 2026)));
    EXPECT_FALSE(span.contains(day(26, November, 2026)));
    EXPECT_TRUE((Span{day(24, November, 2026), {}}).contains(day(1, January, 2999)));
}

} // namespace
} // namespace gweld::time
