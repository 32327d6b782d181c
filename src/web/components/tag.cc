#include "web/components/tag.h"

namespace gweld::web::govuk {

Html render(const Tag& tag) {
    Markup out;
    out.raw("<strong").classes({"govuk-tag", tag.classes}).attributes(tag.attributes);
    return out.raw(">").put(tag.content).raw("</strong>").take();
}

} // namespace gweld::web::govuk
