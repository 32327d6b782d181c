// taking_back.h - withdrawing a step of a child's protection that should never have been recorded:
// on the wrong child, of a meeting that never was. It stays readable, marked; it counts no more.
// Refused while a later step stands on it: steps are taken back from the last to the first.
// Knows no form. Visits are withdrawn by visits.h: nothing stands on one but its own write-up.
#pragma once

#include "casework/recording.h"

#include <string>
#include <string_view>
#include <variant>

namespace gweld::casework {

enum class StandsOnIt {
    no_reason, // nothing stands on it; no reason was given
    acceptance,
    enquiry,
    conclusion,
    conference,
    what_belongs_to_it, // reports, papers, dissent, answers or feedback name the conference
    sharing,            // of the report with the family
    later_on_register   // a stay it began is over, or another began after the stay it ended
};
using TakeBackRefused =
    std::variant<NotFoundOrNotYours, SomebodyWasQuicker, KeyUsedForSomethingElse, CorrectedAlready,
                 StandsOnIt, record::StoreFault>;
using TakeBackAnswer = base::Result<Recorded, TakeBackRefused>;

// Discussions and their acceptance, enquiries and their conclusion, conferences booked and held
// with what belongs to them, core groups,
// documents brought in.
bool can_be_taken_back(std::string_view kind);

// Taken from every child it is about, so the writer has to be allowed to correct each of them. With
// a conference goes what it did to the register, in the same append. The entry must be the newest
// of its chain.
TakeBackAnswer take_back(Office& office, const access::Viewer& viewer, base::EntryId entry,
                         const std::string& reason, const Saw& saw);

} // namespace gweld::casework
