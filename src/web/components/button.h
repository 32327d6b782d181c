// button.h - something happens; or a link that looks so. GOV.UK Frontend "button".
#pragma once

#include "web/components/markup.h"

namespace gweld::web::govuk {

struct Button {
    Content content = {};
    std::optional<Url> href = {}; // given: a link with the role of a button
    std::string type = "submit";
    std::string name = {};
    std::string value = {};
    std::string id = {};
    std::string classes = {};
    bool disabled = false;
    bool start = false; // the arrow of a start page
    // A second press within a second is ignored, where the script runs. The server's idempotency
    // key is what counts.
    std::optional<bool> prevent_double_click = {};
    Attributes attributes = {};
};
Html render(const Button& button);

} // namespace gweld::web::govuk
