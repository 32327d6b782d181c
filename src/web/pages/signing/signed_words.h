// signed_words.h - whether one entry is signed, in the reader's words. Knows no kind of entry.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

// Of a record that has been opened: "Signed by {name}", "Not signed yet", "Returned for rework".
// Empty: the entry asks for no signature.
Html signature_of(const Caller& caller, base::EntryId entry);

} // namespace gweld::web::pages
