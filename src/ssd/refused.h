// refused.h - the rows that were refused, saved with the reason, so that somebody can put them
// right. Knows no record.
#pragma once

#include "ssd/extract.h"
#include "words/words.h"

#include <filesystem>

namespace gweld::ssd {

// Writes the refused rows of a table as they stand in its file, each followed by reason, file and
// line. UTF-8 with a byte order mark, safe to open in a spreadsheet; bytes that are not UTF-8
// become U+FFFD. Replaces what was there. False: it could not be written, and nothing is left.
bool write_refused(const Extract& extract, Table table, const std::filesystem::path& to,
                   const words::Words& words);

} // namespace gweld::ssd
