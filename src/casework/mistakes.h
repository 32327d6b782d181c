// mistakes.h - two records were one person's and nobody knew, or were thought to be and were not:
// whoever recorded or looked while it was believed is told, and stays told until they say that they
// have read it. Knows no page.
#pragma once

#include "casework/steps.h"

#include <string>
#include <vector>

namespace gweld::casework {

// While it was believed: of entries those behind the first, of looks those at or after the second.
struct Believed {
    std::int64_t after_seq = 0;
    record::Instant since;
};
// Two records of one person stood beside each other from the younger one's first entry. Of looks
// only those of the last 90 days count: a habit of this product, no rule says.
Believed believed_two(const record::Reading& reading, PersonId kept, PersonId other,
                      record::Instant now);

// To be appended beside the entry that puts it right. None: nobody but the writer did anything.
std::vector<record::Draft> telling_who_acted(Office& office, const access::Viewer& viewer,
                                             const record::Reading& reading,
                                             record::Mistaken mistake, PersonId kept,
                                             PersonId other, const Believed& while_believed);

struct MistakeToRead {
    record::MistakeToldRow row;
    std::string kept;  // the full names
    std::string other; // as described by itself
    std::string by;    // who put it right
};
// What this person was told and has not read; longest first.
base::Result<std::vector<MistakeToRead>, record::StoreFault>
mistakes_to_read(const Office& office, const access::Viewer& viewer);

// That they have. Told nothing of that name, or read already: not found.
base::Result<Recorded, std::variant<NotFoundOrNotYours, record::StoreFault>>
note_mistake_read(Office& office, const access::Viewer& viewer, base::EntryId told);

} // namespace gweld::casework
