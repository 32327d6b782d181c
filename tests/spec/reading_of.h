// reading_of.h - what the clocks say of one duty, given what happened. The order of events is all
// it knows; the record has its own, fuller, account of qualifying visits.
#pragma once

#include "law/clock.h"
#include "runner.h"

#include <string>
#include <string_view>
#include <vector>

namespace gweld::spec {

struct Event {
    std::string_view name;
    law::CivilDate on;
};

// One stretch of a duty: from an anchor to being met, or still running.
struct Link {
    law::CivilDate anchor;
    law::ClockState state;
    Step step = Step::first;
};

// Oldest first; the last is the one that runs. Empty: the duty has not begun. Events after today
// have not happened.
std::vector<Link> links_of(const law::Card& card, const law::Book& book, std::vector<Event> events,
                           law::CivilDate today);

} // namespace gweld::spec
