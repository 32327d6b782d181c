// rows.h - small readings of the tables' plain values.
#pragma once

#include "base/uuid.h"
#include "time/civil_date.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace gweld::casework {

// A day as the tables keep it: days since 1970-01-01, inside what a date can hold.
constexpr time::CivilDate day_of(std::int64_t number) {
    return time::CivilDate::from_day_number(static_cast<std::int32_t>(number));
}

// As the tables name it (record::Determination).
inline constexpr std::string_view continuing_risk = "substantiated_continuing_risk";

inline std::vector<base::Uuid> uuids_of(const std::vector<base::PersonId>& people) {
    std::vector<base::Uuid> ids;
    ids.reserve(people.size());
    for (const auto& person : people) {
        ids.push_back(person.uuid);
    }
    return ids;
}

} // namespace gweld::casework
