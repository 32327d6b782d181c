// Alerts as a browser asks: the list, the answer, who may.
#include "child_pages.h"

namespace gweld::web::pages {
namespace {

class AlertPages : public ChildPages {
  protected:
    // Due by Tuesday 17 November; today is Tuesday 24 November 2026.
    static std::string alert() { return "/alert/" + id_of("ffion") + "/not_seen_alone/2026-11-18"; }
    static std::vector<Field> answer(std::string key) {
        return {{"key", std::move(key)}, {"answer", "did"},     {"did", "Visit booked"},
                {"again-day", "26"},     {"again-month", "11"}, {"again-year", "2026"}};
    }
};

TEST_F(AlertPages, the_list_says_what_is_missing_since_when_and_where_it_stands) {
    const auto page = get(catrin(), "/alerts");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Not seen alone in time"));
    EXPECT_TRUE(page.says(alert()));
    EXPECT_TRUE(page.says("With the head of service."));
    EXPECT_TRUE(get(head(), "/alerts").says("alerts wait for your answer."));
    EXPECT_TRUE(get(stranger(), "/alerts").says("Nothing waits for your answer."));
    EXPECT_TRUE(get(catrin(), "/cy/alerts").says("Rhybuddion"));
}

TEST_F(AlertPages, an_answer_moves_it_and_stays_in_the_timeline) {
    EXPECT_EQ(get(catrin(), alert()).status, 200);
    EXPECT_EQ(post(catrin(), alert(), answer("one")).status, 303);
    const auto list = get(catrin(), "/alerts");
    EXPECT_TRUE(list.says("Answered by Catrin Hughes"));
    EXPECT_TRUE(list.says("Visit booked"));
    EXPECT_TRUE(get(catrin(), ffion("/timeline")).says("An alert was answered"));
}

TEST_F(AlertPages, seen_is_kept_and_it_still_waits) {
    EXPECT_EQ(post(catrin(), alert(), {{"key", "one"}, {"answer", "seen"}}).status, 303);
    const auto list = get(catrin(), "/alerts");
    EXPECT_TRUE(list.says("Seen by Catrin Hughes"));
    EXPECT_TRUE(list.says("Answer it"));
}

TEST_F(AlertPages, an_answer_without_words_or_day_is_asked_for_both) {
    const auto page = post(catrin(), alert(), {{"key", "one"}, {"answer", "did"}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("Write what was done"));
    EXPECT_TRUE(page.says("Give the day on which it should be asked again"));
    auto far = answer("two");
    far[3].value = "26";
    far[4].value = "12";
    const auto too_late = post(catrin(), alert(), far);
    EXPECT_EQ(too_late.status, 422);
    EXPECT_TRUE(too_late.says("The day must be within two weeks"));
    EXPECT_TRUE(too_late.says("Visit booked")) << "nothing typed is lost";
    EXPECT_TRUE(post(catrin(), alert(), {{"key", "three"}}).says("Choose your answer"));
}

TEST_F(AlertPages, what_is_not_theirs_or_no_alert_is_not_there) {
    EXPECT_EQ(get(stranger(), alert()).status, 404);
    EXPECT_EQ(post(stranger(), alert(), answer("one")).status, 404);
    EXPECT_EQ(get(catrin(), "/alert/" + id_of("ffion") + "/not_seen_alone/2026-11-19").status, 404);
    EXPECT_EQ(get(catrin(), "/alert/" + id_of("ffion") + "/nonsense/2026-11-18").status, 404);
}

} // namespace
} // namespace gweld::web::pages
