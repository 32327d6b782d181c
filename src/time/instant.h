// instant.h - a moment, in UTC milliseconds, and the date it was in Wales. Reads no clock.
#pragma once

#include "time/civil_date.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace gweld::time {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

// The civil date and time of day in Europe/London, from the zone rules (howardhinnant date,
// tzdata).
CivilDate date_in_wales(Instant moment);
struct WallTime {
    CivilDate date;
    std::chrono::minutes since_midnight;
};
WallTime wall_time_in_wales(Instant moment);
// The first instant of the date in Europe/London.
Instant start_of_day_in_wales(CivilDate date);
// The instant of a wall-clock time. In the autumn overlap the first of the two; in the spring gap
// the instant the clocks moved.
Instant at_wall_time_in_wales(CivilDate date, std::chrono::minutes since_midnight);

// RFC 3339 in UTC: "2026-11-24T09:30:00.000Z". Parsing accepts "2026-11-24T09:30:00Z", a fraction
// of 1 to 9 digits (cut to milliseconds), an offset such as +01:00, and nothing else.
std::string to_rfc3339(Instant moment);
std::optional<Instant> parse_rfc3339(std::string_view text);

// The one door through which the wall clock reaches the program. --now gives it a fixed hand.
class Clock {
  public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

} // namespace gweld::time
