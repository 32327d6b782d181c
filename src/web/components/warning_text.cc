#include "web/components/warning_text.h"

namespace gweld::web::govuk {

Html render(const WarningText& warning) {
    Markup out;
    out.raw("<div").classes({"govuk-warning-text", warning.classes});
    out.attributes(warning.attributes);
    out.raw("><span class=\"govuk-warning-text__icon\" aria-hidden=\"true\">!</span> "
            "<strong class=\"govuk-warning-text__text\"><span class=\"govuk-visually-hidden\">");
    out.text(warning.spoken_before).raw("</span> ").put(warning.content);
    return out.raw("</strong></div>").take();
}

} // namespace gweld::web::govuk
