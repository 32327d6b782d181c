#include "access/barriers.h"

#include <algorithm>

namespace gweld::access {

namespace {

using record::BarrierRow;
using record::Role;

std::int64_t millis(time::Instant at) { return at.time_since_epoch().count(); }

bool is_listed(std::span<const BarrierRow> barriers, const BarrierRow& list, Uuid worker) {
    return std::ranges::any_of(barriers, [&](const auto& row) {
        return row.entry == list.entry && row.barrier == record::barrier_listed &&
               row.worker == worker;
    });
}

bool is_in_chain(const Viewer& viewer, Ground ground) {
    switch (ground) {
    case Ground::own_allocation:
    case Ground::chairs_conference:
    case Ground::whole_service:
        return true;
    case Ground::team_allocation:
    case Ground::nobody_allocated:
        return viewer.role == Role::team_manager;
    case Ground::none:
    case Ground::family_allocation:
    case Ground::duty_desk:
    case Ground::partners_form:
    case Ground::front_door:
    case Ground::emergency:
        break;
    }
    return false;
}

bool is_opening(const BarrierRow& row, Uuid worker, time::Instant at) {
    return row.barrier == record::barrier_opened && row.worker == worker && holds_at(row, at);
}

bool was_opened(std::span<const BarrierRow> barriers, Uuid child, Uuid worker, time::Instant at) {
    return std::ranges::any_of(barriers, [&](const auto& row) {
        return row.child == child && is_opening(row, worker, at);
    });
}

// `ground`: what they would have if nothing were restricted.
bool keeps_out(const BarrierRow& row, std::span<const BarrierRow> barriers, const Viewer& viewer,
               Ground ground) {
    if (row.barrier == record::barrier_to_chain) {
        return !is_in_chain(viewer, ground);
    }
    return row.barrier == record::barrier_to_list && !is_listed(barriers, row, viewer.worker);
}

} // namespace

bool holds_at(const BarrierRow& barrier, time::Instant at) {
    return barrier.from_at <= millis(at) && (!barrier.until_at || millis(at) < *barrier.until_at);
}

bool excludes(std::span<const BarrierRow> barriers, Uuid worker, time::Instant at) {
    return std::ranges::any_of(barriers, [&](const auto& row) {
        return row.barrier == record::barrier_excluded && row.worker == worker && holds_at(row, at);
    });
}

bool is_restricted_for(const Viewer& viewer, std::span<const BarrierRow> barriers, Ground ground,
                       time::Instant at) {
    return std::ranges::any_of(barriers, [&](const auto& row) {
        return holds_at(row, at) && keeps_out(row, barriers, viewer, ground);
    });
}

bool is_shut_to(const Viewer& viewer, std::span<const BarrierRow> barriers, Ground ground,
                time::Instant at) {
    return std::ranges::any_of(barriers, [&](const auto& row) {
        return holds_at(row, at) && keeps_out(row, barriers, viewer, ground) &&
               !was_opened(barriers, row.child, viewer.worker, at);
    });
}

bool opened_in_emergency(std::span<const BarrierRow> barriers, Uuid worker, time::Instant at) {
    return std::ranges::any_of(barriers,
                               [&](const auto& row) { return is_opening(row, worker, at); });
}

} // namespace gweld::access
