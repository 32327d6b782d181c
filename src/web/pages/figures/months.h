// months.h - one measure month by month: the control chart, and the same numbers as a table.
#pragma once

#include "casework/figures.h"
#include "web/html.h"
#include "words/words.h"

#include <string>

namespace gweld::web::pages {

Html chart_of(const words::Words& say, const std::string& title,
              const casework::Indicator& indicator);
Html months_table(const words::Words& say, const std::string& title,
                  const casework::Indicator& indicator);

} // namespace gweld::web::pages
