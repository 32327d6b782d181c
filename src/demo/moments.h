// moments.h - moments of a working day in Wales.
#pragma once

#include "demo/workdays.h"
#include "time/instant.h"

#include <string>
#include <string_view>

namespace gweld::demo {

inline constexpr int days_in_year = 365; // where a day more or less does not matter

constexpr std::chrono::minutes at_time(int hour, int minute = 0) {
    return std::chrono::hours{hour} + std::chrono::minutes{minute};
}

inline time::Instant moment(CivilDate day, std::chrono::minutes since_midnight) {
    return time::at_wall_time_in_wales(day, since_midnight);
}

// "15:10", and back; midnight for an empty text.
std::string clock_text(std::chrono::minutes since_midnight);
std::chrono::minutes read_clock_text(std::string_view text);

} // namespace gweld::demo
