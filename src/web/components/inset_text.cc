#include "web/components/inset_text.h"

namespace gweld::web::govuk {

Html render(const InsetText& inset) {
    Markup out;
    out.raw("<div").attribute_if("id", inset.id).classes({"govuk-inset-text", inset.classes});
    return out.attributes(inset.attributes).raw(">").put(inset.content).raw("</div>").take();
}

} // namespace gweld::web::govuk
