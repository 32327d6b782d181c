// booked_meetings.h - the conferences booked for a stretch of days that still hold: each meeting
// once, whatever the number of children. Knows no page.
#pragma once

#include "casework/office.h"
#include "protection/conferences.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace gweld::casework {

struct BookedChild {
    std::shared_ptr<const Facts> facts;
    protection::Conference conference; // this child's
};
struct BookedMeeting {
    base::EntryId entry;
    record::ConferenceBooked booked;
    std::vector<BookedChild> children; // those it still holds for; never empty

    bool held() const; // for every one of them
};

std::optional<BookedChild> child_of_booking(std::shared_ptr<const Facts> facts,
                                            base::EntryId booking);

// Booked for a day in [from, until), by day and time. A booking that a later one of the same
// conference took the place of is gone. `Tx` is a Reading or a Writing: inside a write the facts of
// that write are read (facts.h).
template <class Tx>
std::vector<BookedMeeting> meetings_between(Office& office, const Tx& tx, CivilDate from,
                                            CivilDate until) {
    std::map<Uuid, BookedMeeting> found;
    for (const auto& row : tx.bookings_between(from.day_number(), until.day_number())) {
        auto child =
            child_of_booking(office.facts.of(tx, PersonId{row.child}), base::EntryId{row.entry});
        if (child) {
            auto& meeting = found[row.entry];
            meeting.entry = base::EntryId{row.entry};
            meeting.booked = *child->conference.booking();
            meeting.children.push_back(std::move(*child));
        }
    }
    std::vector<BookedMeeting> meetings;
    for (auto& [entry, meeting] : found) {
        meetings.push_back(std::move(meeting));
    }
    std::ranges::stable_sort(meetings, [](const BookedMeeting& a, const BookedMeeting& b) {
        return std::tie(a.booked.on, a.booked.at) < std::tie(b.booked.on, b.booked.at);
    });
    return meetings;
}

} // namespace gweld::casework
