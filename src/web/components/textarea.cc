#include "web/components/textarea.h"

namespace gweld::web::govuk {

Html render(const Textarea& textarea) {
    const std::string& id = textarea.id.empty() ? textarea.name : textarea.id;
    Markup out;
    open(out, textarea.group, textarea.error);
    put_label(out, textarea.label, id);
    const auto described_by =
        put_hint_and_error(out, id, textarea.described_by, textarea.hint, textarea.error);
    out.put(textarea.group.before).raw("<textarea");
    out.classes({"govuk-textarea", textarea.error ? "govuk-textarea--error" : std::string_view{},
                 textarea.classes});
    out.attribute("id", id).attribute("name", textarea.name);
    out.raw(" rows=\"").number(textarea.rows).raw("\"");
    if (textarea.spellcheck) {
        out.attribute("spellcheck", *textarea.spellcheck ? "true" : "false");
    }
    out.flag_if("disabled", textarea.disabled).attribute_if("aria-describedby", described_by);
    out.attribute_if("autocomplete", textarea.autocomplete).attributes(textarea.attributes);
    // A browser drops one line break after the tag; give it one to drop, or a text that begins
    // with an empty line would lose it.
    out.raw(textarea.value.starts_with('\n') ? ">\n" : ">").text(textarea.value);
    return out.raw("</textarea>").put(textarea.group.after).raw("</div>").take();
}

} // namespace gweld::web::govuk
