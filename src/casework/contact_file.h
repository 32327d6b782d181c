// contact_file.h - a file that came with a contact, opened: decided like the contact itself and
// written down as a look at it and at each of its children. Knows no page.
#pragma once

#include "casework/contact.h"
#include "record/kept_file.h"

namespace gweld::casework {

struct OpenFile {
    record::KeptFile file;
    std::string bytes;
};
struct FileIsNotAsRecorded {}; // its bytes are not there, or are not what was recorded
using FileRefusedToOpen = std::variant<NotFoundOrNotYours, FileIsNotAsRecorded, record::StoreFault>;

// `digest`: hexadecimal. One that no entry about this contact carries is not found, although
// another contact may have it.
base::Result<OpenFile, FileRefusedToOpen> open_file(Office& office, const access::Viewer& viewer,
                                                    ContactId contact, std::string_view digest);

} // namespace gweld::casework
