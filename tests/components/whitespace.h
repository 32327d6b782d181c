// whitespace.h - markup as a browser lays it out: which spaces are seen and which are not. Knows
// the inline elements and nothing else of HTML.
#pragma once

#include <string>
#include <string_view>

namespace gweld::test {

// Runs of white space become one space. Around anything but inline elements it is dropped; between
// words and inline elements one space stays, so a lost space between two words is a difference.
// What is inside a textarea stays as it is.
std::string laid_out(std::string_view markup);

} // namespace gweld::test
