// brought_in.h - a Word document that was written elsewhere: kept as it came on the child's record,
// and opened again. Knows neither how one is read nor what is made from it.
#pragma once

#include "casework/contact_file.h"
#include "casework/sent_file.h"
#include "casework/steps.h"

#include <vector>

namespace gweld::casework {

enum class NotBroughtIn : std::uint8_t { no_word_document }; // of another type
using BringInAnswer = StepAnswer<NotBroughtIn>;

// For whoever may write a plan, or an assessment, of the child. The same key brings it in once.
// It goes with any news about the child, because it decides nothing.
BringInAnswer bring_in(Office& office, const access::Viewer& viewer, PersonId child,
                       record::BroughtInAs as, const FileToKeep& file,
                       const std::string& idempotency_key);
access::Action action_for(record::BroughtInAs as);

struct BroughtIn {
    base::EntryId entry;
    record::DocumentBroughtIn body;
    std::string by;
    std::optional<time::Instant> at; // none: imported
};
// Newest first, without what was taken back.
std::vector<BroughtIn> brought_in(const Facts& child);
// None: no such document of this child.
std::optional<BroughtIn> brought_in_as(const Facts& child, base::EntryId entry);

// With its bytes, for whoever may do this with the record of the child; a look at it.
struct OpenBroughtIn {
    std::shared_ptr<const Facts> child;
    BroughtIn document;
    std::string bytes;
};
base::Result<OpenBroughtIn, FileRefusedToOpen> open_brought_in(Office& office,
                                                               const access::Viewer& viewer,
                                                               PersonId child, base::EntryId entry,
                                                               access::Action action);

} // namespace gweld::casework
