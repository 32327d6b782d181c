// figures.h - how we are doing: each measure for the service, with what stands behind it. Every
// number here can be opened to the children it counts.
#pragma once

#include "casework/office.h"
#include "casework/standing.h"
#include "measure/measure.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace gweld::casework {

// One rule's duties for every child that was ever on the register (for writing up visits: of whom
// there is a visit saved to be written up), with who held each child when.
struct RuleDuties {
    const law::Card* card = nullptr;
    std::vector<measure::ChildDuties> children;
    std::vector<std::vector<measure::Held>> teams;   // parallel to children
    std::vector<std::vector<measure::Held>> workers; // parallel to children
};

// At council size a few hundred children.
RuleDuties duties_under(Office& office, const record::Reading& reading, const law::Card& card,
                        CivilDate as_of);

// Why a duty due in the month was not met on time, each duty under exactly one reason.
enum class Reason { seen_not_alone, not_at_home, family_out_or_refused, seen_late, no_visit };
struct ReasonCount {
    Reason reason{};
    std::int64_t count = 0;
};

struct MonthFigure {
    CivilDate month; // its first day
    measure::Tally tally;
};

struct Indicator {
    const law::Card* card = nullptr;
    std::vector<MonthFigure> months; // 24, oldest first; the last is the last whole month
    measure::UsualRange usual;
    std::int64_t overdue_now = 0;
    std::int64_t on_register_now = 0;
};

struct ServiceFigures {
    CivilDate as_of = record::to_be_given;
    std::vector<Indicator> indicators;
    std::int64_t on_register = 0;
    std::int64_t overdue_alone = 0;
    std::int64_t unallocated = 0;
};
// Counts only, no child: whoever may enter the page may see them.
base::Result<ServiceFigures, record::StoreFault> service_figures(Office& office);

// One measure opened: by team, why not on time, and the children behind one month's figure.
struct ChildBehind {
    std::shared_ptr<const Facts> facts; // null: counted, but not for this viewer to open
    protection::Duty duty;
    std::string worker;
    std::string team;
};
struct OpenedIndicator {
    Moment moment; // of which it is so
    Indicator indicator;
    MonthFigure month;
    std::vector<measure::GroupedTally> by_team;
    std::vector<ReasonCount> reasons;     // most frequent first
    std::vector<ChildBehind> not_on_time; // due in the month and not on time
    std::vector<ChildBehind> on_time;
    std::vector<ChildBehind> overdue_now;
};
// month: any day in the month to open. Null: no such measured rule. The same object as long as
// neither the record nor the day moves on, and for this viewer alone.
base::Result<std::shared_ptr<const OpenedIndicator>, record::StoreFault>
open_indicator(Office& office, const access::Viewer& viewer, std::string_view rule,
               CivilDate month);

// Whether the figures are worked out for today and for the newest head that anybody has met: then
// opening one takes no longer than any page. Somebody may have written since.
bool at_hand(Office& office);

// The rules that are measures, in page order.
std::vector<std::string_view> measured_rules();

inline constexpr int months_shown = 24;
// The usual level is set from the first twelve of them; see docs/decisions on measures.
inline constexpr std::size_t baseline_months = 12;

} // namespace gweld::casework
