#include "protection/next_step.h"

#include <algorithm>

namespace gweld::protection {
namespace {

using record::ConferenceType;

bool held_since(const EnquiryHistory& history, ConferenceType type, CivilDate day,
                CivilDate as_of) {
    return std::ranges::any_of(history.conferences, [&](const auto& conference) {
        return conference.type == type && conference.on >= day && conference.on <= as_of;
    });
}

struct Steps {
    NextStep book;
    NextStep hold;
    NextStep record;
};

NextStep conference_step(const Booking* booked, CivilDate as_of, const Steps& steps) {
    if (booked == nullptr) {
        return steps.book;
    }
    return booked->on > as_of ? steps.hold : steps.record;
}

} // namespace

const Booking* booked_and_not_held(const EnquiryHistory& history, ConferenceType type,
                                   CivilDate as_of) {
    const auto newest = std::find_if(history.bookings.rbegin(), history.bookings.rend(),
                                     [&](const auto& booking) { return booking.type == type; });
    return newest == history.bookings.rend() || held_since(history, type, newest->on, as_of)
               ? nullptr
               : &*newest;
}

NextStep next_step(const EnquiryHistory& history, const Registration* registered, CivilDate as_of) {
    if (!history.enquiries.empty() && !history.enquiries.back().concluded) {
        return NextStep::conclude_enquiry;
    }
    if (discussion_waiting(history, as_of) != nullptr) {
        return NextStep::start_enquiry;
    }
    if (registered != nullptr) {
        return conference_step(
            booked_and_not_held(history, ConferenceType::review, as_of), as_of,
            {NextStep::book_review, NextStep::hold_review, NextStep::record_review});
    }
    const bool at_risk =
        !history.enquiries.empty() && history.enquiries.back().continuing_risk() &&
        !held_since(history, ConferenceType::initial, history.enquiries.back().on, as_of);
    if (at_risk) {
        return conference_step(
            booked_and_not_held(history, ConferenceType::initial, as_of), as_of,
            {NextStep::book_conference, NextStep::hold_conference, NextStep::record_conference});
    }
    return NextStep::record_discussion;
}

} // namespace gweld::protection
