#include "web/watching.h"

#include <gtest/gtest.h>

namespace gweld::web {
namespace {

using namespace std::chrono_literals;

bool says(const std::string& text, std::string_view line) {
    return ("\n" + text).find("\n" + std::string{line} + "\n") != std::string::npos;
}

TEST(Watching, counts_pages_by_name_and_status) {
    Watching watching;
    watching.saw({"child", Method::get, 200, 3ms});
    watching.saw({"child", Method::get, 200, 3ms});
    watching.saw({"child", Method::get, 404, 1ms});
    watching.saw({"", Method::get, 404, 1ms});
    const auto told = watching.told({}, 12);
    EXPECT_TRUE(says(told, R"(gweld_requests_total{route="child",status="200"} 2)"));
    EXPECT_TRUE(says(told, R"(gweld_requests_total{route="child",status="404"} 1)"));
    EXPECT_TRUE(says(told, R"(gweld_requests_total{route="",status="404"} 1)"));
    EXPECT_TRUE(says(told, "gweld_record_entries 12"));
}

TEST(Watching, each_bucket_holds_all_that_were_as_quick) {
    Watching watching;
    watching.saw({"child", Method::get, 200, 5ms});
    watching.saw({"child", Method::get, 200, 6ms});
    watching.saw({"child", Method::get, 200, 1min});
    watching.saw({"visit.new", Method::post, 303, 2ms});
    const auto told = watching.told({}, 1);
    EXPECT_TRUE(says(told, R"(gweld_request_seconds_bucket{kind="read",le="0.005000"} 1)"));
    EXPECT_TRUE(says(told, R"(gweld_request_seconds_bucket{kind="read",le="0.010000"} 2)"));
    EXPECT_TRUE(says(told, R"(gweld_request_seconds_bucket{kind="read",le="10.000000"} 2)"));
    EXPECT_TRUE(says(told, R"(gweld_request_seconds_bucket{kind="read",le="+Inf"} 3)"));
    EXPECT_TRUE(says(told, R"(gweld_request_seconds_sum{kind="read"} 60.011000)"));
    EXPECT_TRUE(says(told, R"(gweld_request_seconds_count{kind="write"} 1)"));
}

TEST(Watching, says_what_the_server_is_under_and_that_the_record_cannot_be_read) {
    const Watching watching;
    const auto told = watching.told({3, 2, 1, 7, 1, 4}, std::nullopt);
    EXPECT_TRUE(says(told, "gweld_connections 3"));
    EXPECT_TRUE(says(told, "gweld_requests_waiting 2"));
    EXPECT_TRUE(says(told, "gweld_reports_waiting 1"));
    EXPECT_TRUE(says(told, "gweld_made_room_total 4"));
    EXPECT_TRUE(says(told, "gweld_turned_away_total 7"));
    EXPECT_TRUE(says(told, "gweld_given_up_total 1"));
    EXPECT_TRUE(says(told, "gweld_record_readable 0"));
    EXPECT_EQ(told.find("gweld_record_entries"), std::string::npos);
}

TEST(Watching, a_line_of_the_log_names_nobody) {
    EXPECT_EQ(log_line("2026-11-24T09:00:00.000Z", "a1b2", {"child", Method::get, 200, 2500us}),
              R"({"at":"2026-11-24T09:00:00.000Z","request":"a1b2","route":"child",)"
              R"("method":"GET","status":200,"ms":2})");
}

} // namespace
} // namespace gweld::web
