// guidance.h - when to report: what stands beside the question, unless the council gives its own
// text (serve --guidance). Knows no page.
#pragma once

#include "words/words.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

std::vector<std::string> guidance_of_program(const words::Words& say);

} // namespace gweld::web::pages
