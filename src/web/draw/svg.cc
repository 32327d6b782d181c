#include "web/draw/svg.h"

#include <cmath>

namespace gweld::web::draw {

std::string coordinate(double value) {
    const long tenths = std::lround(value * 10);
    const long whole = std::labs(tenths) / 10;
    const long rest = std::labs(tenths) % 10;
    std::string text = tenths < 0 ? "-" : "";
    text += std::to_string(whole);
    if (rest != 0) {
        text += '.';
        text += static_cast<char>('0' + rest);
    }
    return text;
}

double Scale::at(double percent) const {
    return bottom - (percent - low) / (high - low) * (bottom - top);
}

void line(Markup& out, std::string_view css_class, Place from, Place to) {
    out.raw("<line").classes({css_class}).attribute("x1", coordinate(from.x));
    out.attribute("y1", coordinate(from.y)).attribute("x2", coordinate(to.x));
    out.attribute("y2", coordinate(to.y)).raw("/>");
}

void lines(Markup& out, std::string_view css_class, std::span<const std::vector<Place>> runs) {
    for (const auto& run : runs) {
        std::string points;
        for (const auto& place : run) {
            points += points.empty() ? "" : " ";
            points += coordinate(place.x) + "," + coordinate(place.y);
        }
        out.raw("<polyline").classes({css_class}).attribute("points", points).raw("/>");
    }
}

void dot(Markup& out, std::string_view css_class, Place centre, double radius) {
    out.raw("<circle").classes({css_class}).attribute("cx", coordinate(centre.x));
    out.attribute("cy", coordinate(centre.y)).attribute("r", coordinate(radius)).raw("/>");
}

void diamond(Markup& out, std::string_view css_class, Place centre, double radius) {
    const std::string r = coordinate(radius);
    out.raw("<path").classes({css_class});
    out.attribute("d", "M" + coordinate(centre.x) + " " + coordinate(centre.y - radius) + "l" + r +
                           " " + r + "-" + r + " " + r + "-" + r + "-" + r + "z");
    out.raw("/>");
}

std::vector<std::vector<Place>> runs_of(std::span<const std::optional<double>> points,
                                        const Scale& scale, double left, double step) {
    std::vector<std::vector<Place>> runs;
    bool open = false;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!points[i]) {
            open = false;
            continue;
        }
        if (!open) {
            runs.emplace_back();
        }
        open = true;
        runs.back().push_back({left + step * static_cast<double>(i), scale.at(*points[i])});
    }
    return runs;
}

} // namespace gweld::web::draw
