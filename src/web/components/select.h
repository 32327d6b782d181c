// select.h - one of a list too long for radios. GOV.UK Frontend "select".
#pragma once

#include "web/components/form_group.h"

namespace gweld::web::govuk {

struct SelectItem {
    std::string text = {};
    std::optional<std::string> value = {}; // none: the text is the value
    std::optional<bool> selected = {};     // none: when it is the select's value
    bool disabled = false;
    Attributes attributes = {};
};

struct Select {
    std::string name = {};
    std::string id = {}; // empty: as the name
    Label label = {};
    std::optional<Hint> hint = {};
    std::optional<ErrorMessage> error = {};
    std::vector<SelectItem> items = {};
    std::string value = {};
    bool disabled = false;
    std::string described_by = {};
    FormGroup group = {};
    std::string classes = {};
    Attributes attributes = {};
};
Html render(const Select& select);

} // namespace gweld::web::govuk
