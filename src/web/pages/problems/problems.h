// problems.h - pages that say no: not found or not yours, not from our page, the store cannot.
#pragma once

#include "web/pages/site.h"

#include <string_view>

namespace gweld::web::pages {

// One page for both: that a record exists is itself confidential. 404.
Response not_found(const Caller& caller);
// For addresses nobody answers; the same page as above for somebody signed in.
Response nothing_here(const Site& site, const Request& request);
// The form's own token is missing or old, or the form came from another site. 403; what was typed
// on a page of ours is carried and can be sent again.
Response not_from_our_page(const Caller& caller);
// The form was opened by whoever was signed in here before: what they typed is theirs, and is
// neither shown to the caller nor sent under the caller's name. 403.
Response begun_by_somebody_else(const Caller& caller);
// What the store could not do, in words that say what to do next. 503, or 507 for a full disk.
Response store_says(const Caller& caller, record::StoreFault fault);
// Where the record cannot be read nobody knows who is signed in: that is no reason to have somebody
// sign in again. What was sent from a page of that session's is carried and can be sent again.
Response record_out_of_reach(const Site& site, const Request& request, std::string_view session,
                             record::StoreFault fault);
// May this person be here at all? 404, like anything that is not theirs.
Response not_for_you(const Caller& caller);

} // namespace gweld::web::pages
