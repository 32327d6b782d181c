// password_input.h - a password that can be shown. GOV.UK Frontend "password input".
#pragma once

#include "web/components/input.h"

namespace gweld::web::govuk {

// What the button says; left empty the script speaks English.
struct PasswordWords {
    std::string show = {};
    std::string hide = {};
    std::string show_label = {};
    std::string hide_label = {};
    std::string shown_announcement = {};
    std::string hidden_announcement = {};
};

struct PasswordInput {
    // Its type, spellcheck and autocapitalize are set here; an empty autocomplete becomes
    // current-password. Its group.after comes after the button.
    Input input = {};
    std::string button_text = {};  // "Show"
    std::string button_label = {}; // "Show password", heard
    std::string button_classes = {};
    PasswordWords words = {};
};
Html render(const PasswordInput& password);

} // namespace gweld::web::govuk
