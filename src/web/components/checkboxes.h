// checkboxes.h - any of a few. GOV.UK Frontend "checkboxes".
#pragma once

#include "web/components/fieldset.h"
#include "web/components/form_group.h"

namespace gweld::web::govuk {

struct Checkbox {
    Content content = {};
    std::string value = {};
    std::string name = {}; // empty: as the group's
    std::string id = {};   // empty: the first has the group's id, the others -2, -3 ...
    std::optional<Hint> hint = {};
    std::optional<bool> checked = {}; // none: when its value is among the group's
    bool disabled = false;
    std::string behaviour = {}; // "exclusive": ticking it clears the others
    Html conditional = {};      // shown when ticked; always shown where the script does not run
    std::string divider = {};   // "or": a line of text instead of a choice
    std::string label_classes = {};
    Attributes label_attributes = {};
    Attributes attributes = {};
};

struct Checkboxes {
    std::string name = {};
    std::string id_prefix = {}; // empty: as the name
    std::optional<Fieldset> fieldset = {};
    std::optional<Hint> hint = {};
    std::optional<ErrorMessage> error = {};
    std::vector<Checkbox> items = {};
    std::vector<std::string> values = {};
    std::string described_by = {}; // used where there is no fieldset
    FormGroup group = {};
    std::string classes = {};
    Attributes attributes = {};
};
Html render(const Checkboxes& checkboxes);

} // namespace gweld::web::govuk
