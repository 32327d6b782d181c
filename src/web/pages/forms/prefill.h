// prefill.h - what a form begins with. Knows no form.
#pragma once

#include "time/civil_date.h"
#include "web/fields.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

// NAME-day, NAME-month, NAME-year, as Questions::date asks them.
inline void put_date(std::vector<Field>& fields, const std::string& name, time::CivilDate day) {
    const auto ymd = day.ymd();
    fields.push_back({name + "-day", std::to_string(static_cast<unsigned>(ymd.day()))});
    fields.push_back({name + "-month", std::to_string(static_cast<unsigned>(ymd.month()))});
    fields.push_back({name + "-year", std::to_string(static_cast<int>(ymd.year()))});
}

} // namespace gweld::web::pages
