// answers.h - what a page answers when a visit was not saved, said once for recording, correcting
// and writing up.
#pragma once

#include "casework/child.h"
#include "casework/visits.h"
#include "web/pages/visit/family.h"
#include "web/pages/visit/form_view.h"

namespace gweld::web::pages {

Response refusal(const Caller& caller, const casework::OpenRefused& refused);

// Only the versions of children who are part of the visit are named: news about another child does
// not stand in its way.
casework::Saw saw_by(const VisitForm& form, const ParsedVisit& visit);
std::string_view what_was_saved(const VisitForm& form); // for the banner: "visit", "stub" ...

struct Unsaved {
    VisitForm form;
    FormView view;
    const VisitFamily& family;
};
Response not_saved(const Caller& caller, const casework::VisitRefused& refused, Unsaved unsaved);
std::string_view sentence_of(casework::Nonsense nonsense);

void add_correction_pages(Site& site);
void add_write_up_pages(Site& site);

} // namespace gweld::web::pages
