// slots.h - the free slots of the chairs' diaries as a question on the booking form, with another
// day or chair as the last answer. Knows no child.
#pragma once

#include "casework/chairs.h"
#include "web/pages/forms/answers.h"
#include "web/pages/forms/sheet.h"

#include <optional>
#include <vector>

namespace gweld::web::pages {

struct SlotsOffered {
    std::vector<casework::FreeSlot> in_time; // earliest first
    std::vector<casework::FreeSlot> late;    // after the day it is due
    casework::SlotLength length = casework::SlotLength::usual;
    bool empty() const { return in_time.empty() && late.empty(); }
};
// From tomorrow on. Without a day to be in time for, all are.
base::Result<SlotsOffered, record::StoreFault> slots_to_offer(const Caller& caller,
                                                              std::optional<time::CivilDate> due,
                                                              casework::SlotLength length);

// Radios; `other` is shown when no slot is chosen, and alone when there is none.
Html ask_slot(const Words& say, const Questions& ask, const SlotsOffered& offered, Html other);

struct SlotChosen {
    base::WorkerId chair;
    time::CivilDate on;
    std::string at;
    int minutes = 0;
};
// None: another day or chair, or nothing that can be read.
std::optional<SlotChosen> slot_chosen(const Answers& answers);

} // namespace gweld::web::pages
