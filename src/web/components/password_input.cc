#include "web/components/password_input.h"

#include "web/components/button.h"

namespace gweld::web::govuk {
namespace {

Attributes group_attributes(const PasswordInput& password) {
    Attributes attributes{{"data-module", "govuk-password-input"}};
    const auto tell = [&](const char* key, const std::string& sentence) {
        if (!sentence.empty()) {
            attributes.push_back({std::string{"data-i18n."} + key, sentence});
        }
    };
    const PasswordWords& words = password.words;
    tell("show-password", words.show);
    tell("hide-password", words.hide);
    tell("show-password-aria-label", words.show_label);
    tell("hide-password-aria-label", words.hide_label);
    tell("password-shown-announcement", words.shown_announcement);
    tell("password-hidden-announcement", words.hidden_announcement);
    const auto& more = password.input.group.attributes;
    attributes.insert(attributes.end(), more.begin(), more.end());
    return attributes;
}

} // namespace

Html render(const PasswordInput& password) {
    Input input = password.input;
    input.id = input.id.empty() ? input.name : input.id;
    const Button button{.content = password.button_text,
                        .type = "button",
                        .classes = joined("govuk-button--secondary govuk-password-input__toggle "
                                          "govuk-js-password-input-toggle",
                                          password.button_classes),
                        .attributes = {{"aria-controls", input.id},
                                       {"aria-label", password.button_label},
                                       {"hidden"}}};
    Markup after;
    after.put(render(button)).put(input.group.after);
    input.group.after = after.take();
    input.group.classes = joined("govuk-password-input", input.group.classes);
    input.group.attributes = group_attributes(password);
    input.wrapper.classes = "govuk-password-input__wrapper";
    input.classes =
        joined("govuk-password-input__input govuk-js-password-input-input", input.classes);
    input.type = "password";
    input.spellcheck = false;
    input.autocapitalize = "none";
    input.autocomplete = input.autocomplete.empty() ? "current-password" : input.autocomplete;
    return render(input);
}

} // namespace gweld::web::govuk
