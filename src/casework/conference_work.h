// conference_work.h - what a worker owes the conferences of the children allocated to them: the
// report of children's services before one, and what is sent out after one. Knows no page.
#pragma once

#include "casework/worklist.h"
#include "protection/conferences.h"

#include <memory>
#include <optional>
#include <vector>

namespace gweld::casework {

enum class ConferenceOwes : std::uint8_t { own_report, sharing, outline_plan, full_record };

struct ConferenceTask { // one for a conference, whatever the number of children
    ConferenceOwes owes{};
    base::EntryId conference;
    CivilDate on = record::to_be_given; // of the conference
    // By when: a paper's own day; for reports the day of the conference, since no other is known.
    CivilDate by = record::to_be_given;
    std::vector<std::shared_ptr<const Facts>> children;
};

// Soonest first. Reports for conferences in the next three weeks; papers until they are sent.
std::vector<ConferenceTask> conference_tasks(const DaysWork& work, const law::Book& book,
                                             CivilDate today);

} // namespace gweld::casework
