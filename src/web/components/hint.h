// hint.h - help below a label. GOV.UK Frontend "hint".
#pragma once

#include "web/components/markup.h"

namespace gweld::web::govuk {

struct Hint {
    Content content = {};
    std::string id = {}; // inside a form control the control gives it
    std::string classes = {};
    Attributes attributes = {};
};
Html render(const Hint& hint);

} // namespace gweld::web::govuk
