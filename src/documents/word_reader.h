// word_reader.h - reading a stranger's Word document where it can do no harm: in a process of its
// own that may open nothing and ends when it takes too much (limits.h). Knows no record.
#pragma once

#include "documents/docx_reader.h"

#include <functional>
#include <string>
#include <string_view>

namespace gweld::documents {

using WordReader = std::function<base::Result<WordText, Unread>(std::string_view bytes)>;

// The argument with which `program` is started to be that process; its main calls be_word_reader().
inline constexpr const char* reads_word = "read-word";

// Starts `program` once for each document. gave_up: it ended, was ended, took longer than
// longest_wait, or said what no reader says. Blocks its thread meanwhile.
WordReader word_reader_in(std::string program);

// Reads standard input to its end, writes what the document says to standard output; answers the
// exit code. Limits the process first, and reads nothing where that cannot be done.
int be_word_reader();

} // namespace gweld::documents
