#include "protection/chair_diary.h"

#include "record/conference_rows.h"

#include <algorithm>

namespace gweld::protection {

namespace {

constexpr int minutes_an_hour = 60;
constexpr int whole_day = 24 * minutes_an_hour;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Stretch { // of minutes since midnight
    int from;
    int until;
};
Stretch stretch_of(std::string_view at, std::optional<int> minutes) {
    const auto from = minute_of(at);
    if (!from) {
        return {0, whole_day};
    }
    return {*from, minutes ? *from + *minutes : whole_day};
}

bool is_away(const record::ChairDiaryRow& row, CivilDate day) {
    return row.back_day && row.from_day <= day.day_number() && day.day_number() < *row.back_day;
}

} // namespace

std::optional<int> minute_of(std::string_view at) {
    const bool clock = at.size() == 5 && at[2] == ':' && is_digit(at[0]) && is_digit(at[1]) &&
                       is_digit(at[3]) && is_digit(at[4]);
    if (!clock) {
        return std::nullopt;
    }
    const auto number = [&](std::size_t i) { return (at[i] - '0') * 10 + (at[i + 1] - '0'); };
    const int minute = number(0) * minutes_an_hour + number(3);
    return number(3) < minutes_an_hour && minute < whole_day ? std::optional{minute} : std::nullopt;
}

std::string clock_of(int minute) {
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return two(minute / minutes_an_hour) + ":" + two(minute % minutes_an_hour);
}

bool in_each_others_way(std::string_view at, std::optional<int> minutes, std::string_view other_at,
                        std::optional<int> other_minutes) {
    const auto one = stretch_of(at, minutes);
    const auto other = stretch_of(other_at, other_minutes);
    return one.from < other.until && other.from < one.until;
}

bool ChairDiary::away_on(CivilDate day) const {
    return std::ranges::any_of(rows_, [&](const auto& row) { return is_away(row, day); });
}

bool ChairDiary::chairs_from(CivilDate day) const {
    return !week_of(day).empty() || std::ranges::any_of(rows_, [&](const auto& row) {
        return !row.back_day && row.from_day > day.day_number() && !row.slots.empty();
    });
}

std::vector<record::WeeklySlot> ChairDiary::week_of(CivilDate day) const {
    const record::ChairDiaryRow* holds = nullptr;
    for (const auto& row : rows_) {
        if (!row.back_day && row.from_day <= day.day_number()) {
            holds = &row;
        }
    }
    return holds == nullptr ? std::vector<record::WeeklySlot>{} : record::slots_in(*holds);
}

std::vector<Slot> ChairDiary::slots_on(CivilDate day, const time::Calendar& calendar) const {
    std::vector<Slot> slots;
    if (away_on(day) || calendar.kind(day) != time::DayKind::Working) {
        return slots;
    }
    const auto weekday = static_cast<int>(day.weekday().iso_encoding()) - 1;
    for (const auto& slot : week_of(day)) {
        if (static_cast<int>(slot.day) == weekday) {
            slots.push_back({chair_, day, slot.at, slot.minutes});
        }
    }
    std::ranges::sort(slots, {}, &Slot::at);
    return slots;
}

std::vector<Slot> joined_in_twos(const std::vector<Slot>& slots) {
    std::vector<Slot> twos;
    for (const auto& first : slots) {
        const auto from = minute_of(first.at);
        const auto next = std::ranges::find_if(slots, [&](const Slot& slot) {
            return slot.chair == first.chair && slot.on == first.on && from &&
                   minute_of(slot.at) == *from + first.minutes;
        });
        if (next != slots.end()) {
            twos.push_back({first.chair, first.on, first.at, first.minutes + next->minutes});
        }
    }
    return twos;
}

std::vector<std::optional<std::size_t>> earliest_due_first(std::span<const CivilDate> due,
                                                           std::span<const Slot> free) {
    std::vector<std::optional<std::size_t>> taken;
    for (std::size_t i = 0; i < due.size(); ++i) {
        taken.push_back(i < free.size() ? std::optional{i} : std::nullopt);
    }
    return taken;
}

CivilDate monday_of(CivilDate day) {
    return day.plus_days(1 - static_cast<int>(day.weekday().iso_encoding()));
}

} // namespace gweld::protection
