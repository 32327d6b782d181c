// figure_words.h - a figure in words: never a percentage without what it is of. Knows no page.
#pragma once

#include "measure/definition.h"
#include "measure/measure.h"
#include "web/components/figures.h"
#include "words/words.h"

#include <span>
#include <string>

namespace gweld::web::pages {

using words::Words;

// A whole percentage. Never 100 where one was missed, nor 0 where one was met.
std::string percent_words(double percent);
// "68%"; empty when nothing was due.
std::string percent_of(const measure::Tally& tally);
// "212 of 311 times due", "Nothing was due".
std::string done_of_due(const Words& say, const measure::Tally& tally);
// "212 of the 311 times a child was due to be seen alone were on time."
std::string done_sentence(const Words& say, std::string_view rule, const measure::Tally& tally);

ours::Verdict verdict_of(const Words& say, measure::Signal signal);
// What the verdict rests on, in a sentence.
std::string verdict_sentence(const Words& say, measure::Signal signal);

// What the measure is called: its definition's title, or the rule's where it has none.
std::string measure_title(const Words& say, const measure::Definitions& definitions,
                          const law::Card& card);
const measure::Definition* definition_of(const measure::Definitions& definitions,
                                         std::string_view rule);
// Whom it counts: meetings count once for each child they are about.
std::string counted_whom(const Words& say, std::string_view rule);
bool is_meeting(std::string_view rule);

// Percentages month by month, oldest first.
template <class Months> std::vector<std::optional<double>> points_of(const Months& months) {
    std::vector<std::optional<double>> points;
    for (const auto& month : months) {
        points.push_back(month.tally.percent_on_time());
    }
    return points;
}

} // namespace gweld::web::pages
