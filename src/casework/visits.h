// visits.h - recording a visit to a family, putting one right, writing one up. Knows no form: what
// comes in has been parsed at the door and cannot be half a visit.
#pragma once

#include "casework/recording.h"

#include <string>
#include <variant>

namespace gweld::casework {

enum class Nonsense { // invariants the form already holds; here so that no other door forgets them
    no_children,
    date_in_future,
    time_in_future, // of today
    alone_but_not_seen,
    nobody_seen,
    no_reason,
    no_account,
    not_a_stub, // or written up, corrected or withdrawn meanwhile
    before_birth
};
using VisitRefused = std::variant<NotFoundOrNotYours, SomebodyWasQuicker, KeyUsedForSomethingElse,
                                  CorrectedAlready, Nonsense, record::StoreFault>;
using VisitAnswer = base::Result<Recorded, VisitRefused>;

VisitAnswer record_visit(Office& office, const access::Viewer& viewer,
                         const record::VisitMade& visit, const Saw& saw);
VisitAnswer record_attempt(Office& office, const access::Viewer& viewer,
                           const record::VisitAttempted& attempt, const Saw& saw);
// The whole visit as it should read; the entry corrected must be the newest of its chain.
VisitAnswer correct_visit(Office& office, const access::Viewer& viewer, base::EntryId corrected,
                          const record::VisitMade& visit, const std::string& reason,
                          const Saw& saw);
VisitAnswer correct_attempt(Office& office, const access::Viewer& viewer, base::EntryId corrected,
                            const record::VisitAttempted& attempt, const std::string& reason,
                            const Saw& saw);
// "This was recorded on the wrong child."
VisitAnswer withdraw(Office& office, const access::Viewer& viewer, base::EntryId entry,
                     const std::string& reason, const Saw& saw);
VisitAnswer write_up(Office& office, const access::Viewer& viewer,
                     const record::VisitWrittenUp& written, const Saw& saw);

} // namespace gweld::casework
