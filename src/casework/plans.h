// plans.h - agreeing a version of a plan, marking what was done, recording that no plan follows.
// Knows no form.
#pragma once

#include "casework/steps.h"
#include "protection/plans.h"

#include <optional>
#include <vector>

namespace gweld::casework {

enum class PlanNonsense {
    no_children, // none, or one of them twice
    date_in_future,
    before_the_last_version,
    not_on_register,    // a protection plan for a child who is not, on that day
    on_register,        // a care and support plan for a child who is
    another_plan_holds, // one child's plan is not the one this follows
    no_outcome,         // for one of the children
    outcome_of_nobody,
    outcome_unsaid,
    action_unsaid,
    action_without_doer,
    contingency_unsaid,
    written_agreement, // protection/written_agreement.h
    no_review_day,     // Care and Support (Care Planning) (Wales) Regulations 2015, reg 3(1)(e)
    review_not_later,
    no_reason,
    nothing_changed,
    no_such_action, // in the plan that holds
    marked_so_already,
    no_plan_to_end
};
using PlanRefused = StepRefused<PlanNonsense>;
using PlanAnswer = StepAnswer<PlanNonsense>;

// One entry for all the children of the plan, whole. `follows` is the version the writer had before
// them, which has to be the one that holds for each child who has any; none: nobody has. Outcomes
// and actions keep their ids; one without (nil), or with an id that is not in that version, is new
// and gets one, the same for a second press of the button. The children's outcomes are theirs
// alone: a plan without any for one of them is refused.
PlanAnswer write_plan(Office& office, const access::Viewer& viewer, const record::PlanAgreed& plan,
                      std::optional<base::EntryId> follows, const Saw& saw);

// In the plans of all these children.
PlanAnswer mark_action(Office& office, const access::Viewer& viewer,
                       const std::vector<PersonId>& children,
                       const record::PlanActionMarked& marked, const Saw& saw);

// Off the register, with a plan that holds or with one missing after the removal.
PlanAnswer end_plan(Office& office, const access::Viewer& viewer, PersonId child,
                    const record::PlanEnded& ended, const Saw& saw);

// The plan a child can have on the day: on the register after it, of protection.
record::PlanKind kind_of_plan_on(const Facts& child, CivilDate day);

protection::Plans plans_of(const Facts& child);
// The version's whole document, with the outcomes of brothers and sisters; none: no such version.
std::optional<record::PlanAgreed> document_of(const Facts& child, base::EntryId version);

} // namespace gweld::casework
