// signing_kinds.h - signatures under what was recorded, and work given back. Included by kinds.h,
// which names them. Which entries ask for a signature, and whose, is said in signing.h.
#pragma once

#include "record/kind_parts.h"

namespace gweld::record {

// About: what the signed entry is about, then the signed entry itself. The signature covers exactly
// the content named: an entry put right later is another entry and asks again.
struct Signed {
    base::EntryId entry;
    std::string content; // content_digest() of the entry, as 64 hexadecimal digits
    std::string words;   // what the signer adds; may be empty
};
BOOST_DESCRIBE_STRUCT(Signed, (), (entry, content, words))

// About: as Signed. What was returned stays readable; the rework is a correction of it.
struct ReturnedForRework {
    base::EntryId entry;
    std::string content;
    std::string words; // what has to change
};
BOOST_DESCRIBE_STRUCT(ReturnedForRework, (), (entry, content, words))

} // namespace gweld::record
