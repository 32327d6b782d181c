// standing.h - how one child stands today: each condition by itself, when it was last met, when it
// is due and how many working days are left.
#pragma once

#include "casework/facts.h"
#include "law/card.h"
#include "protection/duties.h"

#include <memory>
#include <optional>
#include <vector>

namespace gweld::casework {

struct Condition {
    const law::Card* card = nullptr;
    protection::Duty duty; // the newest one: open, or met within its window
    std::optional<CivilDate> last_met;
    // Until the day to act by: 0 is today, negative is that many working days over. none: cannot
    // say.
    std::optional<int> working_days_left;
    // The review conference booked next, for what a conference meets or closes.
    std::optional<CivilDate> booked = {};

    // The due day; for what has to be done between conferences the day the next one is booked for,
    // where that is earlier. The duty itself knows no booking: a conference counts once it is held.
    std::optional<CivilDate> act_by() const;
    bool overdue() const { return duty.state == protection::DutyState::overdue; }
    bool open() const;
    // Open, and due today or within the next three working days.
    bool due_soon() const;
};

struct Standing {
    std::shared_ptr<const Facts> facts;
    const protection::Registration* registration = nullptr; // on the register today; else null
    std::vector<Condition> visits;                    // seen alone, seen at home, bedroom seen
    std::vector<Condition> meetings;                  // core group, review conference
    const record::AllocationRow* allocated = nullptr; // the allocated worker today; null: nobody

    const Condition* condition(std::string_view rule) const;
    bool any_visit_overdue() const;
    // The most urgent open visit condition; null: none open (not on the register).
    const Condition* most_urgent() const;
};

Standing standing_of(std::shared_ptr<const Facts> facts, const law::Book& book, CivilDate today);

// For ordering lists: smaller is more urgent. Nothing open comes last.
int urgency(const Standing& standing);

const record::AddressRow* home_of(const Facts& facts, CivilDate day);
std::string full_name(const record::PersonRow& person);
// Completed years on the day; none: born is not known or later than the day.
std::optional<int> age_on(const record::PersonRow& person, CivilDate day);
std::optional<int> age_in_months_on(const record::PersonRow& person, CivilDate day);

} // namespace gweld::casework
