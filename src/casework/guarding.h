// guarding.h - who may not see a record, to whom alone it is open, and what was opened in an
// emergency: said, lifted and reviewed. What follows from it is decided in access.h. Knows no page.
#pragma once

#include "casework/child.h"
#include "casework/steps.h"
#include "law/clock.h"

#include <string>
#include <vector>

namespace gweld::casework {

// Whoever can sign in today; by name.
struct SomebodyHere {
    base::WorkerId worker;
    std::string name;
    record::Role role{};
    std::string team;
};
std::vector<SomebodyHere> who_is_here(const record::Reading& reading);

enum class GuardingNonsense {
    no_children,
    no_words,
    nobody_such, // nobody who can sign in
    excluded_already,
    nobody_to_lift_it, // a list without a team manager or head of service could not be changed
    review_not_ahead,  // the day is not after today
    not_in_force       // lifted, or of another record
};
using GuardingAnswer = StepAnswer<GuardingNonsense>;

struct Exclusion {
    base::WorkerId worker;
    record::WhyExcluded because{};
    std::string words;
};
// At once and until it is lifted, for each of the children. Their allocations stay as they are.
GuardingAnswer exclude(Office& office, const access::Viewer& viewer,
                       const std::vector<PersonId>& children, const Exclusion& what,
                       const Saw& saw);

struct Restriction {
    record::WhyRestricted because{};
    record::OpenTo open_to{};
    std::vector<base::WorkerId> listed; // the writer is listed with them
    std::string words;
    CivilDate review_on;
};
// At once and until it is lifted; takes the place of whatever restricted each of them before.
GuardingAnswer restrict_record(Office& office, const access::Viewer& viewer,
                               const std::vector<PersonId>& children, const Restriction& what,
                               const Saw& saw);

// An exclusion or a restriction that holds for this child.
GuardingAnswer lift(Office& office, const access::Viewer& viewer, PersonId child,
                    base::EntryId barrier, const std::string& reason, const Saw& saw);

// What holds at the moment, as its entries say it.
struct Excluded {
    record::PersonExcluded what;
    record::Entry said;
};
struct Restricted {
    record::RecordRestricted what;
    record::Entry said;
};
struct Guarded {
    std::vector<Excluded> excluded;     // oldest first
    std::vector<Restricted> restricted; // the same; several where records were merged
};
Guarded guarded(const Facts& child, time::Instant at);

} // namespace gweld::casework
