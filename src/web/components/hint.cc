#include "web/components/hint.h"

namespace gweld::web::govuk {

Html render(const Hint& hint) {
    Markup out;
    out.raw("<div").attribute_if("id", hint.id).classes({"govuk-hint", hint.classes});
    return out.attributes(hint.attributes).raw(">").put(hint.content).raw("</div>").take();
}

} // namespace gweld::web::govuk
