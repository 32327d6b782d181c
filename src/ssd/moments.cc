// Dates and times of day as databases and spreadsheets write them.
#include "ssd/values.h"

namespace gweld::ssd {
namespace {

using base::Err;
using base::Ok;
using std::string_view;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr int first_year = 1900;
constexpr int last_year = 2199;

// Reads a moment from left to right. `valid` is about the calendar, the rest about the shape.
class MomentReader {
  public:
    explicit MomentReader(string_view text) : rest_{text} {}

    bool done() const { return rest_.empty(); }
    bool take(char c) {
        if (!rest_.starts_with(c)) {
            return false;
        }
        rest_.remove_prefix(1);
        return true;
    }
    void skip_spaces() {
        while (take(' ')) {
        }
    }
    std::optional<int> number(std::size_t fewest, std::size_t most) {
        std::size_t n = 0;
        while (n < rest_.size() && n <= most && is_digit(rest_[n])) {
            ++n;
        }
        if (n < fewest || n > most) {
            return std::nullopt;
        }
        int value = 0;
        for (const char digit : rest_.substr(0, n)) {
            value = value * 10 + (digit - '0');
        }
        rest_.remove_prefix(n);
        return value;
    }
    std::optional<int> two_digits() { // whatever follows them
        if (rest_.size() < 2 || !is_digit(rest_[0]) || !is_digit(rest_[1])) {
            return std::nullopt;
        }
        const int value = (rest_[0] - '0') * 10 + (rest_[1] - '0');
        rest_.remove_prefix(2);
        return value;
    }
    std::optional<milliseconds> fraction() {
        if (!take('.') && !take(',')) {
            return milliseconds{0};
        }
        int value = 0;
        std::size_t n = 0;
        for (; n < rest_.size() && is_digit(rest_[n]); ++n) {
            value = n < 3 ? value * 10 + (rest_[n] - '0') : value;
        }
        if (n == 0 || n > 9) {
            return std::nullopt;
        }
        for (auto i = n; i < 3; ++i) {
            value *= 10;
        }
        rest_.remove_prefix(n);
        return milliseconds{value};
    }
    bool looks_like_iso() const { return rest_.size() > 4 && rest_[4] == '-'; }

