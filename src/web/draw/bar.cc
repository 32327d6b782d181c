#include "web/draw/bar.h"

#include "web/draw/svg.h"

#include <algorithm>

namespace gweld::web::draw {

Html bar(double share, ours::Tone tone) {
    Markup out;
    out.raw("<svg").classes({"app-bar", "app-bar--" + std::string{ours::name_of(tone)}});
    out.raw(" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\" "
            "focusable=\"false\"><rect");
    out.attribute("width", coordinate(100 * std::clamp(share, 0.0, 1.0)));
    return out.raw(" height=\"8\"/></svg>").take();
}

} // namespace gweld::web::draw
