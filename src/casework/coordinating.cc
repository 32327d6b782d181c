#include "casework/coordinating.h"

#include <algorithm>

namespace gweld::casework {

namespace {

using Accounts = std::vector<record::Account>;

bool still_here(const Accounts& accounts, const record::WorkerRow& worker) {
    return !worker.team.empty() && std::ranges::none_of(accounts, [&](const auto& account) {
        return account.worker == worker.worker && account.closed;
    });
}

CoordinatorState state_of(const Accounts& accounts,
                          const std::optional<record::WorkerRow>& worker) {
    if (!worker || !still_here(accounts, *worker)) {
        return CoordinatorState::has_left;
    }
    return worker->registration.empty() ? CoordinatorState::not_registered
                                        : CoordinatorState::named;
}

} // namespace

bool may_coordinate(const record::Reading& reading, const record::WorkerRow& worker) {
    return state_of(reading.accounts(), worker) == CoordinatorState::named;
}

std::vector<NamedCoordinator> as_they_stand(const record::Reading& reading,
                                            std::vector<NamedCoordinator> named) {
    const auto accounts = named.empty() ? Accounts{} : reading.accounts();
    for (auto& one : named) {
        one.worker = reading.worker(one.named.worker.uuid);
        one.state = state_of(accounts, one.worker);
    }
    return named;
}

std::vector<NamedCoordinator> everyone_named(const record::Reading& reading, const Facts& child) {
    std::vector<NamedCoordinator> all;
    for (const auto& named :
         protection::coordinators_of(child.child, child.entries, std::nullopt)) {
        all.push_back({named, {}, {}});
    }
    return as_they_stand(reading, std::move(all));
}

std::optional<CoordinatorToday> coordinator_of(const std::vector<NamedCoordinator>& everyone,
                                               const Facts& child, CivilDate today) {
    const auto* stay = protection::stay_on(child.history, today);
    if (stay == nullptr) {
        return std::nullopt;
    }
    std::vector<protection::Coordinator> named;
    for (const auto& one : everyone) {
        named.push_back(one.named);
    }
    const auto* now = protection::coordinator_on(named, *stay, today);
    if (now == nullptr) {
        return CoordinatorToday{CoordinatorState::nobody, {}, stay->start};
    }
    const auto& one = everyone[static_cast<std::size_t>(now - named.data())];
    return CoordinatorToday{one.state, one.worker, now->from};
}

std::optional<CoordinatorToday> coordinator_of(const record::Reading& reading, const Facts& child,
                                               CivilDate today) {
    const auto* stay = protection::stay_on(child.history, today);
    if (stay == nullptr) {
        return std::nullopt;
    }
    const auto named = protection::coordinators_of(child.child, child.entries, std::nullopt);
    const auto* now = protection::coordinator_on(named, *stay, today);
    if (now == nullptr) {
        return CoordinatorToday{CoordinatorState::nobody, {}, stay->start};
    }
    auto worker = reading.worker(now->worker.uuid);
    const auto state = state_of(reading.accounts(), worker);
    return CoordinatorToday{state, std::move(worker), now->from};
}

} // namespace gweld::casework
