// Every store answers what the chairs' diaries say alike.
#include "every_store.h"
#include "made_up.h"

#include <gtest/gtest.h>

namespace gweld::made_up {
namespace {

class DiariesKept : public testing::TestWithParam<std::string> {
  protected:
    void SetUp() override { store_ = empty_store(GetParam(), folder_); }
    std::vector<ChairDiaryRow> rows() {
        return asked(*store_, [](const Reading& reading) { return reading.chair_diaries(); });
    }
    Store& store() { return *store_; }

  private:
    Folder folder_;
    std::unique_ptr<Store> store_;
};

INSTANTIATE_TEST_SUITE_P(Stores, DiariesKept, testing::ValuesIn(sorts),
                         [](const auto& which) { return which.param; });

CivilDate december(unsigned day) { return time::day(day, std::chrono::December, 2026); }
const WorkerId gwenan{someone("Gwenan")};

TEST_P(DiariesKept, slots_and_days_away_come_by_the_day_from_which_they_hold) {
    const ChairAway away{gwenan, december(21), december(28), "Leave"};
    const ChairSlotsSet slots{gwenan, december(1), {{Weekday::tuesday, "10:00", 90}}};
    append_each(store(),
                {draft("away", {gwenan.uuid}, away), draft("slots", {gwenan.uuid}, slots)});
    const auto kept = rows();
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0].slots, "tuesday 10:00 90");
    EXPECT_EQ(kept[0].back_day, std::nullopt);
    EXPECT_EQ(kept[1].back_day, december(28).day_number());
    EXPECT_EQ(kept[1].worker, gwenan.uuid);
}

TEST_P(DiariesKept, a_correction_takes_the_place_of_what_it_corrects) {
    append_each(store(), {draft("away", {gwenan.uuid},
                                ChairAway{gwenan, december(21), december(28), "Leave"}),
                          draft("again", {gwenan.uuid},
                                ChairAway{gwenan, december(22), december(28), "Leave"}, "away")});
    ASSERT_EQ(rows().size(), 1U);
    EXPECT_EQ(rows()[0].from_day, december(22).day_number());
}

TEST_P(DiariesKept, a_booking_says_whose_diary_it_stands_in_and_for_how_long) {
    ConferenceBooked booked;
    booked.on = december(1);
    booked.chair_worker = gwenan;
    booked.minutes = 90;
    append_each(store(), {draft("booked", {someone("Nia")}, booked)});
    const auto bookings =
        asked(store(), [](const Reading& reading) { return reading.bookings_of(someone("Nia")); });
    ASSERT_EQ(bookings.size(), 1U);
    EXPECT_EQ(bookings[0].chair_worker, gwenan.uuid);
    EXPECT_EQ(bookings[0].minutes, 90);
}

} // namespace
} // namespace gweld::made_up
