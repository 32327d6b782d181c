// protected_addresses.h - an address that whoever does not have to go there is not to read: from
// the moment it is protected no page, list, search or paper has it (store/merged/left_out_reads.h).
// Whoever has to go there opens it by itself, and that is written down. Knows no page.
#pragma once

#include "casework/child.h"
#include "casework/steps.h"
#include "record/left_out.h"

#include <string>
#include <vector>

namespace gweld::casework {

enum class ProtectingNonsense {
    no_children,
    no_words,
    no_address,
    too_little, // of it to be found in a text
    not_yet,    // lived at from a day after today
    protected_already,
    not_protected, // lifted, or of another record
    asked_already,
    not_asked,
    asked_by_you // two people lift it
};
using ProtectingAnswer = StepAnswer<ProtectingNonsense>;

struct Protection {
    record::AddressKind kind{};
    record::ProtectedText lines;
    record::ProtectedText postcode; // may be empty
    CivilDate from = record::to_be_given;
    record::WhyProtected because{};
    std::string words;
};
// At once, for each of the children; takes the place of the same address where it was recorded
// openly. By whoever records: it is in the texts that name it that it would be read.
ProtectingAnswer protect_address(Office& office, const access::Viewer& viewer,
                                 const std::vector<PersonId>& children, const Protection& what,
                                 const Saw& saw);

// Whoever works with the child asks for it to be an ordinary address; somebody else says so. For
// brothers and sisters for whom the same address is protected as well.
ProtectingAnswer ask_to_lift_protection(Office& office, const access::Viewer& viewer,
                                        PersonId child, base::EntryId protection,
                                        const std::string& reason, const Saw& saw);
ProtectingAnswer lift_protection(Office& office, const access::Viewer& viewer, PersonId child,
                                 base::EntryId protection, const Saw& saw);

// What is protected for this child, newest first; without the address.
base::Result<std::vector<record::ProtectedAddressRow>, record::StoreFault>
protections_of(const Office& office, PersonId child);

struct AddressShown {
    record::AddressProtected said;
    std::string child_name;
};
// For whoever has to go there (access::Action::see_protected_address); refused or not, the look is
// written down as one at the address.
base::Result<AddressShown, OpenRefused> show_protected_address(Office& office,
                                                               const access::Viewer& viewer,
                                                               PersonId child,
                                                               base::EntryId protection);

} // namespace gweld::casework
