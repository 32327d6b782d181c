// calendar.h - which days are working days, over the range for which we know, and counting them.
#pragma once

#include "base/result.h"
#include "time/civil_date.h"

#include <cstdint>
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
    // day_zero; n < 0 counts back: -1 is the working day before it. A table look-up: about 3 ns.
    // BeyondCalendar names the first day, in the direction of counting, that is not known.
    base::Result<CivilDate, BeyondCalendar> last_of(CivilDate day_zero, int n) const;
    // Working days in (from, to]; negative when to < from; none when either end is not known.
    std::optional<int> working_days_between(CivilDate from, CivilDate to) const;

  private:
    std::string id_;
    std::set<Holiday> holidays_;
    Span known_;
    std::vector<std::int32_t> working_; // day numbers of every working day in the known span
    std::vector<std::int32_t> rank_;    // per known day: how many working days up to and with it
};

// The same answer as Calendar::last_of, with every day counted and skipped, earliest first.
base::Result<Count, BeyondCalendar> count_after(CivilDate day_zero, int n, const Calendar&);

} // namespace gweld::time
