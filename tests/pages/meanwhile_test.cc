#include "web/pages/forms/meanwhile.h"

#include "base/uuid.h"

#include <gtest/gtest.h>

#include <regex>

namespace gweld::web::pages {

namespace {

// The form as it comes back: with the marks of what was on the record when it was opened.
Fields posted(const Fields& opened_on, std::vector<Field> typed) {
    const std::string marks{marks_of_what_was(opened_on, opened_on).markup()};
    static const std::regex mark{R"re(name="([^"]*)" value="([^"]*)")re"};
    for (std::sregex_iterator at{marks.begin(), marks.end(), mark}, last; at != last; ++at) {
        typed.push_back({(*at)[1], (*at)[2]});
    }
    return Fields{std::move(typed)};
}

const Fields before{{{"family", "They go to their aunt."}, {"reason", "The school rang."}}};

} // namespace

TEST(Meanwhile, what_only_they_changed_comes_into_the_form) {
    auto mine =
        posted(before, {{"family", "They sleep at their aunt."}, {"reason", "The school rang."}});
    const Fields now{{{"family", "They go to their aunt."}, {"reason", "The school rang twice."}}};
    const auto meanwhile = bring_together(mine, now);
    EXPECT_EQ(mine.text("reason"), "The school rang twice.");
    EXPECT_TRUE(meanwhile.is_taken("reason"));
    EXPECT_EQ(mine.text("family"), "They sleep at their aunt.");
    EXPECT_FALSE(meanwhile.theirs("family")); // only I changed it
}

TEST(Meanwhile, what_both_changed_stays_mine_and_theirs_is_shown) {
    auto mine =
        posted(before, {{"family", "They sleep at their aunt."}, {"reason", "The school rang."}});
    const Fields now{{{"family", "They go to their uncle."}, {"reason", "The school rang."}}};
    const auto meanwhile = bring_together(mine, now);
    EXPECT_EQ(mine.text("family"), "They sleep at their aunt.");
    EXPECT_EQ(meanwhile.theirs("family"), "They go to their uncle.");
    EXPECT_FALSE(meanwhile.theirs("reason"));
}

TEST(Meanwhile, the_same_change_is_none) {
    auto mine = posted(before, {{"family", "Both wrote this."}, {"reason", "The school rang."}});
    EXPECT_TRUE(bring_together(mine, Fields{{{"family", " Both wrote this. "},
                                             {"reason", "The school rang."}}})
                    .none());
}

TEST(Meanwhile, without_marks_nothing_is_taken_and_all_that_differs_is_shown) {
    Fields mine{{{"family", "They sleep at their aunt."}, {"reason", "The school rang."}}};
    const Fields now{{{"family", "They go to their aunt."}, {"reason", "The school rang twice."}}};
    const auto meanwhile = bring_together(mine, now);
    EXPECT_EQ(mine.text("reason"), "The school rang.");
    EXPECT_TRUE(meanwhile.theirs("family"));
    EXPECT_TRUE(meanwhile.theirs("reason"));
}

TEST(Meanwhile, a_text_never_comes_under_anothers_name) {
    const auto a = base::to_text(base::uuid_of("test", "outcome", "a"));
    const auto b = base::to_text(base::uuid_of("test", "outcome", "b"));
    const Fields opened{{{"id-1", a}, {"better-1", "She sleeps."}}};
    auto mine = posted(opened, {{"id-1", a}, {"better-1", "She sleeps through the night."}});
    // An outcome was put in before it.
    const Fields now{
        {{"id-1", b}, {"better-1", "He eats."}, {"id-2", a}, {"better-2", "She sleeps."}}};
    const auto meanwhile = bring_together(mine, now);
    EXPECT_EQ(mine.text("id-1"), a);
    EXPECT_EQ(mine.text("better-1"), "She sleeps through the night.");
    EXPECT_EQ(mine.text("better-2"), "");
    EXPECT_EQ(meanwhile.theirs("better-1"), "He eats.");
}

TEST(Meanwhile, ticks_are_compared_as_a_whole) {
    const Fields opened{{{"came", "health"}, {"came", "police"}}};
    auto mine = posted(opened, {{"came", "health"}, {"came", "police"}});
    const Fields now{{{"came", "health"}, {"came", "school"}}};
    bring_together(mine, now);
    EXPECT_EQ(mine.all("came"), (std::vector<std::string_view>{"health", "school"}));
}

TEST(Meanwhile, the_marks_tell_nobody_what_was_written) {
    const std::string marks{marks_of_what_was(before, {}).markup()};
    EXPECT_EQ(marks.find("aunt"), std::string::npos);
    EXPECT_NE(marks.find("was-family"), std::string::npos);
}

} // namespace gweld::web::pages
