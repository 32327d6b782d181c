#include "web/pages/figures/figure_words.h"

#include "web/pages/rule/rule_words.h"

#include <algorithm>
#include <cmath>

namespace gweld::web::pages {

namespace {

using measure::Signal;
using words::mark;

constexpr double whole = 100;

std::string_view done_mark(std::string_view rule) {
    if (rule == "cp.visit.seen-alone") {
        return mark("{done} of the {due} times a child was due to be seen alone were on time.");
    }
    if (rule == "cp.visit.seen-at-home") {
        return mark("{done} of the {due} times a child was due to be seen at home were on time.");
    }
    if (rule == "cp.visit.bedroom-seen") {
        return mark("{done} of the {due} times a child’s bedroom was due to be seen were on time.");
    }
    if (rule == "cp.core-group") {
        return mark("{done} of the {due} times a core group was due for a child were on time.");
    }
    if (rule == "cp.conference.review") {
        return mark(
            "{done} of the {due} times a review conference was due for a child were on time.");
    }
    return mark("{done} of the {due} times due were on time.");
}

} // namespace

std::string percent_words(double percent) {
    double shown = std::round(percent);
    if (percent < whole) {
        shown = std::min(shown, whole - 1);
    }
    if (percent > 0) {
        shown = std::max(shown, 1.0);
    }
    return std::to_string(static_cast<int>(shown)) + "%";
}

std::string percent_of(const measure::Tally& tally) {
    const auto percent = tally.percent_on_time();
    return percent ? percent_words(*percent) : std::string{};
}

std::string done_of_due(const Words& say, const measure::Tally& tally) {
    if (tally.due == 0) {
        return say.say("Nothing was due");
    }
    return say.say(
        "{done} of {due} times due",
        {{"done", std::to_string(tally.on_time_in_any_way())}, {"due", std::to_string(tally.due)}});
}

std::string done_sentence(const Words& say, std::string_view rule, const measure::Tally& tally) {
    if (tally.due == 0) {
        return say.say("Nothing was due.");
    }
    return say.say(done_mark(rule), {{"done", std::to_string(tally.on_time_in_any_way())},
                                     {"due", std::to_string(tally.due)}});
}

ours::Verdict verdict_of(const Words& say, Signal signal) {
    switch (signal) {
    case Signal::getting_worse:
        return {signal, say.say("Getting worse")};
    case Signal::getting_better:
        return {signal, say.say("Getting better")};
    case Signal::no_real_change:
        return {signal, say.say("No real change")};
    case Signal::too_few_to_say:
        break;
    }
    return {signal, say.say("Too few to say")};
}

std::string verdict_sentence(const Words& say, Signal signal) {
    switch (signal) {
    case Signal::getting_worse:
        return say.say("The newest months are lower than chance alone would explain.");
    case Signal::getting_better:
        return say.say("The newest months are higher than chance alone would explain.");
    case Signal::no_real_change:
        return say.say("The months go up and down as they usually do: one month’s number means "
                       "little by itself.");
    case Signal::too_few_to_say:
        break;
    }
    return say.say("There are too few months with something due to say what is usual.");
}

const measure::Definition* definition_of(const measure::Definitions& definitions,
                                         std::string_view rule) {
    const auto found = std::ranges::find(definitions, rule, &measure::Definition::rule);
    return found == definitions.end() ? nullptr : &*found;
}

std::string measure_title(const Words& say, const measure::Definitions& definitions,
                          const law::Card& card) {
    const auto* definition = definition_of(definitions, card.id);
    return in_reader_language(say, definition == nullptr ? card.title : definition->title);
}

bool is_meeting(std::string_view rule) {
    return rule == "cp.core-group" || rule == "cp.conference.review";
}

std::string counted_whom(const Words& say, std::string_view rule) {
    return is_meeting(rule) ? say.say("One meeting counts once for each child it was due for")
                            : std::string{};
}

} // namespace gweld::web::pages
