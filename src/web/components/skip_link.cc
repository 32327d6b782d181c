#include "web/components/skip_link.h"

namespace gweld::web::govuk {

Html render(const SkipLink& link) {
    Markup out;
    out.raw("<a").attribute("href", link.href.text());
    out.classes({"govuk-skip-link", link.classes}).attributes(link.attributes);
    out.raw(" data-module=\"govuk-skip-link\">");
    return out.put(link.content).raw("</a>").take();
}

} // namespace gweld::web::govuk
