// vocabulary.h - the closed lists a card may choose from: events that start a clock, predicates
// that answer it, states it runs in. Knows the words, not how the record decides them.
#pragma once

#include "law/card.h"

#include <optional>
#include <span>
#include <string_view>

namespace gweld::law {

std::span<const std::string_view> triggers();   // "placed-on-register" ...
std::span<const std::string_view> predicates(); // "child-seen-alone" ...
std::span<const std::string_view> states();     // "on-the-register"

// "10 working days", "3 days", "4 weeks", "6 months", "24 hours", "immediately". The number is 1 to
// 1000; hours are whole days of them, because an anchor is a date. none: anything else.
std::optional<Interval> parse_interval(std::string_view text);

// The same in both languages, to be shown: "10 working days", "10 diwrnod gwaith".
Bilingual in_words(const Interval& interval);

// Labels, as the English sentences the catalogues know; see words/parts/law.po.
std::string_view label(Force force);
std::string_view label(Standing standing);
std::string_view label(Confidence confidence);

// How a local rule compares with the one it would replace. Only what holds on every date counts:
// ten working days and two weeks cannot be compared, because a bank holiday decides.
enum class Comparison { tighter, same, looser, cannot_compare };
Comparison compare(const Interval& local, const Interval& national);

} // namespace gweld::law
