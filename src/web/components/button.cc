#include "web/components/button.h"

namespace gweld::web::govuk {
namespace {

constexpr std::string_view start_icon =
    "<svg class=\"govuk-button__start-icon\" xmlns=\"http://www.w3.org/2000/svg\" width=\"17.5\" "
    "height=\"19\" viewBox=\"0 0 33 40\" aria-hidden=\"true\" focusable=\"false\"><path "
    "fill=\"currentColor\" d=\"M0 0h13l20 20-20 20H0l20-20z\"/></svg>";

void common_attributes(Markup& out, const Button& button) {
    out.classes({"govuk-button", button.classes,
                 button.start ? "govuk-button--start" : std::string_view{}});
    out.raw(" data-module=\"govuk-button\"").attributes(button.attributes);
    out.attribute_if("id", button.id).raw(">");
}

void inside(Markup& out, const Button& button) {
    const bool has_markup = button.content.markup().find('<') != std::string::npos;
    // A start button is a flex box, which would swallow the spaces between its elements.
    if (button.start && has_markup) {
        out.raw("<span>").put(button.content).raw("</span>");
    } else {
        out.put(button.content);
    }
    if (button.start) {
        out.raw(start_icon);
    }
}

} // namespace

Html render(const Button& button) {
    Markup out;
    if (button.href) {
        out.raw("<a").attribute("href", button.href->text());
        out.raw(" role=\"button\" draggable=\"false\"");
        common_attributes(out, button);
        inside(out, button);
        return out.raw("</a>").take();
    }
    out.raw("<button").attribute("type", button.type).attribute_if("value", button.value);
    out.attribute_if("name", button.name);
    out.raw(button.disabled ? " disabled aria-disabled=\"true\"" : "");
    if (button.prevent_double_click) {
        out.attribute("data-prevent-double-click", *button.prevent_double_click ? "true" : "false");
    }
    common_attributes(out, button);
    inside(out, button);
    return out.raw("</button>").take();
}

} // namespace gweld::web::govuk
