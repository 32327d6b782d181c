// radios.h - one of a few. GOV.UK Frontend "radios".
#pragma once

#include "web/components/fieldset.h"
#include "web/components/form_group.h"

namespace gweld::web::govuk {

struct Radio {
    Content content = {};
    std::string value = {};
    std::string id = {}; // empty: the first has the group's id, the others -2, -3 ...
    std::optional<Hint> hint = {};
    std::optional<bool> checked = {}; // none: when its value is the group's
    bool disabled = false;
    Html conditional = {};    // shown when chosen; always shown where the script does not run
    std::string divider = {}; // "or": a line of text instead of a choice
    std::string label_classes = {};
    Attributes label_attributes = {};
    Attributes attributes = {};
};

struct Radios {
    std::string name = {};
    std::string id_prefix = {}; // empty: as the name
    std::optional<Fieldset> fieldset = {};
    std::optional<Hint> hint = {};
    std::optional<ErrorMessage> error = {};
    std::vector<Radio> items = {};
    std::string value = {};
    FormGroup group = {};
    std::string classes = {};
    Attributes attributes = {};
};
Html render(const Radios& radios);

} // namespace gweld::web::govuk
