// key_file.h - a key in a file that its owner alone may read. Knows no kind of key.
#pragma once

#include "base/result.h"

#include <string>

namespace gweld::program {

// Written whole under another name and then linked: whoever sees the file sees a whole key, and of
// two programs that make one at once the second leaves the first's. What went wrong; empty:
// nothing.
std::string make_key_file(const std::string& path, const std::string& text);

// The error: the system's own words, or that others on this machine may read it.
base::Result<std::string, std::string> read_key_file(const std::string& path);

} // namespace gweld::program
