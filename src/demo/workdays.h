// workdays.h - steps of working days, forwards and back. A day beyond the calendar is a bug here:
// make_county asks for a calendar that is long enough before anything else.
#pragma once

#include "time/calendar.h"

namespace gweld::demo {

using time::CivilDate;

class Workdays {
  public:
    explicit Workdays(const time::Calendar& calendar) : calendar_{calendar} {}

    bool is_one(CivilDate day) const;
    // The last of n working days after the day, itself not counted; n = 0: the day.
    CivilDate after(CivilDate day, int n) const;
    // The working day with exactly n working days in (it, day]. n = 0: the day, or if it is not a
    // working day the last one before it.
    CivilDate before(CivilDate day, int n) const;
    CivilDate on_or_before(CivilDate day) const;
    CivilDate on_or_after(CivilDate day) const;
    // Working days in (from, to]; negative when to < from.
    int between(CivilDate from, CivilDate to) const;

  private:
    const time::Calendar& calendar_;
};

} // namespace gweld::demo
