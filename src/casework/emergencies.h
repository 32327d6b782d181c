// emergencies.h - opening a record for which one has no ground, with a reason, for eight hours; and
// its review by somebody else. Knows no page.
#pragma once

#include "casework/child.h"
#include "casework/recording.h"
#include "law/clock.h"

#include <string>
#include <variant>
#include <vector>

namespace gweld::casework {

inline constexpr std::size_t fewest_letters_of_reason = 10;

struct OpenAlready {}; // they need no emergency to see it
struct ReasonTooShort {};
using EmergencyRefused = std::variant<NotFoundOrNotYours, OpenAlready, ReasonTooShort,
                                      KeyUsedForSomethingElse, record::StoreFault>;
// By anybody who works with records. Of a record that is not there, and for whom it excludes, the
// answer is the same; the second is written down as a refused look.
base::Result<Recorded, EmergencyRefused>
open_in_emergency(Office& office, const access::Viewer& viewer, PersonId child,
                  record::WhyOpened because, const std::string& words, const std::string& key);

struct Opening {
    record::EmergencyOpeningRow row;
    std::string words;                     // the reason given
    std::string child_name;                // empty: not theirs to see
    std::string review;                    // what the reviewer wrote
    law::DueAnswer due = law::CannotSay{}; // the review of one that waits
    bool may_review = false;               // by this viewer
};
struct Openings {
    std::vector<Opening> waiting;  // for a review; the longest first
    std::vector<Opening> reviewed; // opened in the last 30 days; the newest first
};
// Of the whole service: whoever reviews need not be able to open the record.
base::Result<Openings, record::StoreFault> openings(Office& office, const access::Viewer& viewer);
// Of children allocated to this worker today, opened by others in the last 14 days; newest first.
base::Result<std::vector<Opening>, record::StoreFault>
openings_of_mine(Office& office, const access::Viewer& viewer);

struct ReviewedAlready {};
struct ReviewWantsWords {}; // what was not right has to be said
using ReviewRefused = std::variant<NotFoundOrNotYours, ReviewedAlready, ReviewWantsWords,
                                   KeyUsedForSomethingElse, record::StoreFault>;
base::Result<Recorded, ReviewRefused>
review_opening(Office& office, const access::Viewer& viewer, base::EntryId opening,
               record::OpeningFound found, const std::string& words, const std::string& key);

} // namespace gweld::casework
