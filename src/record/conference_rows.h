// conference_rows.h - the rows of a chair's diary, and what a row says of a week. Knows no storage.
#pragma once

#include "record/conference_kinds.h"
#include "record/tables.h"

#include <vector>

namespace gweld::record {

std::vector<ChairDiaryRow> diary_rows(const Entry& entry, const ChairSlotsSet& body);
std::vector<ChairDiaryRow> diary_rows(const Entry& entry, const ChairAway& body);

// What the row's text says; what cannot be read is passed over.
std::vector<WeeklySlot> slots_in(const ChairDiaryRow& row);

} // namespace gweld::record
