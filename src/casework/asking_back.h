// asking_back.h - what the front door does towards a referrer: asks back, and tells what was
// decided. Knows no page.
#pragma once

#include "casework/contacts.h"

namespace gweld::casework {

struct AskReferrer {
    ContactId contact;
    std::string question;
    std::optional<CivilDate> until; // needed unless it waits for somebody already
};
// By whoever has the contact, before it is decided, of one that came by the partners' form. The
// contact then waits for the answer; one that waits already goes on waiting until the same day.
ContactAnswer ask_referrer(Office& office, const access::Viewer& viewer, const AskReferrer& what,
                           const Saw& saw);

struct TellReferrer {
    ContactId contact;
    CivilDate on = record::to_be_given;
    record::ToldBy how = record::ToldBy::telephone;
    std::string whom;
    std::string told; // or, for not_told, why
};
// Of a decided contact from a professional; on the day of the decision or later, not after today.
ContactAnswer tell_referrer(Office& office, const access::Viewer& viewer, const TellReferrer& what,
                            const Saw& saw);

struct ReferrerWaiting { // to be told
    record::ContactRow row;
    std::vector<record::ContactChildRow> children;
    int days = 0; // since the decision; 0 on its day. No time within which to tell was found.
};
struct ReferrersToTell {
    std::vector<ReferrerWaiting> longest; // the longest decided first
    std::size_t all = 0;
};
inline constexpr std::size_t referrers_on_a_page = 100;
// The viewer must have been let in (access::Place::front_door).
base::Result<ReferrersToTell, record::StoreFault> referrers_to_tell(Office& office);

} // namespace gweld::casework
