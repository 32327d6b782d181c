// embed.h - bytes of a file as C++, so that the program is one file.
#pragma once

#include <string>
#include <string_view>

namespace gweld::embed {

// A string literal (over as many lines as it needs) that holds exactly these bytes.
std::string literal_of(std::string_view bytes);
// What a browser that accepts it may be sent instead. Slow and small: done while building.
std::string brotli(std::string_view bytes);
std::string gzip(std::string_view bytes);

} // namespace gweld::embed
