#include "../protection/story.h"

#include "measure/report.h"

#include <gtest/gtest.h>

namespace gweld::story {
namespace {

using measure::DutyRow;
using measure::MeasureRow;

DutyRow duty(std::string child) {
    return {std::move(child),  "cp.visit.seen-alone", on("2026-11-02"), on("2026-11-16"), {},
            DutyState::overdue};
}

TEST(Report, shows_duties_as_csv_with_a_header) {
    EXPECT_EQ(measure::csv_of(std::vector{duty("K-17")}),
              "child,rule,anchor,due_by,met_on,state\r\n"
              "K-17,cp.visit.seen-alone,2026-11-02,2026-11-16,,overdue\r\n");
}

TEST(Report, shows_duties_as_json) {
    auto row = duty("K \"17\"\n\\é");
    row.due_by.reset();
    EXPECT_EQ(
        measure::json_of(std::vector{row}),
        "[\n{\"child\":\"K \\\"17\\\"\\u000a\\\\é\",\"rule\":\"cp.visit.seen-alone\","
        "\"anchor\":\"2026-11-02\",\"due_by\":null,\"met_on\":null,\"state\":\"overdue\"}\n]\n");
    EXPECT_EQ(measure::json_of(std::vector<DutyRow>{}), "[]\n");
    EXPECT_EQ(measure::csv_of(std::vector<DutyRow>{}), "child,rule,anchor,due_by,met_on,state\r\n");
}

MeasureRow measured(std::int64_t on_time, std::int64_t due) {
    MeasureRow row{"all", {}};
    row.tally.due = due;
    row.tally.on_time = on_time;
    row.tally.late = due - on_time;
    row.tally.child_days = 40;
    row.tally.child_days_in_date = 39;
    return row;
}

TEST(Report, shows_measures_in_the_promised_columns) {
    const std::vector rows{measured(2, 3), measured(0, 0)};
    EXPECT_EQ(measure::csv_of(rows),
              "group,due,on_time,on_time_recorded_late,recording_unknown,late,not_met,undetermined,"
              "percent_on_time,child_days,child_days_in_date\r\n"
              "all,3,2,0,0,1,0,0,66.7,40,39\r\n"
              "all,0,0,0,0,0,0,0,,40,39\r\n");
    EXPECT_EQ(measure::json_of(std::vector{measured(2, 3), measured(0, 0)}),
              "[\n{\"group\":\"all\",\"due\":3,\"on_time\":2,\"on_time_recorded_late\":0,"
              "\"recording_unknown\":0,\"late\":1,\"not_met\":0,\"undetermined\":0,"
              "\"percent_on_time\":66.7,\"child_days\":40,\"child_days_in_date\":39},\n"
              "{\"group\":\"all\",\"due\":0,\"on_time\":0,\"on_time_recorded_late\":0,"
              "\"recording_unknown\":0,\"late\":0,\"not_met\":0,\"undetermined\":0,"
              "\"percent_on_time\":null,\"child_days\":40,\"child_days_in_date\":39}\n]\n");
}

TEST(Report, rounds_percentages_to_one_decimal_halves_up) {
    const auto percent = [](std::int64_t on_time, std::int64_t due) {
        const auto csv = measure::csv_of(std::vector{measured(on_time, due)});
        const auto end = csv.rfind(",40,39");
        const auto start = csv.rfind(',', end - 1) + 1;
        return csv.substr(start, end - start);
    };
    EXPECT_EQ(percent(3, 3), "100.0");
    EXPECT_EQ(percent(0, 3), "0.0");
    EXPECT_EQ(percent(1, 16), "6.3");   // 6.25
    EXPECT_EQ(percent(1, 2000), "0.1"); // 0.05
    EXPECT_EQ(percent(1, 2001), "0.0");
}

} // namespace
} // namespace gweld::story
