#include "demo/story_days.h"

namespace gweld::demo {

namespace {

constexpr int months_of_history = 24;
constexpr int months_of_empty_posts = 7;
constexpr int opening_months = 32;
constexpr int days_in_month = 30;

CivilDate first_of_month(CivilDate day) {
    const auto ymd = day.ymd();
    return CivilDate{ymd.year() / ymd.month() / std::chrono::day{1}};
}

} // namespace

StoryDays::StoryDays(time::Instant moment)
    : now{moment}, today{time::date_in_wales(moment)},
      opening{today.plus_months_clipped(-opening_months)},
      history{today.plus_months_clipped(-months_of_history)},
      posts_emptied{first_of_month(today).plus_months_clipped(-months_of_empty_posts)} {}

int StoryDays::months_of_strain(CivilDate day) const {
    return day < posts_emptied ? 0 : 1 + time::days_between(posts_emptied, day) / days_in_month;
}

} // namespace gweld::demo
