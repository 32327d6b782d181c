// label.h - the name of a form control. GOV.UK Frontend "label".
#pragma once

#include "web/components/markup.h"

namespace gweld::web::govuk {

struct Label {
    Content content = {};
    std::string control = {}; // id of what it names; inside a form control the control gives it
    std::string classes = {};
    bool page_heading = false; // the label is the page's h1
    Attributes attributes = {};
};
// Nothing when there is no content.
Html render(const Label& label);

} // namespace gweld::web::govuk
