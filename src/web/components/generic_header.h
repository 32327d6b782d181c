// generic_header.h - the top of every page, with the council's own mark. GOV.UK Frontend "generic
// header": the one header a service outside GOV.UK may use.
#pragma once

#include "web/components/markup.h"

namespace gweld::web::govuk {

struct GenericHeader {
    Content logo = {};
    Url url = Url::path("/");
    std::string container_classes = "govuk-width-container";
    std::string classes = {};
    Attributes attributes = {};
};
Html render(const GenericHeader& header);

} // namespace gweld::web::govuk
