// alerts.h - the few lacks that somebody must answer for: worked out from the record each time, so
// that none can be lost or closed without what was lacking having been done. Who saw one and what
// they did is recorded; one that nobody answers climbs from the worker to the team manager to the
// head of service (law/alerts/). Knows no page.
#pragma once

#include "casework/recording.h"
#include "record/alert_kinds.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace gweld::casework {

enum class Rung : std::uint8_t { worker, team_manager, head_of_service };

// What an alert was when it was last heard of, for its place on the ladder.
struct AlertStep {
    record::Instant at;
    record::Recorder by;
    std::string did;                   // empty: seen, and nothing more
    std::optional<CivilDate> again_on; // none: seen, and nothing more
};

struct Alert {
    record::AlertOf what{};
    Uuid subject; // the child, or the contact
    std::int64_t version = 0;
    CivilDate since = record::to_be_given;
    std::shared_ptr<const Facts> child;              // null: a contact
    std::optional<record::ContactRow> contact;       // none: a child
    std::vector<record::ContactChildRow> of_contact; // the children it is about
    std::string first_with;                // the worker whose it is first; empty: nobody's
    std::vector<AlertStep> steps;          // oldest first
    Rung rung = Rung::worker;              // how far it has climbed by now
    std::optional<CivilDate> climbs_after; // the last day on this rung; none: top, or cannot say
    std::optional<CivilDate> quiet_until;  // answered: it is asked again on that day
};

// The lowest rung is the team manager's where there is no worker to ask, and where a contact tells
// of possible harm. That nobody co-ordinates the plan is the head of service's at once: the manager
// who must name somebody is told no later than whoever stands in for the named senior manager
// (Wales Safeguarding Procedures (children), section 4, page 3: inform the relevant senior manager
// immediately).
Rung first_rung(const Alert& alert);
// How far it has climbed by the day. An answer by whoever it has reached quiets it until the day it
// names; then it stands again on the rung of whoever answered. An answer from below that rung is
// kept and seen, and puts nothing off: it never goes down the ladder. Cards that cannot say (beyond
// the calendar): it does not climb, and climbs_after is none.
void climb(Alert& alert, const law::Book& book, CivilDate today);

struct Alerts {
    std::vector<Alert> to_answer; // has come as far as this person; longest first
    std::vector<Alert> below;     // still with somebody before them on the ladder
    std::vector<Alert> quiet;     // answered, until a day
};
// A social worker's own children; a manager's team, and the front door; the whole service. For a
// duty worker the front door. Children whose record this person may see.
base::Result<Alerts, record::StoreFault> alerts_for(Office& office, const access::Viewer& viewer);

enum class AlertNonsense {
    nothing_said,
    again_in_the_past, // the day it is asked again is after today
    again_too_late     // see longest_quiet_days
};
// How long an answer may put an alert off. A habit of the page, not a rule: none was found.
inline constexpr int longest_quiet_days = 14;

using AlertRefused = std::variant<NotFoundOrNotYours, SomebodyWasQuicker, KeyUsedForSomethingElse,
                                  CorrectedAlready, AlertNonsense, record::StoreFault>;
using AlertAnswer = base::Result<Recorded, AlertRefused>;
// By whoever may see the record of the child, or work at the front door. Whether it is still an
// alert is not asked: what was done is worth keeping either way.
AlertAnswer note_seen(Office& office, const access::Viewer& viewer, const Alert& alert,
                      const Saw& saw);
AlertAnswer answer_alert(Office& office, const access::Viewer& viewer, const Alert& alert,
                         const std::string& did, CivilDate again_on, const Saw& saw);

} // namespace gweld::casework
