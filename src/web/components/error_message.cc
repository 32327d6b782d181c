#include "web/components/error_message.h"

namespace gweld::web::govuk {

Html render(const ErrorMessage& message) {
    Markup out;
    out.raw("<p").attribute_if("id", message.id);
    out.classes({"govuk-error-message", message.classes}).attributes(message.attributes).raw(">");
    if (!message.spoken_before.empty()) {
        out.raw("<span class=\"govuk-visually-hidden\">").text(message.spoken_before);
        out.raw(":</span> ");
    }
    return out.put(message.content).raw("</p>").take();
}

} // namespace gweld::web::govuk
