// report.h - duties and measures as rows that other programs read. Knows no file and no child but
// by the id the council gave it. The columns and their order are a promise: analysts script them.
#pragma once

#include "measure/measure.h"

#include <span>
#include <string>

namespace gweld::measure {

struct DutyRow {
    std::string child; // the id in the source system
    std::string rule;
    CivilDate anchor;
    std::optional<CivilDate> due_by;
    std::optional<CivilDate> met_on;
    protection::DutyState state;
};
DutyRow row_of(const std::string& child, const Duty& duty);

struct MeasureRow {
    std::string group; // "all" when nothing was grouped by; empty: nobody was allocated
    Tally tally;
};

// JSON: an array of objects, one a line; dates as ISO text, null where there is none.
// CSV: RFC 4180 with a header and CRLF; where there is none, empty. A text cell that begins with
// = + - or @ gets an apostrophe in front, because a spreadsheet would run it as a formula; JSON
// leaves it as it is. Both UTF-8 without a byte order mark.
// Percentages are rounded to one decimal, halves up; none when nothing was due.
std::string json_of(std::span<const DutyRow> rows);
std::string csv_of(std::span<const DutyRow> rows);
std::string json_of(std::span<const MeasureRow> rows);
std::string csv_of(std::span<const MeasureRow> rows);

} // namespace gweld::measure
