// inset_text.h - a paragraph set apart by a line. GOV.UK Frontend "inset text".
#pragma once

#include "web/components/markup.h"

namespace gweld::web::govuk {

struct InsetText {
    Content content = {};
    std::string id = {};
    std::string classes = {};
    Attributes attributes = {};
};
Html render(const InsetText& inset);

} // namespace gweld::web::govuk
