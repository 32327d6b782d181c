// error_summary.h - everything wrong with the form, at the top, each a link to its answer. GOV.UK
// Frontend "error summary".
#pragma once

#include "web/components/markup.h"

namespace gweld::web::govuk {

struct ErrorLink {
    Content content = {};
    std::optional<Url> href = {};
    Attributes attributes = {};
};

struct ErrorSummary {
    Content title = {};
    Content description = {};
    std::vector<ErrorLink> errors = {};
    std::optional<bool> disable_auto_focus = {};
    std::string classes = {};
    Attributes attributes = {};
};
Html render(const ErrorSummary& summary);

} // namespace gweld::web::govuk
