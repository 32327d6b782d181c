// runner.h - reads the pages of spec/ and holds them against the rules. The sentences are a closed
// list: a line it does not know is a fault. Knows the cards, not the record of any child.
#pragma once

#include "law/card.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::spec {

// Which side of its due day an example looked at a duty on. Only the day before, the day itself and
// the day after count: further off nothing is shown about the edge.
enum class Side { before, on, after };
// A rule and which of its intervals: the first, or the one after it (chain).
enum class Step { first, then };
struct Edge {
    std::string rule;
    Step step = Step::first;
    friend auto operator<=>(const Edge&, const Edge&) = default;
};

struct Report {
    int examples = 0;
    int checks = 0;
    std::vector<std::string> faults; // "visits.spec:12: ..."
    std::map<Edge, std::set<Side>> shown;
};

Report run(std::string_view name, std::string_view text, const law::Book& book);

} // namespace gweld::spec
