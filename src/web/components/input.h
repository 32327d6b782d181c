// input.h - one line of typed text. GOV.UK Frontend "text input".
#pragma once

#include "web/components/form_group.h"

namespace gweld::web::govuk {

struct Affix {
    Content content = {};
    std::string classes = {};
    Attributes attributes = {};
};

struct InputWrapper {
    std::string classes = {};
    Attributes attributes = {};
};

struct Input {
    std::string name = {};
    std::string id = {}; // empty: as the name
    Label label = {};
    std::optional<Hint> hint = {};
    std::optional<ErrorMessage> error = {};
    std::optional<std::string> value = {};
    std::string type = "text";
    std::string inputmode = {};
    std::string autocomplete = {};
    std::string autocapitalize = {};
    std::string pattern = {};
    std::optional<bool> spellcheck = {};
    bool disabled = false;
    std::string described_by = {};
    Affix prefix = {};
    Affix suffix = {};
    InputWrapper wrapper = {};
    FormGroup group = {};
    std::string classes = {};
    Attributes attributes = {};
};
Html render(const Input& input);

} // namespace gweld::web::govuk
