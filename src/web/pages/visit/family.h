// family.h - the children a visit may be recorded for together: a child, and the brothers and
// sisters whose records this person may write in.
#pragma once

#include "casework/child.h"
#include "web/pages/site.h"
#include "web/pages/visit/form.h"

#include <memory>
#include <vector>

namespace gweld::web::pages {

struct VisitFamily {
    std::vector<std::shared_ptr<const casework::Facts>> children; // the child asked for first
};

// Opening the form is a look at the child asked for, logged under `page`.
base::Result<VisitFamily, casework::OpenRefused> family_for(const Caller& caller,
                                                            casework::PersonId child,
                                                            access::Action action,
                                                            std::string_view page);

// The children an entry is about, the first of them first, and the brothers and sisters who may be
// brought into it. Refused unless every one of them may be acted on; the words of each are shown,
// so each is a look.
base::Result<VisitFamily, casework::OpenRefused> family_of_entry(const Caller& caller,
                                                                 const record::Entry& entry,
                                                                 access::Action action,
                                                                 std::string_view page);

// A form for them, with today's versions and a fresh key. Brothers and sisters who are not on the
// register start as not part of the visit.
VisitForm blank_form(const Caller& caller, const VisitFamily& family, Purpose purpose);

// As its writer last left it, unsaved; else it stays as it is.
void fill_as_begun(const Caller& caller, VisitForm& form);

std::optional<casework::PersonId> person_in(const Caller& caller, std::string_view param);
std::optional<base::EntryId> entry_in(const Caller& caller, std::string_view param);

// After saving: to my work for whoever has one, else to the child's record.
Response saved(const Caller& caller, casework::PersonId child, std::string_view what);

// "Recorded: the Davies family" or the one child's name.
std::string family_name(const Caller& caller, const VisitFamily& family);

} // namespace gweld::web::pages
