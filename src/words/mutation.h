// mutation.h - what Welsh does to a word after a preposition. Knows dates and the article, and
// leaves everything else: nobody's name is mutated.
#pragma once

#include <string>
#include <string_view>

namespace gweld::words {

// `before`: what stands in front of it, as far as it is written; `value`: what comes next. Both as
// they read together: after "o ", "i " or "hyd " a month with its year and "dydd" take the soft
// mutation ("o Dachwedd 2026", "o ddydd Mawrth 24 Tachwedd 2026"), and after "o " and "i " the
// article is joined ("o’r atgyfeiriad").
std::string joined_in_welsh(std::string before, std::string_view value);

} // namespace gweld::words
