// coordinating.h - who co-ordinates the plan of a child on the register: a registered social
// worker, always. Knows no viewer: whoever asks must have been let in by access first.
//
// Source: Wales Safeguarding Procedures (children), section 4, page 3 (card cp.coordinator.named).
// A worker counts as one while they are still here: with a team, and an account, where they have
// one, that is not closed. NOT MODELLED: that the number is one that Social Care Wales has issued,
// because no register of theirs is read.
#pragma once

#include "casework/facts.h"
#include "protection/plans.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace gweld::casework {

bool may_coordinate(const record::Reading& reading, const record::WorkerRow& worker);

enum class CoordinatorState : std::uint8_t { named, nobody, has_left, not_registered };

struct NamedCoordinator {
    protection::Coordinator named;
    std::optional<record::WorkerRow> worker; // none: no such worker any more
    CoordinatorState state = CoordinatorState::named;
};
// Everyone ever named for this child, by first day, as they are now. An account that is closed is
// noticed with the next entry of the record, because answers are kept until then.
std::vector<NamedCoordinator> everyone_named(const record::Reading& reading, const Facts& child);
// Those of the same facts as they stand now.
std::vector<NamedCoordinator> as_they_stand(const record::Reading& reading,
                                            std::vector<NamedCoordinator> named);

struct CoordinatorToday {
    CoordinatorState state = CoordinatorState::nobody;
    std::optional<record::WorkerRow> worker; // whoever was named last; none: nobody
    CivilDate since = record::to_be_given;   // named from; for nobody, the day of the placing
    bool missing() const { return state != CoordinatorState::named; }
};
// None: not on the register on that day.
std::optional<CoordinatorToday> coordinator_of(const std::vector<NamedCoordinator>& everyone,
                                               const Facts& child, CivilDate today);
std::optional<CoordinatorToday> coordinator_of(const record::Reading& reading, const Facts& child,
                                               CivilDate today);

} // namespace gweld::casework
