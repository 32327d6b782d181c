#include "web/components/details.h"

namespace gweld::web::govuk {

Html render(const Details& details) {
    Markup out;
    out.raw("<details").attribute_if("id", details.id);
    out.classes({"govuk-details", details.classes}).attributes(details.attributes);
    out.flag_if("open", details.open);
    out.raw("><summary class=\"govuk-details__summary\">"
            "<span class=\"govuk-details__summary-text\">");
    out.put(details.summary);
    out.raw("</span></summary><div class=\"govuk-details__text\">").put(details.content);
    return out.raw("</div></details>").take();
}

} // namespace gweld::web::govuk
