#include "words/dates.h"

#include <array>

namespace gweld::words {

namespace {

using Days = std::array<std::string_view, 7>;
using Months = std::array<std::string_view, 12>;

// Unicode CLDR 42, en-GB and cy, "format" names; Welsh day names carry "dydd" in a long date.
constexpr Days days_en = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                          "Thursday", "Friday", "Saturday"};
constexpr Days days_cy = {"dydd Sul", "dydd Llun",   "dydd Mawrth", "dydd Mercher",
                          "dydd Iau", "dydd Gwener", "dydd Sadwrn"};
constexpr Days short_days_en = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr Days short_days_cy = {"Sul", "Llun", "Maw", "Mer", "Iau", "Gwe", "Sad"};
constexpr Months months_en = {"January",   "February", "March",    "April",
                              "May",       "June",     "July",     "August",
                              "September", "October",  "November", "December"};
constexpr Months months_cy = {"Ionawr",     "Chwefror", "Mawrth", "Ebrill", "Mai",      "Mehefin",
                              "Gorffennaf", "Awst",     "Medi",   "Hydref", "Tachwedd", "Rhagfyr"};
constexpr Months short_months_en = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr Months short_months_cy = {"Ion",   "Chwef", "Maw",  "Ebr", "Mai",  "Meh",
                                    "Gorff", "Awst",  "Medi", "Hyd", "Tach", "Rhag"};

struct Names {
    const Days& days;
    const Days& short_days;
    const Months& months;
    const Months& short_months;
};

Names names_in(Language language) {
    return language == Language::welsh ? Names{days_cy, short_days_cy, months_cy, short_months_cy}
                                       : Names{days_en, short_days_en, months_en, short_months_en};
}

std::string_view name_of(const Days& names, time::CivilDate date) {
    return names.at(date.weekday().c_encoding());
}

std::string_view name_of(const Months& names, time::CivilDate date) {
    return names.at(static_cast<unsigned>(date.ymd().month()) - 1);
}

std::string day_of_month(time::CivilDate date) {
    return std::to_string(static_cast<unsigned>(date.ymd().day()));
}

std::string year_of(time::CivilDate date) {
    return std::to_string(static_cast<int>(date.ymd().year()));
}

// "10:40pm", "2pm": the twelve-hour clock as GOV.UK writes it, in both languages.
std::string time_of_day(std::chrono::minutes since_midnight) {
    const auto minutes = since_midnight.count();
    const auto hour = minutes / 60;
    std::string text = std::to_string(hour % 12 == 0 ? 12 : hour % 12);
    if (minutes % 60 != 0) {
        text.append(minutes % 60 < 10 ? ":0" : ":").append(std::to_string(minutes % 60));
    }
    return text.append(hour < 12 ? "am" : "pm");
}

} // namespace

std::string long_date(Language language, time::CivilDate date) {
    const auto names = names_in(language);
    std::string text{name_of(names.days, date)};
    text.append(1, ' ').append(day_of_month(date)).append(1, ' ');
    return text.append(name_of(names.months, date)).append(1, ' ').append(year_of(date));
}

std::string short_date(Language language, time::CivilDate date, Year year) {
    const auto names = names_in(language);
    std::string text{name_of(names.short_days, date)};
    text.append(1, ' ').append(day_of_month(date)).append(1, ' ');
    text.append(name_of(names.short_months, date));
    return year == Year::shown ? text.append(1, ' ').append(year_of(date)) : text;
}

std::string month_year(Language language, time::CivilDate any_day_in_it) {
    std::string text{name_of(names_in(language).months, any_day_in_it)};
    return text.append(1, ' ').append(year_of(any_day_in_it));
}

std::string short_month(Language language, time::CivilDate any_day_in_it) {
    return std::string{name_of(names_in(language).short_months, any_day_in_it)};
}

std::string moment(Language language, time::WallTime wall, Year year) {
    // "ddydd": the soft mutation of a day that says when.
    const std::string_view on = language == Language::welsh ? " ddydd " : " on ";
    return time_of_day(wall.since_midnight)
        .append(on)
        .append(short_date(language, wall.date, year));
}

} // namespace gweld::words
