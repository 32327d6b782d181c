#include "web/components/radios.h"

namespace gweld::web::govuk {
namespace {

bool is_checked(const Radio& radio, const std::string& value) {
    return radio.checked.value_or(!value.empty() && radio.value == value);
}

void input(Markup& out, const Radios& radios, const Radio& radio, const std::string& id) {
    out.raw("<input class=\"govuk-radios__input\"").attribute("id", id);
    out.attribute("name", radios.name).raw(" type=\"radio\"").attribute("value", radio.value);
    out.flag_if("checked", is_checked(radio, radios.value)).flag_if("disabled", radio.disabled);
    out.attribute_if("data-aria-controls",
                     radio.conditional.empty() ? std::string{} : "conditional-" + id);
    out.attribute_if("aria-describedby", radio.hint ? id + "-item-hint" : std::string{});
    out.attributes(radio.attributes).raw(">");
}

void conditional(Markup& out, const Radio& radio, const std::string& id, bool checked) {
    if (radio.conditional.empty()) {
        return;
    }
    out.raw("<div").classes({"govuk-radios__conditional",
                             checked ? std::string_view{} : "govuk-radios__conditional--hidden"});
    out.attribute("id", "conditional-" + id).raw(">").put(radio.conditional).raw("</div>");
}

void choice(Markup& out, const Radios& radios, const Radio& radio, const std::string& id) {
    out.raw("<div class=\"govuk-radios__item\">");
    input(out, radios, radio, id);
    out.put(render(Label{.content = radio.content,
                         .control = id,
                         .classes = joined("govuk-radios__label", radio.label_classes),
                         .attributes = radio.label_attributes}));
    if (radio.hint) {
        Hint hint = *radio.hint;
        hint.id = id + "-item-hint";
        hint.classes = joined("govuk-radios__hint", hint.classes);
        out.put(render(hint));
    }
    out.raw("</div>");
    conditional(out, radio, id, is_checked(radio, radios.value));
}

std::string id_of(const Radios& radios, std::size_t place) {
    const Radio& radio = radios.items[place];
    if (!radio.id.empty()) {
        return radio.id;
    }
    const std::string& prefix = radios.id_prefix.empty() ? radios.name : radios.id_prefix;
    return place == 0 ? prefix : prefix + "-" + std::to_string(place + 1);
}

std::string inside(Markup& out, const Radios& radios) {
    const std::string& prefix = radios.id_prefix.empty() ? radios.name : radios.id_prefix;
    auto described_by = put_hint_and_error(
        out, prefix, radios.fieldset ? radios.fieldset->described_by : std::string{}, radios.hint,
        radios.error);
    out.raw("<div").classes({"govuk-radios", radios.classes}).attributes(radios.attributes);
    out.raw(" data-module=\"govuk-radios\">").put(radios.group.before);
    for (std::size_t place = 0; place < radios.items.size(); ++place) {
        const Radio& radio = radios.items[place];
        if (radio.divider.empty()) {
            choice(out, radios, radio, id_of(radios, place));
        } else {
            out.raw("<div class=\"govuk-radios__divider\">").text(radio.divider).raw("</div>");
        }
    }
    out.put(radios.group.after).raw("</div>");
    return described_by;
}

} // namespace

Html render(const Radios& radios) {
    Markup out;
    open(out, radios.group, radios.error);
    if (!radios.fieldset) {
        inside(out, radios);
        return out.raw("</div>").take();
    }
    Markup content;
    Fieldset fieldset = *radios.fieldset;
    fieldset.described_by = inside(content, radios);
    fieldset.content = content.take();
    return out.put(render(fieldset)).raw("</div>").take();
}

} // namespace gweld::web::govuk
