// warning_text.h - a consequence the reader must know of. GOV.UK Frontend "warning text".
#pragma once

#include "web/components/markup.h"

namespace gweld::web::govuk {

struct WarningText {
    Content content = {};
    std::string spoken_before = {}; // "Warning", heard and not seen
    std::string classes = {};
    Attributes attributes = {};
};
Html render(const WarningText& warning);

} // namespace gweld::web::govuk
