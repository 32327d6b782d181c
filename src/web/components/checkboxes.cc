#include "web/components/checkboxes.h"

#include <algorithm>

namespace gweld::web::govuk {
namespace {

bool is_checked(const Checkboxes& boxes, const Checkbox& box) {
    return box.checked.value_or(std::ranges::find(boxes.values, box.value) != boxes.values.end());
}

void input(Markup& out, const Checkboxes& boxes, const Checkbox& box, const std::string& id,
           const std::string& described_by) {
    out.raw("<input class=\"govuk-checkboxes__input\"").attribute("id", id);
    out.attribute("name", box.name.empty() ? boxes.name : box.name);
    out.raw(" type=\"checkbox\"").attribute("value", box.value);
    out.flag_if("checked", is_checked(boxes, box)).flag_if("disabled", box.disabled);
    out.attribute_if("data-aria-controls",
                     box.conditional.empty() ? std::string{} : "conditional-" + id);
    out.attribute_if("data-behaviour", box.behaviour);
    out.attribute_if("aria-describedby", joined(boxes.fieldset ? std::string{} : described_by,
                                                box.hint ? id + "-item-hint" : std::string{}));
    out.attributes(box.attributes).raw(">");
}

void conditional(Markup& out, const Checkboxes& boxes, const Checkbox& box, const std::string& id) {
    if (box.conditional.empty()) {
        return;
    }
    out.raw("<div").classes(
        {"govuk-checkboxes__conditional",
         is_checked(boxes, box) ? std::string_view{} : "govuk-checkboxes__conditional--hidden"});
    out.attribute("id", "conditional-" + id).raw(">").put(box.conditional).raw("</div>");
}

void choice(Markup& out, const Checkboxes& boxes, const Checkbox& box, const std::string& id,
            const std::string& described_by) {
    out.raw("<div class=\"govuk-checkboxes__item\">");
    input(out, boxes, box, id, described_by);
    out.put(render(Label{.content = box.content,
                         .control = id,
                         .classes = joined("govuk-checkboxes__label", box.label_classes),
                         .attributes = box.label_attributes}));
    if (box.hint) {
        Hint hint = *box.hint;
        hint.id = id + "-item-hint";
        hint.classes = joined("govuk-checkboxes__hint", hint.classes);
        out.put(render(hint));
    }
    out.raw("</div>");
    conditional(out, boxes, box, id);
}

std::string id_of(const Checkboxes& boxes, std::size_t place) {
    const Checkbox& box = boxes.items[place];
    if (!box.id.empty()) {
        return box.id;
    }
    const std::string& prefix = boxes.id_prefix.empty() ? boxes.name : boxes.id_prefix;
    return place == 0 ? prefix : prefix + "-" + std::to_string(place + 1);
}

std::string inside(Markup& out, const Checkboxes& boxes) {
    const std::string& prefix = boxes.id_prefix.empty() ? boxes.name : boxes.id_prefix;
    const bool by_fieldset = boxes.fieldset && !boxes.fieldset->described_by.empty();
    auto described_by = put_hint_and_error(
        out, prefix, by_fieldset ? boxes.fieldset->described_by : boxes.described_by, boxes.hint,
        boxes.error);
    out.raw("<div").classes({"govuk-checkboxes", boxes.classes}).attributes(boxes.attributes);
    out.raw(" data-module=\"govuk-checkboxes\">").put(boxes.group.before);
    for (std::size_t place = 0; place < boxes.items.size(); ++place) {
        const Checkbox& box = boxes.items[place];
        if (box.divider.empty()) {
            choice(out, boxes, box, id_of(boxes, place), described_by);
        } else {
            out.raw("<div class=\"govuk-checkboxes__divider\">").text(box.divider).raw("</div>");
        }
    }
    out.put(boxes.group.after).raw("</div>");
    return described_by;
}

} // namespace

Html render(const Checkboxes& checkboxes) {
    Markup out;
    open(out, checkboxes.group, checkboxes.error);
    if (!checkboxes.fieldset) {
        inside(out, checkboxes);
        return out.raw("</div>").take();
    }
    Markup content;
    Fieldset fieldset = *checkboxes.fieldset;
    fieldset.described_by = inside(content, checkboxes);
    fieldset.content = content.take();
    return out.put(render(fieldset)).raw("</div>").take();
}

} // namespace gweld::web::govuk
