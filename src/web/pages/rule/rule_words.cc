#include "web/pages/rule/rule_words.h"

#include "law/vocabulary.h"

namespace gweld::web::pages {

namespace {

std::string length(const words::Words& say, const law::Interval& interval) {
    return in_reader_language(say, law::in_words(interval));
}

} // namespace

const std::string& in_reader_language(const words::Words& say, const law::Bilingual& text) {
    return say.language() == words::Language::welsh ? text.cy : text.en;
}

std::string time_given(const words::Words& say, const law::Card& card) {
    const auto first = length(say, card.interval);
    switch (card.kind) {
    case law::ClockKind::single:
        return first;
    case law::ClockKind::recurring:
        return say.say("At least once every {time}", {{"time", first}});
    case law::ClockKind::chain:
        return card.then ? say.say("The first: {first}. Each one after: {then}.",
                                   {{"first", first}, {"then", length(say, *card.then)}})
                         : first;
    case law::ClockKind::once_between:
        return say.say("Once between one conference and the next.");
    case law::ClockKind::before:
        return say.say("{time} before", {{"time", first}});
    case law::ClockKind::count_in:
        return say.say_n("Once in: {time}", "At least {n} times in: {time}", card.times,
                         {{"time", first}});
    }
    return first;
}

} // namespace gweld::web::pages
