// known_kinds.h - whether this program knows what an entry says. Knows no entry.
#pragma once

#include <string_view>

namespace gweld::record {

// False: a later program wrote it. Tables made without it would leave out what it says.
bool is_known(std::string_view kind, int kind_version);

} // namespace gweld::record
