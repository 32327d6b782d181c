// codec.h - a kind's struct to and from its canonical JSON. Knows no kind by name: everything comes
// from the descriptions in kinds.h.
#pragma once

#include "base/result.h"
#include "record/entry.h"

#include <string>
#include <string_view>

namespace gweld::record {

struct Unreadable {
    std::string why; // for an engineer: the body did not come from our own encoder
};

// Canonical: members in the order described, no spaces, UTF-8, dates as ISO text, ids as UUID text,
// enumerators by name, an empty optional left out. Decoding ignores members it does not know and
// leaves absent ones at their default, so that an older program can read a newer record.
// Instantiated in codec.cc for every kind in AllKinds.
template <class Kind> std::string encode(const Kind& body);
template <class Kind> base::Result<Kind, Unreadable> decode(std::string_view json);

// For entries we wrote ourselves: an unreadable body is a bug or a damaged file and throws.
template <class Kind> Kind body_of(const Draft& entry);

template <class Kind> struct Named;
template <class Kind> bool is_a(const Draft& entry) { return entry.kind == Named<Kind>::name; }

} // namespace gweld::record
