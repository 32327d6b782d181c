// opened.h - one measure opened to what stands behind it.
#pragma once

#include "measure/definition.h"
#include "web/pages/site.h"

#include <memory>

namespace gweld::web::pages {

// /figures/{rule}?month=2026-10. A month that is none of those shown, or no measured rule: 404.
Response show_figure(const Caller& caller, const measure::Definitions& definitions);

} // namespace gweld::web::pages
