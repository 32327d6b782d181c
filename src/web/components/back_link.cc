#include "web/components/back_link.h"

namespace gweld::web::govuk {

Html render(const BackLink& link) {
    Markup out;
    out.raw("<a").attribute("href", link.href.text());
    out.classes({"govuk-back-link", link.classes}).attributes(link.attributes);
    return out.raw(">").put(link.content).raw("</a>").take();
}

} // namespace gweld::web::govuk