  private:
    string_view rest_;
};

struct Ymd {
    int year;
    int month;
    int day;
};

std::optional<Ymd> iso_date(MomentReader& in) {
    const auto year = in.number(4, 4);
    if (!year || !in.take('-')) {
        return std::nullopt;
    }
    const auto month = in.number(2, 2);
    if (!month || !in.take('-')) {
        return std::nullopt;
    }
    const auto day = in.number(2, 2);
    return day ? std::optional{Ymd{*year, *month, *day}} : std::nullopt;
}

std::optional<Ymd> slash_date(MomentReader& in) {
    const auto day = in.number(1, 2);
    if (!day || !in.take('/')) {
        return std::nullopt;
    }
    const auto month = in.number(1, 2);
    if (!month || !in.take('/')) {
        return std::nullopt;
    }
    const auto year = in.number(4, 4);
    return year ? std::optional{Ymd{*year, *month, *day}} : std::nullopt;
}

struct Clock {
    int hour = 0;
    int minute = 0;
    int second = 0;
    milliseconds part{0};
    bool exists() const { return hour < 24 && minute < 60 && second < 60; }
    milliseconds of_day() const { return hours{hour} + minutes{minute} + seconds{second} + part; }
};

std::optional<Clock> clock_of(MomentReader& in) {
    Clock clock;
    const auto hour = in.number(1, 2);
    if (!hour || !in.take(':')) {
        return std::nullopt;
    }
    const auto minute = in.number(2, 2);
    if (!minute) {
        return std::nullopt;
    }
    clock.hour = *hour;
    clock.minute = *minute;
    if (!in.take(':')) {
        return clock;
    }
    const auto second = in.number(2, 2);
    const auto part = second ? in.fraction() : std::nullopt;
    if (!part) {
        return std::nullopt;
    }
    clock.second = *second;
    clock.part = *part;
    return clock;
}

struct Zone {
    std::optional<minutes> offset; // none: the cell does not say
    bool good = true;
};

Zone zone_of(MomentReader& in) {
    in.skip_spaces();
    if (in.done()) {
        return {};
    }
    if (in.take('Z') || in.take('z')) {
        return {minutes{0}, true};
    }
    const int sign = in.take('+') ? 1 : (in.take('-') ? -1 : 0);
    const auto hour = sign == 0 ? std::nullopt : in.two_digits();
    if (!hour) {
        return {std::nullopt, false};
    }
    in.take(':');
    const auto minute = in.two_digits();
    constexpr int furthest = 14; // hours from UTC of any zone there is
    if (!minute || *hour > furthest || *minute > 59) {
        return {std::nullopt, false};
    }
    return {sign * (hours{*hour} + minutes{*minute}), true};
}

base::Result<time::CivilDate, Reason> date_of(const Ymd& ymd) {
    const std::chrono::year_month_day found{std::chrono::year{ymd.year},
                                            std::chrono::month{static_cast<unsigned>(ymd.month)},
                                            std::chrono::day{static_cast<unsigned>(ymd.day)}};
    if (!found.ok()) {
        return Err{Reason::no_such_date};
    }
    if (ymd.year < first_year || ymd.year > last_year) {
        return Err{Reason::year_not_believable};
    }
    return Ok{time::CivilDate{found}};
}

SourceMoment with_offset(time::CivilDate date, milliseconds of_day, minutes offset) {
    const time::Instant instant{days{date.day_number()} + of_day - offset};
    const auto wall = time::wall_time_in_wales(instant);
    const auto below_minutes = of_day - std::chrono::floor<minutes>(of_day);
    return {wall.date, wall.since_midnight + below_minutes, instant};
}

base::Result<SourceMoment, Reason> with_time(MomentReader& in, time::CivilDate date) {
    const auto clock = clock_of(in);
    const auto zone = clock ? zone_of(in) : Zone{std::nullopt, false};
    if (!clock || !zone.good || !in.done()) {
        return Err{Reason::not_a_date};
    }
    if (!clock->exists()) {
        return Err{Reason::no_such_date};
    }
    if (zone.offset) {
        return Ok{with_offset(date, clock->of_day(), *zone.offset)};
    }
    return Ok{SourceMoment{date, clock->of_day(), std::nullopt}};
}

} // namespace

time::Instant SourceMoment::as_instant() const {
    if (instant) {
        return *instant;
    }
    const auto whole = std::chrono::floor<minutes>(of_day.value_or(milliseconds{0}));
    return time::at_wall_time_in_wales(date, whole) + (of_day.value_or(milliseconds{0}) - whole);
}

std::int16_t minute_of(const SourceMoment& moment) {
    const auto minute = std::chrono::floor<minutes>(moment.of_day.value_or(milliseconds{0}));
    return minute.count() == 0 ? std::int16_t{-1} : static_cast<std::int16_t>(minute.count());
}

base::Result<SourceMoment, Reason> moment_in(string_view text) {
    MomentReader in{text};
    const auto ymd = in.looks_like_iso() ? iso_date(in) : slash_date(in);
    if (!ymd) {
        return Err{Reason::not_a_date};
    }
    const bool time_follows = in.take('T') || in.take('t') || in.take(' ');
    if (!time_follows && !in.done()) {
        return Err{Reason::not_a_date};
    }
    const auto date = date_of(*ymd);
    if (!date.ok()) {
        return Err{date.error()};
    }
    if (!time_follows) {
        return Ok{SourceMoment{date.value(), std::nullopt, std::nullopt}};
    }
    in.skip_spaces();
    return with_time(in, date.value());
}

} // namespace gweld::ssd
