#include "casework/conference_checks.h"

#include "casework/chairs.h"

namespace gweld::casework {

namespace {

std::optional<CivilDate> due_for(const Facts& child, const record::ConferenceBooked& booked,
                                 const law::Book& book, CivilDate as_of) {
    // As if it were booked already, for what is counted from the booking itself.
    protection::Conference conference;
    conference.type = booked.type;
    conference.bookings.push_back({{}, as_of, {}, booked});
    const auto& enquiries = child.enquiries;
    return protection::due_of(booked.type, &conference, enquiries, child.history, book, as_of)
        .due_by;
}

} // namespace

std::optional<CivilDate> due_for_all(const FamilyFacts& children,
                                     const record::ConferenceBooked& booked, const law::Book& book,
                                     CivilDate as_of) {
    std::optional<CivilDate> first;
    for (const auto& child : children) {
        const auto due = due_for(*child, booked, book, as_of);
        if (due && (!first || *due < *first)) {
            first = due;
        }
    }
    return first;
}

Wrong cannot_book(Office& office, record::Writing& tx, const FamilyFacts& children,
                  const record::ConferenceBooked& booked) {
    const auto due = due_for_all(children, booked, office.book, office.today());
    if (due && *due < booked.on && booked.late_because.empty()) {
        return EnquiryNonsense::late_without_a_reason;
    }
    std::vector<Uuid> ids;
    for (const auto& child : children) {
        ids.push_back(child->child.uuid);
    }
    switch (can_chair(office, tx, booked, ids)) {
    case ChairSays::is_away:
        return EnquiryNonsense::chair_is_away;
    case ChairSays::has_a_meeting:
        return EnquiryNonsense::chair_has_a_meeting;
    case ChairSays::can:
        break;
    }
    return std::nullopt;
}

Wrong not_quorate(const record::ConferenceHeld& held,
                  const std::optional<record::ConferencePracticeSet>& practice) {
    const auto count = protection::quorum_of(held, practice ? practice->quorum : std::nullopt);
    return count.quorum == protection::Quorum::inquorate && held.went_ahead.empty()
               ? Wrong{EnquiryNonsense::inquorate_without_reason}
               : std::nullopt;
}

} // namespace gweld::casework
