#include "casework/chairs.h"

#include "casework/lone_step.h"
#include "people/names.h"

#include <map>

namespace gweld::casework {

namespace {

using protection::Slot;
using WrongDiary = std::optional<DiaryNonsense>;

constexpr std::string_view working_days = "england-and-wales";
constexpr int longest_minutes = 8 * 60;

std::map<Uuid, std::vector<record::ChairDiaryRow>>
diaries_by_chair(const record::Reading& reading) {
    std::map<Uuid, std::vector<record::ChairDiaryRow>> rows;
    for (auto& row : reading.chair_diaries()) {
        rows[row.worker].push_back(std::move(row));
    }
    return rows;
}

bool is_taken(const std::vector<BookedMeeting>& meetings, const Slot& slot) {
    return std::ranges::any_of(meetings, [&](const BookedMeeting& meeting) {
        return in_the_way(meeting, slot.chair, slot.on, slot.at, slot.minutes);
    });
}

void add_free(const Chair& chair, CivilDate day, const time::Calendar& calendar,
              const std::vector<BookedMeeting>& meetings, SlotLength length,
              std::vector<FreeSlot>& free) {
    auto slots = chair.diary.slots_on(day, calendar);
    if (length == SlotLength::twice) {
        slots = protection::joined_in_twos(slots);
    }
    for (auto& slot : slots) {
        if (!is_taken(meetings, slot)) {
            free.push_back({std::move(slot), chair.worker.name});
        }
    }
}

WrongDiary wrong_in(const record::ChairSlotsSet& set) {
    for (std::size_t i = 0; i < set.slots.size(); ++i) {
        const auto& slot = set.slots[i];
        if (!protection::minute_of(slot.at)) {
            return DiaryNonsense::no_time_of_day;
        }
        if (slot.minutes <= 0 || slot.minutes > longest_minutes) {
            return DiaryNonsense::no_length;
        }
        for (std::size_t j = 0; j < i; ++j) {
            const auto& other = set.slots[j];
            if (other.day == slot.day &&
                protection::in_each_others_way(slot.at, slot.minutes, other.at, other.minutes)) {
                return DiaryNonsense::in_each_others_way;
            }
        }
    }
    return std::nullopt;
}

WrongDiary wrong_in(const record::ChairAway& away) {
    return away.back_on <= away.from ? WrongDiary{DiaryNonsense::back_before_going} : std::nullopt;
}

template <class Kind>
DiaryAnswer keep(Office& office, const access::Viewer& viewer, const Kind& body, const Saw& saw) {
    if (!access::may_keep_diary(viewer, body.chair.uuid)) {
        return base::Err{StepRefused<DiaryNonsense>{NotFoundOrNotYours{}}};
    }
    if (const auto wrong = wrong_in(body)) {
        return base::Err{StepRefused<DiaryNonsense>{*wrong}};
    }
    bool there = false;
    const auto read = office.store.read([&](const record::Reading& reading) {
        there = reading.worker(body.chair.uuid).has_value();
    });
    if (!read.ok()) {
        return base::Err{StepRefused<DiaryNonsense>{read.error()}};
    }
    if (!there) {
        return base::Err{StepRefused<DiaryNonsense>{NotFoundOrNotYours{}}};
    }
    return append_alone<DiaryNonsense>(
        office, draft_about(office, viewer, {body.chair.uuid}, body.from, body), saw);
}

} // namespace

std::vector<Chair> chairs_in(const record::Reading& reading, CivilDate from) {
    std::vector<Chair> chairs;
    for (auto& [worker, rows] : diaries_by_chair(reading)) {
        protection::ChairDiary diary{worker, std::move(rows)};
        if (diary.chairs_from(from)) {
            chairs.push_back({reading.worker(worker).value_or(record::WorkerRow{}), diary});
        }
    }
    std::ranges::sort(chairs, [](const Chair& a, const Chair& b) {
        return people::comes_before(a.worker.name, b.worker.name);
    });
    return chairs;
}

std::optional<Chair> chair_in(const record::Reading& reading, Uuid worker) {
    auto row = reading.worker(worker);
    if (!row) {
        return std::nullopt;
    }
    return Chair{std::move(*row), {worker, diaries_by_chair(reading)[worker]}};
}

bool in_the_way(const BookedMeeting& meeting, Uuid chair, CivilDate on, std::string_view at,
                std::optional<int> minutes) {
    const auto& booked = meeting.booked;
    return booked.chair_worker && booked.chair_worker->uuid == chair && booked.on == on &&
           protection::in_each_others_way(at, minutes, booked.at, booked.minutes);
}

std::vector<FreeSlot> free_slots(Office& office, const record::Reading& reading, CivilDate from,
                                 CivilDate until, SlotLength length) {
    std::vector<FreeSlot> free;
    const auto* calendar = office.book.calendar(working_days);
    if (calendar == nullptr) {
        return free;
    }
    const auto chairs = chairs_in(reading, from);
    const auto meetings = meetings_between(office, reading, from, until);
    for (auto day = from; day < until; day = day.next_day()) {
        for (const auto& chair : chairs) {
            add_free(chair, day, *calendar, meetings, length, free);
        }
    }
    std::ranges::stable_sort(free, [](const FreeSlot& a, const FreeSlot& b) {
        return std::tie(a.slot.on, a.slot.at) < std::tie(b.slot.on, b.slot.at);
    });
    return free;
}

base::Result<std::vector<FreeSlot>, record::StoreFault>
slots_offered(Office& office, CivilDate from, CivilDate until, SlotLength length) {
    std::vector<FreeSlot> free;
    const auto read = office.store.read([&](const record::Reading& reading) {
        free = free_slots(office, reading, from, until, length);
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(free)};
}

base::Result<OpenDiary, std::variant<NotFoundOrNotYours, record::StoreFault>>
open_diary(Office& office, const access::Viewer& viewer, Uuid chair) {
    using Refused = std::variant<NotFoundOrNotYours, record::StoreFault>;
    std::optional<OpenDiary> open;
    const auto today = office.today();
    const auto read = office.store.read([&](const record::Reading& reading) {
        auto found =
            access::may_keep_diary(viewer, chair) ? chair_in(reading, chair) : std::nullopt;
        if (!found) {
            return;
        }
        open = OpenDiary{std::move(*found), reading.version_of(chair), {}};
        constexpr int days_shown = 12 * 7;
        for (auto& meeting :
             meetings_between(office, reading, today, today.plus_days(days_shown))) {
            if (meeting.booked.chair_worker && meeting.booked.chair_worker->uuid == chair) {
                open->meetings.push_back(std::move(meeting));
            }
        }
    });
    if (!read.ok()) {
        return base::Err{Refused{read.error()}};
    }
    if (!open) {
        return base::Err{Refused{NotFoundOrNotYours{}}};
    }
    return base::Ok{std::move(*open)};
}

DiaryAnswer set_slots(Office& office, const access::Viewer& viewer,
                      const record::ChairSlotsSet& slots, const Saw& saw) {
    return keep(office, viewer, slots, saw);
}

DiaryAnswer set_away(Office& office, const access::Viewer& viewer, const record::ChairAway& away,
                     const Saw& saw) {
    return keep(office, viewer, away, saw);
}

} // namespace gweld::casework
