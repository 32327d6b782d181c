// conference_load.h - twelve weeks of conferences seen from the chairs: who chairs whom, how full
// each week is, what falls due and is not booked, and what cannot be held in time with the slots
// that are free.
#pragma once

#include "casework/booked_meetings.h"
#include "casework/chairs.h"

#include <memory>
#include <optional>
#include <vector>

namespace gweld::casework {

inline constexpr std::size_t weeks_ahead = 12; // the present one is the first

enum class MayOpen { yes, no }; // the records, by whoever asked for the page

struct WeekOfChair {
    int slot_minutes = 0;
    int booked_minutes = 0; // of meetings of which the length is recorded
    int meetings = 0;       // brothers and sisters together: one
    int children = 0;       // each of them
    int length_unknown = 0; // meetings
    int travel_minutes = 0; // of meetings of which it is recorded
    int travel_unknown = 0; // meetings
    int free_slots = 0;
};
struct ChairLoad {
    record::WorkerRow worker;
    int children_now = 0; // on the register, whose last or next conference they chair
    int families_now = 0;
    int reviews_due = 0; // of those children, within the twelve weeks or overdue
    std::vector<WeekOfChair> weeks;
};

struct DutyToBook { // one meeting: brothers and sisters due on the same day
    record::ConferenceType type{};
    CivilDate due_by = record::to_be_given;
    std::vector<std::shared_ptr<const Facts>> children;
    std::optional<FreeSlot> slot; // as the forecast assigns them; none: no slot is left
    MayOpen open = MayOpen::no;

    bool breach() const { return !slot || slot->slot.on > due_by; }
};
struct BookedLate {
    BookedMeeting meeting;
    CivilDate due_by = record::to_be_given;
    MayOpen open = MayOpen::no;
};
struct PaperOwed {
    std::shared_ptr<const Facts> child; // the first of them
    std::size_t children = 0;
    base::EntryId conference;
    protection::PaperClock clock;
    std::string chair;
};

struct ConferenceLoad {
    std::vector<CivilDate> mondays;
    std::vector<ChairLoad> chairs;
    std::vector<int> due_unbooked;      // meetings, by week; those overdue count in the first
    std::vector<int> elsewhere;         // meetings booked with a chair without a diary, by week
    std::vector<DutyToBook> duties;     // not booked, due first first
    std::vector<BookedLate> late;       // booked for after the day they are due
    std::vector<BookedMeeting> to_come; // next first; those this person may open
    std::vector<PaperOwed> papers;      // not sent; longest first; those this person may open
    std::size_t papers_overdue = 0;     // of every child: a number by which nobody is known
    int without_a_chair = 0;            // on the register, and no conference says who chairs

    std::size_t breaches() const; // of duties, and those booked late
};

base::Result<std::shared_ptr<const ConferenceLoad>, record::StoreFault>
conference_load(Office& office, const access::Viewer& viewer);

} // namespace gweld::casework
