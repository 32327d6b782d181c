#include "casework/kept.h"

#include <gtest/gtest.h>

namespace gweld::casework {

namespace {

const time::CivilDate the_day = time::CivilDate::from_day_number(20'000);

struct Asking {
    KeptAnswers<int> kept;
    int made = 0;
    int of(const std::string& key, Moment moment) {
        return *kept.of(key, moment, [&] { return std::make_shared<const int>(++made); });
    }
};

} // namespace

TEST(Kept, an_answer_is_given_again_until_the_record_or_the_day_moves_on) {
    Asking asking;
    EXPECT_EQ(asking.of("North", {1, the_day}), 1);
    EXPECT_EQ(asking.of("North", {1, the_day}), 1);
    EXPECT_EQ(asking.of("South", {1, the_day}), 2);
    EXPECT_EQ(asking.of("North", {2, the_day}), 3);
    EXPECT_EQ(asking.of("North", {2, the_day.plus_days(1)}), 4);
}

TEST(Kept, a_reader_behind_does_not_put_back_what_is_newer) {
    Asking asking;
    EXPECT_EQ(asking.of("North", {2, the_day}), 1);
    EXPECT_EQ(asking.of("North", {1, the_day}), 2);
    EXPECT_EQ(asking.of("North", {2, the_day}), 1);
}

TEST(Kept, keys_somebody_made_up_do_not_fill_the_memory) {
    Asking asking;
    for (int i = 0; i < 10'000; ++i) {
        asking.of(std::to_string(i), {1, the_day});
    }
    EXPECT_LE(asking.kept.size(), 256U);
    EXPECT_EQ(asking.of("9999", {1, the_day}), 10'000);
}

} // namespace gweld::casework
