#include "web/components/input.h"

namespace gweld::web::govuk {
namespace {

void element(Markup& out, const Input& input, const std::string& id,
             const std::string& described_by) {
    out.raw("<input").classes(
        {"govuk-input", input.classes, input.error ? "govuk-input--error" : std::string_view{}});
    out.attribute("id", id).attribute("name", input.name).attribute("type", input.type);
    if (input.spellcheck) {
        out.attribute("spellcheck", *input.spellcheck ? "true" : "false");
    }
    if (input.value) {
        out.attribute("value", *input.value);
    }
    out.flag_if("disabled", input.disabled).attribute_if("aria-describedby", described_by);
    out.attribute_if("autocomplete", input.autocomplete);
    out.attribute_if("autocapitalize", input.autocapitalize);
    out.attribute_if("pattern", input.pattern).attribute_if("inputmode", input.inputmode);
    out.attributes(input.attributes).raw(">");
}

void affix(Markup& out, const Affix& affix, std::string_view kind) {
    if (affix.content.empty()) {
        return;
    }
    out.raw("<div").classes({kind, affix.classes}).raw(" aria-hidden=\"true\"");
    out.attributes(affix.attributes).raw(">").put(affix.content).raw("</div>");
}

bool needs_wrapper(const Input& input) {
    return !input.prefix.content.empty() || !input.suffix.content.empty() ||
           !input.group.before.empty() || !input.group.after.empty();
}

} // namespace

Html render(const Input& input) {
    const std::string& id = input.id.empty() ? input.name : input.id;
    Markup out;
    open(out, input.group, input.error);
    put_label(out, input.label, id);
    const auto described_by =
        put_hint_and_error(out, id, input.described_by, input.hint, input.error);
    if (!needs_wrapper(input)) {
        element(out, input, id, described_by);
        return out.raw("</div>").take();
    }
    out.raw("<div").classes({"govuk-input__wrapper", input.wrapper.classes});
    out.attributes(input.wrapper.attributes).raw(">").put(input.group.before);
    affix(out, input.prefix, "govuk-input__prefix");
    element(out, input, id, described_by);
    affix(out, input.suffix, "govuk-input__suffix");
    return out.put(input.group.after).raw("</div></div>").take();
}

} // namespace gweld::web::govuk
