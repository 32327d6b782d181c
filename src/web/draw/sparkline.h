// sparkline.h - the shape of two years at a glance, beside the figure. Knows no page.
#pragma once

#include "measure/measure.h"
#include "web/components/markup.h"

#include <optional>
#include <span>

namespace gweld::web::draw {

// Percentages, oldest first; none: nothing was due that month. The usual range is the shaded band.
// Hidden from who listens: the verdict beside it says in words what it shows. Nothing when no point
// has a value.
Html sparkline(std::span<const std::optional<double>> points, const measure::UsualRange& range);

} // namespace gweld::web::draw
