#include "web/components/label.h"

namespace gweld::web::govuk {

Html render(const Label& label) {
    if (label.content.empty()) {
        return {};
    }
    Markup out;
    out.raw(label.page_heading ? "<h1 class=\"govuk-label-wrapper\">" : "");
    out.raw("<label").classes({"govuk-label", label.classes}).attributes(label.attributes);
    out.attribute_if("for", label.control).raw(">").put(label.content).raw("</label>");
    return out.raw(label.page_heading ? "</h1>" : "").take();
}

} // namespace gweld::web::govuk
