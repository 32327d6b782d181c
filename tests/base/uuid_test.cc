#include "base/uuid.h"

#include <gtest/gtest.h>

using namespace gweld::base;

TEST(Uuid, is_written_and_read_back) {
    const auto id = parse_uuid("0190A3b2-1111-7abc-8def-0123456789ab");
    ASSERT_TRUE(id);
    EXPECT_EQ(to_text(*id), "0190a3b2-1111-7abc-8def-0123456789ab");
}

TEST(Uuid, anything_else_is_none) {
    for (const auto* text :
         {"", "0190a3b2", "0190a3b2-1111-7abc-8def-0123456789a",
          "0190a3b2-1111-7abc-8def-0123456789abc", "0190a3b2x1111-7abc-8def-0123456789ab",
          "0190a3b2-1111-7abc-8def-0123456789ag"}) {
        EXPECT_FALSE(parse_uuid(text)) << text;
    }
}

TEST(Uuid, version_seven_sorts_by_moment) {
    const std::array<std::uint8_t, 10> noise{255, 255, 255, 255, 255, 255, 255, 255, 255, 255};
    const std::array<std::uint8_t, 10> none{};
    EXPECT_LT(uuid_at(1000, noise), uuid_at(1001, none));
    EXPECT_EQ(to_text(uuid_at(1000, noise))[14], '7');
}

TEST(Uuid, of_a_name_is_the_same_for_ever_and_parts_do_not_run_together) {
    EXPECT_EQ(uuid_of("X00000001", "ssd.person", "42"), uuid_of("X00000001", "ssd.person", "42"));
    EXPECT_NE(uuid_of("a", "bc", "d"), uuid_of("ab", "c", "d"));
    EXPECT_NE(uuid_of("a", "b", "cd"), uuid_of("a", "bc", "d"));
    // Fixed: other systems' rows are known by this text for ever.
    EXPECT_EQ(to_text(uuid_of("X00000001", "ssd.person", "42"))[14], '8');
}
