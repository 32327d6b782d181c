// details.h - more, for who wants it. GOV.UK Frontend "details".
#pragma once

#include "web/components/markup.h"

namespace gweld::web::govuk {

struct Details {
    Content summary = {};
    Content content = {};
    std::string id = {};
    std::string classes = {};
    bool open = false;
    Attributes attributes = {};
};
Html render(const Details& details);

} // namespace gweld::web::govuk
