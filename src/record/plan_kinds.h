// plan_kinds.h - what is to change for a child and who sees to it: plans and how they go, who
// co-ordinates one, and a child of the register who lives in another authority's area. Included by
// kinds.h, which names them. Knows no rule: which version holds, and what is missing, is worked out
// (protection/plans.h, protection/moves.h).
#pragma once

#include "record/kind_parts.h"

namespace gweld::record {

using base::ActionId;
using base::OutcomeId;

// ---- the plan
// ------------------------------------------------------------------------------------
enum class PlanKind { protection, care_and_support };
BOOST_DESCRIBE_ENUM(PlanKind, protection, care_and_support)

struct PlanAction {
    ActionId action; // the same in every version
    std::string what;
    std::string who;
    std::optional<CivilDate> by;
};
BOOST_DESCRIBE_STRUCT(PlanAction, (), (action, what, who, by))

struct PlanOutcome {
    OutcomeId outcome;              // the same in every version
    std::vector<PersonId> children; // whose it is
    std::string better;             // what will be better, in words the family understands
    std::string danger;             // what it is an answer to
    std::vector<PlanAction> actions;
};
BOOST_DESCRIBE_STRUCT(PlanOutcome, (), (outcome, children, better, danger, actions))

struct Contingency {
    std::string happens; // "if this happens ..."
    std::string then;    // "... we do this"
};
BOOST_DESCRIBE_STRUCT(Contingency, (), (happens, then))

struct TakingPart {
    std::string name;
    std::string role;
};
BOOST_DESCRIBE_STRUCT(TakingPart, (), (name, role))

// One version, whole: what is not in it any more is no longer planned. The outline plan of a
// conference is not one.
struct PlanAgreed { // about: every child in children
    PlanKind kind = PlanKind::protection;
    CivilDate on = to_be_given;
    std::vector<PersonId> children;
    std::string language; // BCP 47: in which the family gets its copy
    std::vector<PlanOutcome> outcomes;
    std::vector<Contingency> contingency;
    std::vector<TakingPart> taking_part;
    std::optional<CivilDate> review_on;
    std::string changed; // why there is a new version; empty: it is the first
    std::optional<base::EntryId> brought_in = {}; // the document this version was begun with
};
BOOST_DESCRIBE_STRUCT(PlanAgreed, (),
                      (kind, on, children, language, outcomes, contingency, taking_part, review_on,
                       changed, brought_in))

enum class ActionCame { done, not_done, to_do }; // to_do: it was marked by mistake
BOOST_DESCRIBE_ENUM(ActionCame, done, not_done, to_do)

struct PlanActionMarked { // about: every child whose outcome it serves
    ActionId action;
    CivilDate on = to_be_given;
    ActionCame came = ActionCame::done;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(PlanActionMarked, (), (action, on, came, words))

struct PlanEnded { // about: the child. No plan follows, and why.
    CivilDate on = to_be_given;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PlanEnded, (), (on, reason))

// ---- how it goes, said at a core group
// ------------------------------------------------------------------
enum class OutcomeMoved { better, no_change, worse, not_discussed };
BOOST_DESCRIBE_ENUM(OutcomeMoved, better, no_change, worse, not_discussed)

struct OutcomeProgress {
    OutcomeId outcome;
    OutcomeMoved moved = OutcomeMoved::not_discussed;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(OutcomeProgress, (), (outcome, moved, words))

// ---- who co-ordinates it
// ---------------------------------------------------------------------------
struct CoordinatorNamed { // about: the child, the worker. Takes the place of the one before.
    PersonId child;
    WorkerId worker;
    CivilDate from = to_be_given; // the first day
};
BOOST_DESCRIBE_STRUCT(CoordinatorNamed, (), (child, worker, from))

// ---- on the register here and living elsewhere
// -----------------------------------------------------------
struct TemporarilyMoved { // about: the child
    base::EntryId placed;
    std::string authority; // whose area it is
    CivilDate from = to_be_given;
    CivilDate until = to_be_given; // expected: the first day back
    std::string agreed;            // who visits, as the two teams agreed
};
BOOST_DESCRIBE_STRUCT(TemporarilyMoved, (), (placed, authority, from, until, agreed))

struct CameBack { // about: the child
    base::EntryId moved;
    CivilDate on = to_be_given;
};
BOOST_DESCRIBE_STRUCT(CameBack, (), (moved, on))

struct PermanentMoveNotified { // about: the child. The registration goes on.
    base::EntryId placed;
    std::string authority;
    CivilDate on = to_be_given; // the day they were told
    std::optional<CivilDate> agreed_on;
};
BOOST_DESCRIBE_STRUCT(PermanentMoveNotified, (), (placed, authority, on, agreed_on))

enum class ReceivingDecision { placed, not_placed, not_told };
BOOST_DESCRIBE_ENUM(ReceivingDecision, placed, not_placed, not_told)

struct ReceivingConferenceHeld { // about: the child. Recorded with the removal it leads to.
    base::EntryId moved;
    CivilDate on = to_be_given;
    ReceivingDecision decision = ReceivingDecision::not_told;
};
BOOST_DESCRIBE_STRUCT(ReceivingConferenceHeld, (), (moved, on, decision))

} // namespace gweld::record
