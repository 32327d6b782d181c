// story_days.h - the days the made-up county's story turns on, all counted back from `now`.
#pragma once

#include "demo/workdays.h"
#include "time/instant.h"

namespace gweld::demo {

struct StoryDays {
    explicit StoryDays(time::Instant moment);

    time::Instant now;
    CivilDate today;         // the date of `now` in Wales
    CivilDate opening;       // the first child of all goes on the register in the week after
    CivilDate history;       // two years ago: from here on the register is at its usual size
    CivilDate posts_emptied; // the first of the month seven months before: two posts fall empty

    // How far the empty posts have told by this day: 0 before, then 1, 2, 3 ... months.
    int months_of_strain(CivilDate day) const;
};

inline constexpr int months_before_opening = 34;
inline constexpr int days_of_calendar_after_now = 92;

} // namespace gweld::demo
