// behind.h - the children, the teams and the reasons behind one month of a measure.
#pragma once

#include "casework/figures.h"
#include "web/pages/figures/figures_parts.h"
#include "web/pages/site.h"

#include <string>

namespace gweld::web::pages {

enum class Behind : std::uint8_t { month, now };

// Children this reader may not open are counted in a sentence and never named.
ChildrenBehind children_of(const Caller& caller, const std::vector<casework::ChildBehind>& list,
                           const std::string& caption, Behind behind);
Html teams_of(const Words& say, const std::vector<measure::GroupedTally>& teams,
              const std::string& caption);
Html reasons_of(const Words& say, const casework::OpenedIndicator& opened);

} // namespace gweld::web::pages
