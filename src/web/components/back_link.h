// back_link.h - the way back to the page before, above the heading. GOV.UK Frontend "back link".
#pragma once

#include "web/components/markup.h"

namespace gweld::web::govuk {

struct BackLink {
    Content content = {}; // "Back", in the reader's language
    Url href = Url::fragment("");
    std::string classes = {};
    Attributes attributes = {};
};
Html render(const BackLink& link);

} // namespace gweld::web::govuk
