// textarea.h - several lines of typed text. GOV.UK Frontend "textarea".
#pragma once

#include "web/components/form_group.h"

namespace gweld::web::govuk {

struct Textarea {
    std::string name = {};
    std::string id = {}; // empty: as the name
    Label label = {};
    std::optional<Hint> hint = {};
    std::optional<ErrorMessage> error = {};
    std::string value = {};
    int rows = 5;
    std::string autocomplete = {};
    std::optional<bool> spellcheck = {};
    bool disabled = false;
    std::string described_by = {};
    FormGroup group = {};
    std::string classes = {};
    Attributes attributes = {};
};
Html render(const Textarea& textarea);

} // namespace gweld::web::govuk
