// fieldset.h - controls that answer one question together. GOV.UK Frontend "fieldset".
#pragma once

#include "web/components/markup.h"

namespace gweld::web::govuk {

struct Legend {
    Content content = {};
    std::string classes = {};
    bool page_heading = false; // the legend is the page's h1
};

struct Fieldset {
    Legend legend = {};
    std::string described_by = {};
    std::string role = {};
    std::string classes = {};
    Attributes attributes = {};
    Html content = {}; // inside radios, checkboxes and dates: given by them
};
Html render(const Fieldset& fieldset);

} // namespace gweld::web::govuk
