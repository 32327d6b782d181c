// figures.h - how we are doing: the figures of this moment, the measures in conversations rather
// than traffic lights, the reasons behind one. Knows no measure and no page.
#pragma once

#include "measure/measure.h"
#include "web/components/card_table.h"

namespace gweld::web::ours {

// "19 of 96 children on the register are overdue": the sentence is whole, and its numbers stand
// large above it.
struct RightNowFigure {
    std::string figure = {}; // "19"
    std::string of = {};     // "of 96"
    Html words = {};         // the rest of it, with the way to the children
};
Html render(const std::vector<RightNowFigure>& figures);

struct Verdict {
    measure::Signal signal = measure::Signal::too_few_to_say;
    std::string words = {}; // "Getting worse"
};
Html render(const Verdict& verdict);

struct Indicator {
    Html name = {}; // a link to the measure
    std::string who = {};
    std::string percent = {}; // "68%"; empty where nothing was due
    std::string of = {};      // "212 of 311 visits due"
    Html sparkline = {};
    Verdict verdict = {};
    std::vector<Content> more = {}; // one per column after the first four
};

struct IndicatorGroup {
    std::string name = {}; // "Talk about these"
    std::vector<Indicator> indicators = {};
};

struct IndicatorTable {
    std::string caption = {};
    std::vector<std::string> heads = {}; // measure, figure, 24 months, what is happening, more ...
    std::vector<IndicatorGroup> groups = {};
};
// A group with nothing in it is left out.
Html render(const IndicatorTable& table);

struct Reason {
    Content words = {};
    long count = 0;
};
// Bars as long as their share of the largest. The numbers are words too.
Html reason_bars(const std::vector<Reason>& reasons);

} // namespace gweld::web::ours
