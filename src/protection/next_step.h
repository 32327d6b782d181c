// next_step.h - what comes next for a child on the way to or on the register, as the record stands.
// Pure; knows no page.
#pragma once

#include "protection/enquiries.h"

namespace gweld::protection {

enum class NextStep : std::uint8_t {
    record_discussion, // nothing is under way
    start_enquiry,     // the threshold was met at a discussion that counts
    conclude_enquiry,
    book_conference,   // continuing risk, and none is booked
    hold_conference,   // booked for a day to come
    record_conference, // booked for today or before, and not recorded
    book_review,       // on the register, and no review is booked
    hold_review,
    record_review
};

// What is under way comes before the review of a stay on the register: a new worry about a child
// already registered is enquired into first. `registered`: the stay on the register on as_of, or
// null.
NextStep next_step(const EnquiryHistory& history, const Registration* registered, CivilDate as_of);

// The newest booking of this type that no conference of the type has been held on or after; null:
// none.
const Booking* booked_and_not_held(const EnquiryHistory& history, record::ConferenceType type,
                                   CivilDate as_of);

} // namespace gweld::protection
