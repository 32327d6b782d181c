// clocks.h - what is due for one child, each clock with how much of its time is gone; and what has
// happened, newest first. Knows no rule and no page.
#pragma once

#include "web/components/tone.h"

namespace gweld::web::ours {

struct Clock {
    Tone tone = Tone::waiting;
    Content name = {};                // "Seen alone"
    Content left = {};                // "2 working days left"
    std::optional<double> share = {}; // 0 to 1 of its time gone; none: no bar
    Content rule = {}; // "Every 10 working days. Last: Fri 6 Nov. Due by Fri 20 Nov."
};
Html render(const std::vector<Clock>& clocks);

struct Event {
    Content title = {};
    Content by = {};
    std::string at = {}; // machine-readable: "2026-11-23T22:40" or "2026-11-23"
    Content when = {};
    Html content = {};
    bool significant = false;
};

struct Timeline {
    std::vector<Event> events = {};
    int level = 3;                // of the events' headings
    std::string significant = {}; // heard after the title of a significant event
};
Html render(const Timeline& timeline);

} // namespace gweld::web::ours
