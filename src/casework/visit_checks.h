// visit_checks.h - what every way of recording a visit asks first: is it sense, and may this person
// write it in these children's records. Knows no form and no phone.
#pragma once

#include "casework/visits.h"

#include <optional>
#include <vector>

namespace gweld::casework {

std::vector<Uuid> children_of(const record::VisitMade& visit);
std::vector<Uuid> children_of(const record::VisitAttempted& attempt);

std::optional<Nonsense> nonsense_in(const record::VisitMade& visit, time::Instant now);
std::optional<Nonsense> nonsense_in(const record::VisitAttempted& attempt, time::Instant now);

// Each child is decided and logged by itself; one refusal refuses the whole, as if none were there.
std::optional<VisitRefused> let_in(Office& office, record::Writing& tx,
                                   const access::Viewer& viewer, access::Action action,
                                   const record::Draft& draft);

} // namespace gweld::casework
