#include "casework/booked_meetings.h"

namespace gweld::casework {

bool BookedMeeting::held() const {
    return std::ranges::all_of(
        children, [](const BookedChild& child) { return child.conference.held.has_value(); });
}

std::optional<BookedChild> child_of_booking(std::shared_ptr<const Facts> facts,
                                            base::EntryId booking) {
    const auto history = protection::conferences_of(facts->child, facts->entries, std::nullopt);
    const auto* conference = history.of(booking);
    if (conference == nullptr || conference->bookings.empty() ||
        conference->bookings.back().entry != booking) {
        return std::nullopt;
    }
    return BookedChild{std::move(facts), *conference};
}

} // namespace gweld::casework
