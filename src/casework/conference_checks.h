// conference_checks.h - what is wrong with a booking or a conference as seen from the chairs'
// diaries, the day it is due and this council's own practice.
#pragma once

#include "casework/conference_practice.h"
#include "casework/enquiry_checks.h"

namespace gweld::casework {

// The earliest day by which a conference of this type is due for any of the children, worked out
// with what the booking says; none: cannot be worked out.
std::optional<CivilDate> due_for_all(const FamilyFacts& children,
                                     const record::ConferenceBooked& booked, const law::Book& book,
                                     CivilDate as_of);
Wrong cannot_book(Office& office, record::Writing& tx, const FamilyFacts& children,
                  const record::ConferenceBooked& booked);
Wrong not_quorate(const record::ConferenceHeld& held,
                  const std::optional<record::ConferencePracticeSet>& practice);

} // namespace gweld::casework
