#include "web/components/select.h"

namespace gweld::web::govuk {
namespace {

bool is_selected(const SelectItem& item, const std::string& value) {
    return item.selected.value_or(!value.empty() && item.value.value_or(item.text) == value);
}

void option(Markup& out, const SelectItem& item, const std::string& value) {
    out.raw("<option");
    if (item.value) {
        out.attribute("value", *item.value);
    }
    out.flag_if("selected", is_selected(item, value)).flag_if("disabled", item.disabled);
    out.attributes(item.attributes).raw(">").text(item.text).raw("</option>");
}

} // namespace

Html render(const Select& select) {
    const std::string& id = select.id.empty() ? select.name : select.id;
    Markup out;
    open(out, select.group, select.error);
    put_label(out, select.label, id);
    const auto described_by =
        put_hint_and_error(out, id, select.described_by, select.hint, select.error);
    out.put(select.group.before).raw("<select");
    out.classes({"govuk-select", select.classes,
                 select.error ? "govuk-select--error" : std::string_view{}});
    out.attribute("id", id).attribute("name", select.name).flag_if("disabled", select.disabled);
    out.attribute_if("aria-describedby", described_by).attributes(select.attributes).raw(">");
    for (const auto& item : select.items) {
        option(out, item, select.value);
    }
    return out.raw("</select>").put(select.group.after).raw("</div>").take();
}

} // namespace gweld::web::govuk
