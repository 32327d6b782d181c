#include "web/pages/forms/answers.h"

#include "record/kinds.h"
#include "web/pages/forms/typed.h"

#include <gtest/gtest.h>

namespace gweld::web::pages {
namespace {

const time::CivilDate today = time::day(24, std::chrono::November, 2026);

Fields posted(std::vector<Field> fields) { return Fields{std::move(fields)}; }

TEST(Answers, reads_a_day_however_short_and_says_what_is_none) {
    EXPECT_EQ(day_typed("1", "2", "2026"), time::day(1, std::chrono::February, 2026));
    EXPECT_EQ(day_typed("29", "2", "2028"), time::day(29, std::chrono::February, 2028));
    EXPECT_FALSE(day_typed("29", "2", "2026"));
    EXPECT_FALSE(day_typed("1", "2", "26")) << "two digits do not say which century";
    EXPECT_FALSE(day_typed("0", "2", "2026"));
    EXPECT_FALSE(day_typed("276", "267", "2026")) << "20 November to whoever counts modulo 256";
    EXPECT_FALSE(day_typed("-1", "2", "2026"));
    EXPECT_FALSE(day_typed("", "", ""));
}

TEST(Answers, reads_a_time_of_day_as_people_write_it) {
    for (const auto* typed : {"15:10", "15.10", "1510", "15 10"}) {
        EXPECT_EQ(time_typed(typed), "15:10") << typed;
    }
    EXPECT_EQ(time_typed("9:05"), "09:05");
    EXPECT_EQ(time_typed("3pm"), "15:00");
    EXPECT_EQ(time_typed("3:40 PM"), "15:40");
    EXPECT_EQ(time_typed("12am"), "00:00");
    EXPECT_EQ(time_typed("12.30pm"), "12:30");
    EXPECT_FALSE(time_typed("13pm"));
    EXPECT_FALSE(time_typed("0am"));
    EXPECT_EQ(time_typed("0:00"), "00:00");
    for (const auto* typed : {"24:00", "12:60", "12", "noon", "-9:05", "123456"}) {
        EXPECT_FALSE(time_typed(typed)) << typed;
    }
}

TEST(Answers, finds_every_fault_and_keeps_each_field) {
    const auto fields = posted({{"on-day", "31"},
                                {"on-month", "2"},
                                {"on-year", "2026"},
                                {"at", "teatime"},
                                {"worry", "  \r\n "},
                                {"place", "pub"}});
    Answers answers{fields, today};
    EXPECT_FALSE(answers.date("on", "Say when"));
    EXPECT_EQ(answers.time_of_day("at"), "");
    EXPECT_EQ(answers.text("worry", "Write the worry"), "");
    EXPECT_FALSE(answers.choice<record::Place>("place", "Say where"));
    EXPECT_FALSE(answers.all_well());
    const auto faults = answers.take_faults();
    ASSERT_EQ(faults.size(), 4U);
    EXPECT_EQ(faults[0].field, "on-day");
    EXPECT_EQ(faults[1].field, "at");
    EXPECT_EQ(faults[2].sentence, "Write the worry");
    EXPECT_EQ(faults[3].field, "place");
}

TEST(Answers, tomorrow_has_not_happened_and_today_has) {
    const auto tomorrow = posted({{"on-day", "25"}, {"on-month", "11"}, {"on-year", "2026"}});
    Answers late{tomorrow, today};
    EXPECT_FALSE(late.past_date("on", "Say when", "Not yet"));
    EXPECT_EQ(late.take_faults().at(0).sentence, "Not yet");
    const auto now = posted({{"on-day", "24"}, {"on-month", "11"}, {"on-year", "2026"}});
    Answers answers{now, today};
    EXPECT_EQ(answers.past_date("on", "Say when", "Not yet"), today);
    EXPECT_TRUE(answers.all_well());
}

TEST(Answers, what_may_be_left_out_is_no_fault) {
    const auto nothing = posted({});
    Answers answers{nothing, today};
    EXPECT_FALSE(answers.date("on", {}));
    EXPECT_EQ(answers.time_of_day("at"), "");
    EXPECT_FALSE(answers.choice<record::Place>("place", {}));
    EXPECT_TRUE(answers.all_well());
}

TEST(Answers, knows_a_choice_by_its_name_and_every_box_ticked) {
    const auto fields = posted({{"place", "school"}, {"child", "a"}, {"child", "b"}});
    Answers answers{fields, today};
    EXPECT_EQ(answers.choice<record::Place>("place", "Say where"), record::Place::school);
    EXPECT_EQ(answers.ticked("child").size(), 2U);
    EXPECT_TRUE(answers.is_ticked("child", "b"));
    EXPECT_FALSE(answers.is_ticked("child", "c"));
}

TEST(Answers, remember_what_the_writer_saw) {
    const auto id = base::uuid_of("test", "thing", "ffion");
    const auto saw = saw_in(posted({{"key", "k1"},
                                    {"saw", base::to_text(id) + ":41"},
                                    {"saw", "nonsense"},
                                    {"saw", base::to_text(id)}}));
    EXPECT_EQ(saw.idempotency_key, "k1");
    ASSERT_EQ(saw.versions.size(), 1U);
    EXPECT_EQ(saw.versions[0].subject, id);
    EXPECT_EQ(saw.versions[0].version, 41);
}

} // namespace
} // namespace gweld::web::pages
