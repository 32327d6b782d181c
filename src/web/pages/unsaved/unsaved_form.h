// unsaved_form.h - what every form that writes carries, so that nothing typed in it is lost: where
// it is kept as a draft, what was kept of it before, and in words how that stands. Knows no form.
#pragma once

#include "casework/unsaved.h"
#include "web/pages/site.h"

#include <string>

namespace gweld::web::pages {

struct UnsavedParts {
    Html begun;  // above the form: that its fields are filled from a draft; else empty
    Html hidden; // inside it
    Html state;  // beside its buttons: how its draft stands, kept up to date by drafts.ts
};
// `heading`: what the form is called in a list of such forms; `action`: where it is sent;
// `opened`: where it is opened, if not at that same address.
UnsavedParts unsaved_parts(const Caller& caller, const std::string& heading, const Url& action,
                           const std::optional<Url>& opened = std::nullopt);

// What a form of ours posted, as it is kept.
casework::BegunForm begun_form(const Fields& posted);
// Where the form was opened, of a request that posts one of ours; none: it carries no such mark.
std::optional<Url> opened_at(const Request& request);

// The form belongs to somebody else, who was signed in here before.
enum class Whose : std::uint8_t { the_callers, somebody_elses };
Whose whose_form(const Fields& posted, const access::Viewer& viewer);

// What was posted and not saved is kept, so that it is there again in the other language, after
// Back and in another tab; what was kept of a form that is done with goes. Answers the response.
Response keep_unless_saved(const Caller& caller, Response response);

void add_unsaved_pages(Site& site);

} // namespace gweld::web::pages
