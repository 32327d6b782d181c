// bar.h - how much of a whole, as a bar. The length is an SVG attribute: a strict content policy
// allows no style="". Knows no figure.
#pragma once

#include "web/components/tone.h"

namespace gweld::web::draw {

// `share` is 0 to 1; beyond, it is cut. For the eye only: the words beside it say the same.
Html bar(double share, ours::Tone tone);

} // namespace gweld::web::draw
