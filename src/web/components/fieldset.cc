#include "web/components/fieldset.h"

namespace gweld::web::govuk {

Html render(const Fieldset& fieldset) {
    const Legend& legend = fieldset.legend;
    Markup out;
    out.raw("<fieldset").classes({"govuk-fieldset", fieldset.classes});
    out.attribute_if("role", fieldset.role).attribute_if("aria-describedby", fieldset.described_by);
    out.attributes(fieldset.attributes).raw(">");
    if (!legend.content.empty()) {
        out.raw("<legend").classes({"govuk-fieldset__legend", legend.classes}).raw(">");
        out.raw(legend.page_heading ? "<h1 class=\"govuk-fieldset__heading\">" : "");
        out.put(legend.content).raw(legend.page_heading ? "</h1></legend>" : "</legend>");
    }
    return out.put(fieldset.content).raw("</fieldset>").take();
}

} // namespace gweld::web::govuk
