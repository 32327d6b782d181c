// working.h - how a due date was counted, in words: the days that count and those that do not.
#pragma once

#include "law/card.h"
#include "web/pages/child/shown.h"

#include <string>
#include <vector>

namespace gweld::web::pages::child_record {

struct SkippedDay {
    std::string day;
    std::string reason; // "weekend", "bank holiday, ..."
};
struct Working {
    std::string counted; // "10 working days were counted: ..."; empty: no working days to count
    std::vector<SkippedDay> skipped; // days between that do not count
};
// Nothing where the answer is not due_by: then another rule gave it.
Working working_of(const Words& say, CivilDate today, const law::Interval& interval,
                   CivilDate anchor, const law::Calendar* calendar,
                   const std::optional<CivilDate>& due_by);

} // namespace gweld::web::pages::child_record
