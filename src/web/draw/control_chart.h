// control_chart.h - one measure month by month, with its usual level and range (an XmR chart).
// Drawn twice: a wide drawing scaled down to a phone would have letters nobody can read. Knows no
// page; every word comes from the caller.
#pragma once

#include "measure/measure.h"
#include "web/components/markup.h"

#include <optional>
#include <string>
#include <vector>

namespace gweld::web::draw {

struct ChartMonth {
    std::string label = {}; // "Nov"
    std::string year = {};  // "2026"; shown where it begins
    std::optional<double> percent = {};
    std::string note = {}; // what happened that month, if something did
};

struct ChartWords {
    std::string title = {};       // heard: what this is
    std::string description = {}; // heard: what it shows, in a sentence or two
    std::string level = {};       // "usual level 82%"
    std::string top = {};         // "usual range, top 92%"
    std::string bottom = {};      // "usual range, bottom 71%"
    std::string standard = {};    // "our standard 95%"
    std::string newest = {};      // "68% October"
    std::string caption = {};     // below, seen
};

struct ControlChart {
    std::string id = "chart"; // one per page
    std::vector<ChartMonth> months = {};
    measure::UsualRange range = {};
    std::optional<double> standard = {};
    ChartWords words = {};
};

// A figure with both drawings; the style sheet shows one. The narrow one has the newest 12 months.
Html control_chart(const ControlChart& chart);

} // namespace gweld::web::draw
