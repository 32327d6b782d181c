// looking.h - who has looked at whose record, told to those whom it concerns: whoever works with
// the children, and whoever looked. Knows no page.
#pragma once

#include "casework/office.h"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::casework {

// Choices; SERVICE names both figures.
inline constexpr std::chrono::days looks_at_cases_for{90};
inline constexpr std::chrono::days own_looks_for{30};

// opened: some page of the record. found: nothing but the name in what a search found.
enum class LookedHow : std::uint8_t { opened, found };

// What one person looked at of one record, in a time.
struct Onlooking {
    base::Uuid subject;
    std::string subject_name; // empty: not this reader's to open
    base::Uuid worker;
    std::string name; // as the newest look says
    std::string role;
    std::string ground; // of the newest that was let in; empty: none was
    LookedHow how = LookedHow::found;
    std::size_t times = 0; // refused ones too
    std::size_t refused = 0;
    record::Instant first;
    record::Instant newest;
};

// A ground by which the child is in their hands: theirs, their team's, or they chair for it.
bool rests_on_allocation(std::string_view ground);

struct LooksAtCases {
    std::size_t children = 0;         // of how many
    std::vector<Onlooking> unfounded; // none of it rests on an allocation; the newest first
    std::vector<Onlooking> founded;
};
// The children allocated to the viewer today, or to the viewer's team where they manage it; by
// everybody else, of the last 90 days. That it was asked is a look of its own, at the viewer.
base::Result<LooksAtCases, record::StoreFault> looks_at_my_cases(Office& office,
                                                                 const access::Viewer& viewer);

// The viewer's own, of the last 30 days, by day and record; the newest first. What came in at the
// front door is a record of its own, without a name.
struct OwnLooking {
    Onlooking what;
    CivilDate day;
    enum class Of : std::uint8_t { child, contact } of = Of::child;
};
base::Result<std::vector<OwnLooking>, record::StoreFault>
my_own_looks(Office& office, const access::Viewer& viewer);

} // namespace gweld::casework
