// skip_link.h - the first stop of the keyboard: past the header. GOV.UK Frontend "skip link".
#pragma once

#include "web/components/markup.h"

namespace gweld::web::govuk {

struct SkipLink {
    Content content = {};
    Url href = Url::fragment("content");
    std::string classes = {};
    Attributes attributes = {};
};
Html render(const SkipLink& link);

} // namespace gweld::web::govuk
