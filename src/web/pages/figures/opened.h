// opened.h - one measure opened to what stands behind it.
#pragma once

#include "measure/definition.h"
#include "web/pages/site.h"

#include <memory>

namespace gweld::web::pages {

// What stands between head and foot of the page, for one viewer in one language.
struct OpenedPage {
    std::string title;
    Html content;
};
// Long pages: each of those who look at figures on a day, at a month or two.
using KeptPages = casework::KeptAnswers<OpenedPage, 24>;

// /figures/{rule}?month=2026-10. A month that is none of those shown, or no measured rule: 404.
Response show_figure(const Caller& caller, const measure::Definitions& definitions,
                     KeptPages& kept);

} // namespace gweld::web::pages
