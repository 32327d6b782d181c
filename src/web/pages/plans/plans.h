// plans.h - the pages about a child's plan beside its part of the record: agreeing a version,
// marking an action, the family's copy, recording that no plan follows, and
// naming who co-ordinates.
#pragma once

#include "record/plan_kinds.h"
#include "web/pages/site.h"

namespace gweld::web::pages {

void add_plan_pages(Site& site); // all of them

void add_plan_writing_pages(Site& site);
void add_plan_action_pages(Site& site);
void add_plan_copy_pages(Site& site);
void add_plan_ending_pages(Site& site);
void add_coordinator_pages(Site& site);
void add_plan_from_document_pages(Site& site);

// The form of the plan of /child/{id}/..., begun with the version that holds and these outcomes,
// contingencies and people besides.
Response show_plan_form_with(const Caller& caller, record::PlanAgreed more);

} // namespace gweld::web::pages
