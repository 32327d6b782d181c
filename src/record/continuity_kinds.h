// continuity_kinds.h - what was read while the server was out of reach and is told to the record
// afterwards. Included by kinds.h; knows no page.
#pragma once

#include "record/kind_parts.h"

namespace gweld::record {

struct LooksListTag;
using LooksListId = base::Id<LooksListTag>; // one reading of a pack: made anew when it is unlocked

// The looks themselves stand in the access log, each with the moment the reader's machine said.
struct ContinuityLooksReturned { // about: the list
    LooksListId list;
    std::string made;   // the pack, RFC 3339 in UTC
    std::string reader; // as they named themselves: nobody was signed in
    int looks = 0;
    int unknown = 0; // of children the record does not know
};
BOOST_DESCRIBE_STRUCT(ContinuityLooksReturned, (), (list, made, reader, looks, unknown))

} // namespace gweld::record
