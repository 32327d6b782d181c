#include "small_site.h"

namespace gweld::web::pages {
namespace {

using WorkPages = SmallSite;

TEST_F(WorkPages, a_meeting_due_is_told_once_for_brothers_and_sisters) {
    // On the register since 3 November: the core group was due in ten working days.
    const auto page = get(catrin(), "/work");
    EXPECT_TRUE(page.says("Meetings due"));
    EXPECT_EQ(times(page.text, "Core group meetings"), 1U);
    const auto row = page.text.substr(page.text.find("id=\"deadlines\""));
    EXPECT_NE(row.find("Ffion Davies"), std::string::npos);
    EXPECT_NE(row.find("Osian Davies"), std::string::npos);
    EXPECT_NE(row.find("5 working days overdue"), std::string::npos);
    EXPECT_TRUE(get(catrin(), "/cy/work").says("Cyfarfodydd sydd i’w cynnal"));
}

TEST_F(WorkPages, a_meeting_far_off_is_not_told) {
    record::CoreGroupMet met{office.today()};
    put(met, {casework::thing("ffion"), casework::thing("osian")}, met.on);
    EXPECT_FALSE(get(catrin(), "/work").says("Core group meetings"));
}

} // namespace
} // namespace gweld::web::pages
