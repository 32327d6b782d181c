// chair_diary.h - when a chair can hold a conference: weekly slots and days away; and which
// conferences can still be held in time with the slots that are free. Pure; knows no child.
#pragma once

#include "record/conference_kinds.h"
#include "record/tables.h"
#include "time/calendar.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::protection {

using base::Uuid;
using time::CivilDate;

struct Slot {
    Uuid chair;
    CivilDate on;
    std::string at; // "10:00"
    int minutes = 0;
};

// Minutes since midnight; none: not a time of day.
std::optional<int> minute_of(std::string_view at);
std::string clock_of(int minute); // "10:00"

// Two meetings of one chair on one day. Without a time or a length nobody can say: then they are
// taken to be in each other's way, for the whole of that day or from the time given on.
bool in_each_others_way(std::string_view at, std::optional<int> minutes, std::string_view other_at,
                        std::optional<int> other_minutes);

// The rows of one chair, in the order of record::Reading::chair_diaries.
class ChairDiary {
  public:
    ChairDiary(Uuid chair, std::vector<record::ChairDiaryRow> rows)
        : chair_{chair}, rows_{std::move(rows)} {}

    Uuid chair() const { return chair_; }
    bool away_on(CivilDate day) const;
    bool chairs_from(CivilDate day) const; // has a slot in some week then or later
    const std::vector<record::ChairDiaryRow>& rows() const { return rows_; }
    std::vector<record::WeeklySlot> week_of(CivilDate day) const; // as it holds then
    // By time. None on a day away or on one that is not known to be a working day.
    std::vector<Slot> slots_on(CivilDate day, const time::Calendar& calendar) const;

  private:
    Uuid chair_;
    std::vector<record::ChairDiaryRow> rows_;
};

// Where one slot ends and the next of the same chair begins, both as one.
std::vector<Slot> joined_in_twos(const std::vector<Slot>& slots);

// The rule of the forecast, said on its page: the one due first takes the earliest slot that is
// free, and so on; one that finds none by its day takes the earliest all the same and is late. Days
// in the order given, earliest first; slots by day. Answers a slot for each; none: no slot left.
std::vector<std::optional<std::size_t>> earliest_due_first(std::span<const CivilDate> due,
                                                           std::span<const Slot> free);

CivilDate monday_of(CivilDate day);

} // namespace gweld::protection
