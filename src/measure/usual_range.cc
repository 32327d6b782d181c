#include "measure/measure.h"

#include <algorithm>
#include <cmath>

namespace gweld::measure {
namespace {

// Source of the factor and of the run of seven: the usual rules of XmR charts.
constexpr double natural_limits = 2.66;
constexpr std::size_t run_that_tells = 7;
constexpr std::size_t fewest_points = 8;
constexpr double too_small_to_matter = 1e-9; // rounding in the mean, not a difference in practice

struct Valued {
    std::size_t at; // in the points given
    double percent;
};

int side_of(double percent, double level) {
    if (std::abs(percent - level) <= too_small_to_matter) {
        return 0;
    }
    return percent > level ? 1 : -1;
}

// The newest points one after another on one side of the level end runs; a point on the level
// belongs to neither side.
void mark_runs(const std::vector<Valued>& values, UsualRange& range) {
    std::size_t run = 0;
    int side = 0;
    for (std::size_t at = 0; at < values.size(); ++at) {
        const int here = side_of(values[at].percent, range.level);
        run = here != 0 && here == side ? run + 1 : 1;
        side = here;
        if (side != 0 && run >= run_that_tells) {
            for (std::size_t back = 0; back < run; ++back) {
                range.stands_out[values[at - back].at] = true;
            }
        }
    }
}

Signal newest_signal(const Valued& newest, const UsualRange& range) {
    if (!range.stands_out[newest.at]) {
        return Signal::no_real_change;
    }
    return newest.percent > range.level ? Signal::getting_better : Signal::getting_worse;
}

} // namespace

UsualRange usual_range(std::span<const std::optional<double>> points, std::size_t baseline) {
    UsualRange range;
    range.stands_out.assign(points.size(), false);
    std::vector<Valued> values;
    for (std::size_t at = 0; at < points.size(); ++at) {
        if (points[at]) {
            values.push_back({at, *points[at]});
        }
    }
    const std::size_t counted = std::min(baseline, values.size());
    if (values.size() < fewest_points || counted < 2) {
        return range;
    }
    double sum = 0;
    double moved = 0;
    for (std::size_t at = 0; at < counted; ++at) {
        sum += values[at].percent;
        moved += at == 0 ? 0 : std::abs(values[at].percent - values[at - 1].percent);
    }
    range.level = sum / static_cast<double>(counted);
    const double reach = natural_limits * moved / static_cast<double>(counted - 1);
    range.bottom = std::max(0.0, range.level - reach);
    range.top = std::min(100.0, range.level + reach);
    for (const auto& [at, percent] : values) {
        range.stands_out[at] = percent > range.top + too_small_to_matter ||
                               percent < range.bottom - too_small_to_matter;
    }
    mark_runs(values, range);
    range.signal = newest_signal(values.back(), range);
    return range;
}

} // namespace gweld::measure
