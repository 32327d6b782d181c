// reading.h - a page made into a card, a calendar or a local change. Knows the keys of each page,
// not where pages come from.
#pragma once

#include "law/card.h"
#include "law/pages.h"

#include <optional>
#include <string>
#include <vector>

namespace gweld::law {

// Each writes down every fault it finds; none when there is nothing usable to go on with.
std::optional<Card> read_card(const Page& page, std::vector<CardFault>& faults);

struct CalendarPage {
    Calendar calendar;
    WorkingDayMeaning meaning;
};
std::optional<CalendarPage> read_calendar(const Page& page, std::vector<CardFault>& faults);

// Every time in the page, in its order.
std::vector<SigningTime> read_signing_times(const Page& page, std::vector<CardFault>& faults);

// A council's own figure for a rule: `tightens` one that is national, or `sets` one that is the
// council's to set.
enum class LocalVerb { tightens, sets };
struct LocalChange {
    LocalVerb verb = LocalVerb::tightens;
    std::string rule;
    std::optional<Interval> interval;
    std::optional<Interval> then;
    Source source;
    Bilingual reading;
    std::string file;
    int line = 0; // of the line that names the rule
};
std::optional<LocalChange> read_local_change(const Page& page, std::vector<CardFault>& faults);

} // namespace gweld::law
