#include "demo/case.h"

#include <algorithm>

namespace gweld::demo {

namespace {
constexpr int months_to_eighteen = 18 * 12;
}

const Stay* Case::stay_on(CivilDate day) const {
    const auto found = std::ranges::find_if(stays, [&](const Stay& s) { return s.contains(day); });
    return found == stays.end() ? nullptr : &*found;
}

const Holding* Case::held_on(CivilDate day) const {
    const auto found =
        std::ranges::find_if(holdings, [&](const Holding& h) { return h.contains(day); });
    return found == holdings.end() ? nullptr : &*found;
}

std::size_t Case::registered_on(CivilDate day) const {
    const auto* stay = stay_on(day);
    if (stay == nullptr) {
        return 0;
    }
    return static_cast<std::size_t>(std::ranges::count_if(
        household.children, [&](const Child& child) { return registered(child, *stay, day); }));
}

CivilDate end_for(const Child& child, const Stay& stay) {
    const auto eighteen = child.born.plus_months_clipped(months_to_eighteen);
    return stay.end ? std::min(*stay.end, eighteen) : eighteen;
}

bool registered(const Child& child, const Stay& stay, CivilDate day) {
    return stay.contains(day) && day < end_for(child, stay);
}

} // namespace gweld::demo
