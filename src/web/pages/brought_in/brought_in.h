// brought_in.h - the pages of a Word document brought into a child's record: sending it, the
// original, and where each of its parts belongs in a plan or an assessment.
#pragma once

#include "casework/brought_in.h"
#include "web/pages/child/shown.h"
#include "web/pages/site.h"
#include "web/uploads.h"

#include <optional>
#include <string_view>

namespace gweld::web::pages {

void add_brought_in_pages(Site& site); // all of them
// What these pages take; none: another page's request.
std::optional<UploadLimits> takes_documents(const Request& request);

// For the child's pages: what was brought in, and the way to bring in more where this person may.
Html brought_in_list(const child_record::Shown& shown, record::BroughtInAs as);
// The link to the original, and that what was made from it counts once it is signed. Empty: no such
// document of this child any more.
Html begun_with(const Caller& caller, const casework::Facts& child, base::EntryId document);
// The id in the field "brought-in" of a form; none: none, or no document of this child.
std::optional<base::EntryId> brought_in_typed(const Fields& typed, const casework::Facts& child);

} // namespace gweld::web::pages
