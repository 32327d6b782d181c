// csv_cell.h - one value as it stands in a comma-separated file, where no spreadsheet runs it.
#pragma once

#include <string>
#include <string_view>

namespace gweld::base {

// RFC 4180: in quotes where it has to be. A value that a spreadsheet would run as a formula (= + -
// @ | or % first, also in full width or after what is not seen, or a tab or return) is in quotes
// with an apostrophe in front, which spreadsheets do not show.
std::string csv_cell(std::string_view value);

} // namespace gweld::base
