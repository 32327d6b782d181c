#include "record/hand_over.h"

#include <algorithm>

namespace gweld::record {

namespace {

constexpr std::string_view for_discussion = "strategy_discussion";

bool somebody_had(const HandOverRow& row, std::span<const AllocationRow> allocations) {
    return std::ranges::any_of(allocations, [&](const auto& one) {
        const bool ever = !one.until_day || *one.until_day > one.from_day;
        return one.as == "allocated_worker" && ever &&
               (one.from_day >= row.decided_day || !one.until_day);
    });
}

bool discussed(const HandOverRow& row, std::span<const StrategyDiscussionRow> discussions) {
    return std::ranges::any_of(discussions, [&](const auto& one) {
        return one.on_day >= row.received_day && was_held(one);
    });
}

} // namespace

bool calls_for_somebody(std::string_view outcome) {
    return outcome == "referral" || outcome == for_discussion;
}

bool was_held(const StrategyDiscussionRow& row) {
    constexpr std::string_view there = "attended";
    return (row.police == there && row.childrens_services == there) || row.accepted_day.has_value();
}

std::string lacks_of(const HandOverRow& row, std::span<const AllocationRow> allocations,
                     std::span<const StrategyDiscussionRow> discussions) {
    const bool no_worker = !somebody_had(row, allocations);
    const bool no_discussion = row.outcome == for_discussion && !discussed(row, discussions);
    if (no_worker && no_discussion) {
        return "worker_and_discussion";
    }
    return no_worker ? "worker" : no_discussion ? "discussion" : "";
}

} // namespace gweld::record
