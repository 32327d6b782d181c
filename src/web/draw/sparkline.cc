#include "web/draw/sparkline.h"

#include "web/draw/svg.h"

#include <algorithm>

namespace gweld::web::draw {
namespace {

constexpr double width = 152;
constexpr double height = 40;
constexpr double edge = 4;

Scale scale_of(std::span<const std::optional<double>> points, const measure::UsualRange& range) {
    double low = range.bottom;
    double high = range.top;
    for (const auto& point : points) {
        low = std::min(low, point.value_or(low));
        high = std::max(high, point.value_or(high));
    }
    const double room = std::max(1.0, (high - low) * 0.08);
    return {.low = low - room, .high = high + room, .top = edge, .bottom = height - edge};
}

bool stands_out(const measure::UsualRange& range, std::size_t place) {
    return place < range.stands_out.size() && range.stands_out[place];
}

std::string_view out_class(const measure::UsualRange& range) {
    return range.signal == measure::Signal::getting_better ? "app-spark__better" : "app-spark__out";
}

// A month between two without a value would not be seen as part of a line.
void lone_points(Markup& out, std::span<const std::vector<Place>> runs) {
    for (const auto& run : runs) {
        if (run.size() == 1) {
            dot(out, "app-spark__last", run.front(), 1.6);
        }
    }
}

} // namespace

Html sparkline(std::span<const std::optional<double>> points, const measure::UsualRange& range) {
    const auto has_value = [](const auto& point) { return point.has_value(); };
    const auto last = std::find_if(points.rbegin(), points.rend(), has_value);
    if (last == points.rend()) {
        return {};
    }
    auto scaled = range;
    if (range.signal == measure::Signal::too_few_to_say) {
        scaled.bottom = scaled.top = **last;
    }
    const Scale scale = scale_of(points, scaled);
    const double step =
        (width - 2 * edge) / static_cast<double>(std::max<std::size_t>(points.size() - 1, 1));
    const auto newest = static_cast<std::size_t>(points.rend() - last) - 1;
    Markup out;
    out.raw("<svg class=\"app-spark\" width=\"152\" height=\"40\" viewBox=\"0 0 152 40\" "
            "aria-hidden=\"true\" focusable=\"false\">");
    if (range.signal != measure::Signal::too_few_to_say) {
        out.raw("<rect class=\"app-spark__band\" width=\"152\"");
        out.attribute("y", coordinate(scale.at(range.top)));
        out.attribute("height", coordinate(scale.at(range.bottom) - scale.at(range.top)));
        out.raw("/>");
        line(out, "app-spark__level", {0, scale.at(range.level)}, {width, scale.at(range.level)});
    }
    const auto runs = runs_of(points, scale, edge, step);
    lines(out, "app-spark__line", runs);
    lone_points(out, runs);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Place place{edge + step * static_cast<double>(i), scale.at(points[i].value_or(0))};
        if (points[i] && stands_out(range, i)) {
            diamond(out, out_class(range), place, i == newest ? 4.0 : 3.0);
        } else if (i == newest) {
            dot(out, "app-spark__last", place, 3);
        }
    }
    return out.raw("</svg>").take();
}

} // namespace gweld::web::draw
