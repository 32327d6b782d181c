// civil_date.h - a date on a wall calendar in Wales, and spans of them. Knows no clock, no zone.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gweld::time {

// Always valid, never null; "no date" is std::optional. Arithmetic is in whole days.
class CivilDate {
  public:
    constexpr explicit CivilDate(std::chrono::year_month_day ymd) : days_{ymd} {}
    constexpr explicit CivilDate(std::chrono::local_days days) : days_{days} {}
    // Days since 1 January 1970; what the tables and the columns hold.
    static constexpr CivilDate from_day_number(std::int32_t n) {
        return CivilDate{std::chrono::local_days{std::chrono::days{n}}};
    }

    constexpr std::int32_t day_number() const {
        return static_cast<std::int32_t>(days_.time_since_epoch().count());
    }
    constexpr std::chrono::weekday weekday() const { return std::chrono::weekday{days_}; }
    constexpr std::chrono::year_month_day ymd() const { return std::chrono::year_month_day{days_}; }
    constexpr CivilDate plus_days(int n) const { return CivilDate{days_ + std::chrono::days{n}}; }
    constexpr CivilDate next_day() const { return plus_days(1); }
    // The same day n months on; where that month is shorter, its last day ("clip").
    constexpr CivilDate plus_months_clipped(int n) const {
        const auto target = ymd() + std::chrono::months{n};
        return CivilDate{target.ok() ? target
                                     : std::chrono::year_month_day{target.year() / target.month() /
                                                                   std::chrono::last}};
    }

    friend constexpr auto operator<=>(const CivilDate&, const CivilDate&) = default;

  private:
    std::chrono::local_days days_;
};

constexpr int days_between(CivilDate from, CivilDate to) {
    return to.day_number() - from.day_number();
}

constexpr CivilDate day(unsigned d, std::chrono::month m, int y) {
    return CivilDate{std::chrono::year{y} / m / std::chrono::day{d}};
}

// ISO 8601, "2026-11-24". parse_iso takes exactly that shape and a day that exists, else none.
std::string to_iso(CivilDate date);
std::optional<CivilDate> parse_iso(std::string_view text);

// Half-open: [from, until). No "until": still open.
struct Span {
    CivilDate from;
    std::optional<CivilDate> until;

    constexpr bool contains(CivilDate d) const { return from <= d && (!until || d < *until); }
    friend constexpr bool operator==(const Span&, const Span&) = default;
};

} // namespace gweld::time
