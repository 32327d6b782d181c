// problem_page.h - the page for what went wrong outside any page of ours. Knows no session, no
// store and no style sheet, so that it can always be shown.
#pragma once

#include "web/http.h"

#include <optional>
#include <string_view>

namespace gweld::web {

enum class Problem : std::uint8_t {
    not_understood,   // 400
    took_too_long,    // 408
    too_large,        // 413
    header_too_large, // 431
    not_this_server,  // 421: asked for by another name
    busy,             // 503, with Retry-After
    our_bug           // 500
};

int status_of(Problem problem);

// In the language asked for; where the request was not understood far enough to know, in both.
// `incident` is shown for our_bug only, and is all the page says about it.
Response problem_page(Problem problem, std::optional<words::Language> language,
                      std::string_view incident);

// The same page for Problem::busy, made once: it is sent to thousands when there is no time for it.
Response busy_page(words::Language language);

} // namespace gweld::web
