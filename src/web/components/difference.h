// difference.h - two texts as one, word by word: what only the first has, what only the second has.
// Knows no form and no record.
#pragma once

#include "web/components/markup.h"

#include <string>
#include <string_view>
#include <vector>

namespace gweld::web::ours {

struct Stretch {
    enum class In : std::uint8_t { both, first, second } in = In::both;
    std::string text; // with the white space that follows it
    friend bool operator==(const Stretch&, const Stretch&) = default;
};
// The stretches of `both` and `first` together are the first text, those of `both` and `second` the
// second, to the letter. Where the middle of two texts is too long to be compared word by word
// (about two thousand words each) it comes as one stretch of each.
std::vector<Stretch> stretches(std::string_view first, std::string_view second);

// <del> and <ins>, and for whoever hears the page words before and after each.
struct Difference {
    std::string first; // "On the record, not in yours"
    std::string second;
    std::string until; // "end of the difference"
};
Html render(const Difference& words, std::string_view first, std::string_view second);

} // namespace gweld::web::ours
