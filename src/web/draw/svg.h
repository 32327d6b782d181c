// svg.h - the few shapes our drawings are made of. Knows no drawing.
#pragma once

#include "web/components/markup.h"

#include <span>
#include <vector>

namespace gweld::web::draw {

struct Place {
    double x = 0;
    double y = 0;
};

// One decimal at most, no trailing zero: "12", "12.5".
std::string coordinate(double value);

// Maps a percentage to a height: `low` at `bottom`, `high` at `top`.
struct Scale {
    double low = 0;
    double high = 100;
    double top = 0;
    double bottom = 0;
    double at(double percent) const;
};

void line(Markup& out, std::string_view css_class, Place from, Place to);
// One polyline per unbroken run of places.
void lines(Markup& out, std::string_view css_class, std::span<const std::vector<Place>> runs);
void dot(Markup& out, std::string_view css_class, Place centre, double radius);
// A square on its corner: what stands out has another shape, not only another colour.
void diamond(Markup& out, std::string_view css_class, Place centre, double radius);

// The points that have a value, in unbroken runs; a month with nothing due is a gap.
std::vector<std::vector<Place>> runs_of(std::span<const std::optional<double>> points,
                                        const Scale& scale, double left, double step);

} // namespace gweld::web::draw
