// problems.h - whether the Welsh compiled into this program is whole. That every sentence has its
// Welsh is checked where the sentences are, by tests/words over the source.
#pragma once

#include <string>
#include <vector>

namespace gweld::words {

std::size_t welsh_sentences();       // with the catalogue's header
std::vector<std::string> problems(); // for people; empty: none

} // namespace gweld::words
