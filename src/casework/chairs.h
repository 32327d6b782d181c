// chairs.h - who chairs conferences and when they can: diaries kept, slots that are still free,
// whether a chair can take a meeting. Knows no form.
#pragma once

#include "casework/booked_meetings.h"
#include "casework/steps.h"
#include "protection/chair_diary.h"

#include <optional>
#include <string>
#include <vector>

namespace gweld::casework {

struct Chair {
    record::WorkerRow worker;
    protection::ChairDiary diary;
};
// Whoever has a slot in some week from the day on. By name.
std::vector<Chair> chairs_in(const record::Reading& reading, CivilDate from);
// With an empty diary where none was ever kept; none: no such worker.
std::optional<Chair> chair_in(const record::Reading& reading, Uuid worker);

// Whether this booking stands in the way of a meeting of that chair at that time.
bool in_the_way(const BookedMeeting& meeting, Uuid chair, CivilDate on, std::string_view at,
                std::optional<int> minutes);

enum class SlotLength { usual, twice }; // twice: for an interpreter
struct FreeSlot {
    protection::Slot slot;
    std::string chair; // the name
};
// From the day on until the other (not counted), by day, time and chair.
std::vector<FreeSlot> free_slots(Office& office, const record::Reading& reading, CivilDate from,
                                 CivilDate until, SlotLength length);
base::Result<std::vector<FreeSlot>, record::StoreFault>
slots_offered(Office& office, CivilDate from, CivilDate until, SlotLength length);

enum class ChairSays { can, is_away, has_a_meeting };
// In the transaction of the booking itself, so that of two people who book at once one is told. A
// meeting for some of the same children, which this booking takes the place of, is not in the way.
template <class Tx>
ChairSays can_chair(Office& office, const Tx& tx, const record::ConferenceBooked& booked,
                    const std::vector<Uuid>& children) {
    if (!booked.chair_worker) {
        return ChairSays::can;
    }
    const auto chair = chair_in(tx, booked.chair_worker->uuid);
    if (!chair || chair->diary.away_on(booked.on)) {
        return ChairSays::is_away;
    }
    for (const auto& meeting : meetings_between(office, tx, booked.on, booked.on.next_day())) {
        const bool replaced = std::ranges::all_of(meeting.children, [&](const BookedChild& child) {
            return child.conference.type == booked.type &&
                   std::ranges::find(children, child.facts->child.uuid) != children.end();
        });
        if (!replaced &&
            in_the_way(meeting, booked.chair_worker->uuid, booked.on, booked.at, booked.minutes)) {
            return ChairSays::has_a_meeting;
        }
    }
    return ChairSays::can;
}

// ---- keeping a diary
// -------------------------------------------------------------------------------
enum class DiaryNonsense { no_time_of_day, no_length, in_each_others_way, back_before_going };
using DiaryAnswer = StepAnswer<DiaryNonsense>;

struct OpenDiary {
    Chair chair;
    std::int64_t version = 0;
    std::vector<BookedMeeting> meetings; // from today on
};
base::Result<OpenDiary, std::variant<NotFoundOrNotYours, record::StoreFault>>
open_diary(Office& office, const access::Viewer& viewer, Uuid chair);

// A chair's own, or anybody's for managers (access::may_keep_diary). An empty list: no longer a
// chair from that day on. What is booked already stays booked.
DiaryAnswer set_slots(Office& office, const access::Viewer& viewer,
                      const record::ChairSlotsSet& slots, const Saw& saw);
DiaryAnswer set_away(Office& office, const access::Viewer& viewer, const record::ChairAway& away,
                     const Saw& saw);

} // namespace gweld::casework
