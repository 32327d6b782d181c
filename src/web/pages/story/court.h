// court.h - a chronology as it is printed for court: numbered, with its sources, and saying what
// was left out.
#pragma once

#include "casework/child.h"
#include "web/pages/child/shown.h"
#include "web/pages/story/chronology.h"
#include "web/pages/visit/answers.h"
#include "web/pages/visit/family.h"

namespace gweld::web::pages::story {

// Where an event comes from and who wrote it down when, for the chronology and for court.
std::string source_of(const Caller& caller, const record::Entry& entry);
std::string recorded_by(const Caller& caller, const record::Entry& entry);

Response court_page(const child_record::Shown& shown, KeptChronologies& kept);

// Opens the record under the page's own name, so that the look says what was looked at.
template <class Show>
Response with_record(const Caller& caller, std::string_view page, const Show& show) {
    const auto child = person_in(caller, "id");
    if (!child) {
        return refusal(caller, casework::OpenRefused{casework::NotFoundOrNotYours{}});
    }
    const auto record = casework::open_record(caller.office(), caller.viewer, *child,
                                              access::Action::see_record, page);
    if (!record.ok()) {
        return refusal(caller, record.error());
    }
    return show(child_record::Shown{caller, record.value(), caller.today()});
}

} // namespace gweld::web::pages::story
