// faults.h - what the store refuses or finds broken, in words.
#pragma once

#include "record/verify.h"
#include "store/sqlite/sqlite_store.h"
#include "words/words.h"

#include <string>

namespace gweld::program {

// "postgresql://user:secret@host/..." as it may be shown. A file's name stays as it is.
std::string without_password(const std::string& data);

// With the detail for the log on a line of its own.
std::string said_of(const words::Words& say, const store::OpenRefused& why,
                    const std::string& file);
std::string said_of(const words::Words& say, const record::BrokenLink& broken);

} // namespace gweld::program
