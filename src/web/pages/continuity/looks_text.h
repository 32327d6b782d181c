// looks_text.h - the file in which a pack says who was looked up. Knows no page.
#pragma once

#include "casework/out_of_hours.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::web::pages {

// Lines: "gweld-looks 1", then for each list "list ID MOMENT-THE-PACK-WAS-MADE NAME" and its "look
// CHILD MOMENT". Moments as RFC 3339. None: anything else (assets/ts/pack.ts writes it).
std::optional<std::vector<casework::PackLooks>> read_looks(std::string_view text);

} // namespace gweld::web::pages
