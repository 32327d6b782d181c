// protected_kinds.h - an address nobody is to read who does not have to go there. Included by
// kinds.h, which names them. What is read of a record leaves such an address out of every text
// (store/merged); the one way to it is casework/protected_addresses.h.
#pragma once

#include "base/sensitive.h"
#include "record/kind_parts.h"

namespace gweld::record {

// Written into the log and read from it; into no stream, no page and no table.
using ProtectedText = base::Sensitive<struct ProtectedTextTag>;

enum class AddressKind { home, placement, other };
BOOST_DESCRIBE_ENUM(AddressKind, home, placement, other)

// NOT VERIFIED: no national list was found; this council's own words.
enum class WhyProtected { domestic_abuse, court_order, adoption_or_placement, threat, other };
BOOST_DESCRIBE_ENUM(WhyProtected, domestic_abuse, court_order, adoption_or_placement, threat, other)

// About: the person. The same address given openly before is among theirs no more.
struct AddressProtected {
    AddressKind kind = AddressKind::home;
    ProtectedText lines;
    ProtectedText postcode;
    CivilDate from = to_be_given;
    WhyProtected because = WhyProtected::other;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(AddressProtected, (), (kind, lines, postcode, from, because, words))

struct ProtectionLiftAsked { // about: the person. By one
    base::EntryId protection;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ProtectionLiftAsked, (), (protection, reason))

struct ProtectionLifted { // about: the person. By another: the address is an ordinary one from then
    base::EntryId protection;
};
BOOST_DESCRIBE_STRUCT(ProtectionLifted, (), (protection))

} // namespace gweld::record
