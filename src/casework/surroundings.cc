#include "casework/surroundings.h"

#include <algorithm>
#include <tuple>

namespace gweld::casework {

namespace {

// `before`: as they were read last; null: never.
Surroundings read_surroundings(const record::Reading& reading, PersonId child, FactsKept& kept,
                               const Surroundings* before) {
    Surroundings around;
    around.facts = kept.of(reading, child);
    for (const auto& member : around.facts->family) {
        auto facts = kept.of(reading, PersonId{member});
        if (facts->person) {
            around.family.push_back(std::move(facts));
        }
    }
    for (const auto& allocation : around.facts->allocations) {
        if (!around.workers.contains(allocation.worker)) {
            if (auto worker = reading.worker(allocation.worker)) {
                around.workers.emplace(allocation.worker, std::move(*worker));
            }
        }
    }
    around.named = before != nullptr && before->facts == around.facts
                       ? as_they_stand(reading, before->named)
                       : everyone_named(reading, *around.facts);
    for (const auto& one : around.named) {
        if (one.worker) {
            around.workers.emplace(one.worker->worker, *one.worker);
        }
    }
    for (const auto& team : reading.teams()) {
        around.teams.emplace(team.team, team.name);
    }
    return around;
}

bool same_worker(const std::pair<const Uuid, record::WorkerRow>& a,
                 const std::pair<const Uuid, record::WorkerRow>& b) {
    const auto said = [](const record::WorkerRow& row) {
        return std::tie(row.worker, row.number, row.name, row.job_title, row.registration,
                        row.team);
    };
    return said(a.second) == said(b.second);
}

// The facts are the same, so the namings are: only how the workers stand may differ.
bool same_state(const NamedCoordinator& a, const NamedCoordinator& b) {
    return a.state == b.state && a.named.entry == b.named.entry;
}

bool same(const Surroundings& a, const Surroundings& b) {
    return a.facts == b.facts && a.family == b.family && a.teams == b.teams &&
           std::ranges::equal(a.workers, b.workers, same_worker) &&
           std::ranges::equal(a.named, b.named, same_state);
}

} // namespace

SurroundingsKept::AsOf SurroundingsKept::last(PersonId child) {
    const std::lock_guard lock{mutex_};
    const auto found = kept_.find(child);
    return found == kept_.end() ? AsOf{} : found->second;
}

std::shared_ptr<const Surroundings> SurroundingsKept::of(const record::Reading& reading,
                                                         PersonId child, FactsKept& facts) {
    const std::int64_t head = reading.head();
    auto known = last(child);
    if (known.around && known.head == head) {
        return known.around;
    }
    auto read = read_surroundings(reading, child, facts, known.around.get());
    if (!known.around || !same(*known.around, read)) {
        known.around = std::make_shared<const Surroundings>(std::move(read));
    }
    // A reader with an older snapshot must not put back what a newer one has replaced.
    const std::lock_guard lock{mutex_};
    if (kept_.size() >= most_children) {
        kept_.clear();
    }
    auto& place = kept_[child];
    if (place.head <= head) {
        place = {known.around, head};
    }
    return known.around;
}

} // namespace gweld::casework
