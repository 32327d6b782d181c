// error_message.h - what is wrong with one answer, beside it. GOV.UK Frontend "error message".
#pragma once

#include "web/components/markup.h"

namespace gweld::web::govuk {

struct ErrorMessage {
    Content content = {};
    std::string spoken_before = {}; // "Error", heard and not seen; empty: nothing is heard
    std::string id = {};            // inside a form control the control gives it
    std::string classes = {};
    Attributes attributes = {};
};
Html render(const ErrorMessage& message);

} // namespace gweld::web::govuk
