// tag.h - a word in a coloured box: the state of something. GOV.UK Frontend "tag".
#pragma once

#include "web/components/markup.h"

namespace gweld::web::govuk {

struct Tag {
    Content content = {};
    std::string classes = {};
    Attributes attributes = {};
};
Html render(const Tag& tag);

} // namespace gweld::web::govuk
