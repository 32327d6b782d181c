// calendar.h - which days are working days, over the range for which we know, and counting them.
#pragma once

#include "base/result.h"
#include "time/civil_date.h"

#include <cstdint>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace gweld::time {

enum class DayKind : std::uint8_t { Working, NotWorking, NotYetKnown };

struct Holiday {
    CivilDate date;
    std::string name_en;
    std::string name_cy;
    friend auto operator<=>(const Holiday& a, const Holiday& b) { return a.date <=> b.date; }
    friend bool operator==(const Holiday& a, const Holiday& b) { return a.date == b.date; }
};

// The answer and its working: what a social worker, a reviewing officer or a judge may ask to see.
struct Count {
    CivilDate last_day;
    std::vector<CivilDate> counted;
    std::vector<CivilDate> skipped;
};
struct BeyondCalendar {
    CivilDate first_unknown_day;
};

// One instrument's definition of a working day: the definition belongs to the instrument, not to
// the country. Outside the known span the answer is NotYetKnown, never a guess. The known span has
// an end; without one the constructor throws.
class Calendar {
  public:
    Calendar(std::string id, std::set<Holiday> holidays, Span known);

    DayKind kind(CivilDate d) const;
    const Holiday* holiday_on(CivilDate d) const;
    const std::string& id() const { return id_; }
    const Span& known() const { return known_; }
    const std::set<Holiday>& holidays() const { return holidays_; }

    // The last of n working days after day_zero; day_zero itself is not counted. n = 0 gives
    // day_zero; n < 0 counts back: -1 is the working day before it. A table look-up.
    // BeyondCalendar names the first day, in the direction of counting, that is not known.
    base::Result<CivilDate, BeyondCalendar> last_of(CivilDate day_zero, int n) const;
    // The same for lists and bulk, without the reason when there is no answer: a few nanoseconds.
    std::optional<CivilDate> last_day_of(CivilDate day_zero, int n) const {
        if (n == 0) {
            return day_zero;
        }
        // Working days up to and with day_zero (n > 0), or before it (n < 0). The day just outside
        // the known span will do as day_zero, since it is not itself counted.
        const auto passed_at = std::int64_t{day_zero.day_number()} - first_ + (n > 0 ? 1 : 0);
        if (passed_at < 0 || passed_at >= std::ssize(rank_)) {
            return std::nullopt;
        }
        const auto wanted =
            std::int64_t{rank_[static_cast<std::size_t>(passed_at)]} + n - (n > 0 ? 1 : 0);
        if (wanted < 0 || wanted >= std::ssize(working_)) {
            return std::nullopt;
        }
        return CivilDate::from_day_number(working_[static_cast<std::size_t>(wanted)]);
    }
    // Working days in (from, to]; negative when to < from; none when either end is not known.
    std::optional<int> working_days_between(CivilDate from, CivilDate to) const;

  private:
    std::string id_;
    std::set<Holiday> holidays_;
    Span known_;
    std::int32_t first_;                // day number of the first known day
    std::vector<std::int32_t> working_; // day numbers of every working day in the known span
    std::vector<std::int32_t> rank_;    // [i]: how many of them in the first i known days
};

// The same answer as Calendar::last_of, with every day counted and skipped, earliest first.
base::Result<Count, BeyondCalendar> count_after(CivilDate day_zero, int n, const Calendar&);

} // namespace gweld::time
