// plans.h - what is planned for one child, who sees to it and how it goes: every version, the
// actions, what core groups said of each outcome, who co-ordinates. Folds over entries; knows no
// storage and no page.
#pragma once

#include "protection/history.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace gweld::protection {

using base::ActionId;
using base::OutcomeId;
using base::WorkerId;

struct PlanVersion {
    EntryId entry;
    // The child's own part: a brother's or sister's outcomes are not in it.
    record::PlanAgreed plan;
    Instant recorded_at;
    std::string recorded_by;
    std::int64_t seq = 0;
};

struct ActionMark {
    record::ActionCame came = record::ActionCame::to_do;
    CivilDate on;
    std::string words;
    std::string recorded_by;
};

struct GroupProgress { // one core group
    EntryId entry;
    CivilDate on;
    std::vector<record::OutcomeProgress> outcomes; // of this child's plans only
};

struct PlanEnding {
    CivilDate on;
    std::string reason;
    std::int64_t seq = 0;
};

struct OutlinePlan { // said at a conference; the first version begins with it
    CivilDate on;
    std::string text;
};

struct Plans {
    std::vector<PlanVersion> versions;    // in the order agreed
    std::map<ActionId, ActionMark> marks; // the one recorded last
    std::vector<GroupProgress> progress;  // by day
    std::vector<PlanEnding> endings;      // in the order recorded
    std::optional<OutlinePlan> outline;   // of the newest conference that gave one

    const PlanVersion* version(EntryId entry) const; // null: none such
    // The last version, unless it was said since that no plan follows. Null: none holds.
    const PlanVersion* current() const;
};

// As history_of: corrections are followed, what was withdrawn is gone.
Plans plans_of(PersonId child, std::span<const record::Entry> entries,
               std::optional<Instant> known_at);

// ---- actions
// -------------------------------------------------------------------------------------
enum class ActionState : std::uint8_t { to_do, overdue, done, not_done };
// Overdue: to be done, and its day is before `today`.
ActionState state_of(const Plans& plans, const record::PlanAction& action, CivilDate today);

struct OverdueAction {
    const record::PlanOutcome* outcome; // both point into `plans`
    const record::PlanAction* action;
};
// Of the plan that holds; longest overdue first.
std::vector<OverdueAction> overdue_actions(const Plans& plans, CivilDate today);

// ---- what is missing
// -----------------------------------------------------------------------------
enum class PlanMissing : std::uint8_t {
    protection_plan,      // on the register, no version since the name was placed
    care_and_support_plan // the name left the register at a review conference, and none since
};
struct MissingPlan {
    PlanMissing what;
    CivilDate since; // the placing, or the first day off the register
    friend bool operator==(const MissingPlan&, const MissingPlan&) = default;
};
// No source we have read gives a time for either, so none is overdue: it is there or it is not. A
// removal on another ground asks for no plan here; nor does one after which it was recorded that no
// plan follows. A care and support plan may be agreed at the conference itself, the day before.
std::optional<MissingPlan> missing_plan(const Plans& plans, const History& history,
                                        CivilDate today);

// ---- who co-ordinates
// ----------------------------------------------------------------------------
struct Coordinator {
    EntryId entry;
    WorkerId worker;
    CivilDate from;
};
// By first day, then in the order recorded.
std::vector<Coordinator> coordinators_of(PersonId child, std::span<const record::Entry> entries,
                                         std::optional<Instant> known_at);
// Named since this registration began, for this day. Null: nobody.
const Coordinator* coordinator_on(const std::vector<Coordinator>& named, const Registration& stay,
                                  CivilDate day);

// The registration that has the day; null: not on the register then.
const Registration* stay_on(const History& history, CivilDate day);

} // namespace gweld::protection
