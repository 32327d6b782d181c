#include "demo/workdays.h"

namespace gweld::demo {

bool Workdays::is_one(CivilDate day) const { return calendar_.kind(day) == time::DayKind::Working; }

CivilDate Workdays::after(CivilDate day, int n) const { return calendar_.last_of(day, n).value(); }

CivilDate Workdays::before(CivilDate day, int n) const {
    CivilDate at = on_or_before(day);
    for (int steps = 0; steps < n; ++steps) {
        at = on_or_before(at.plus_days(-1));
    }
    return at;
}

CivilDate Workdays::on_or_before(CivilDate day) const {
    while (!is_one(day)) {
        day = day.plus_days(-1);
    }
    return day;
}

CivilDate Workdays::on_or_after(CivilDate day) const {
    while (!is_one(day)) {
        day = day.next_day();
    }
    return day;
}

int Workdays::between(CivilDate from, CivilDate to) const {
    return calendar_.working_days_between(from, to).value();
}

} // namespace gweld::demo
