#include "web/components/link.h"

#include "web/components/markup.h"

namespace gweld::web::ours {

Html link(const Url& href, std::string_view words, std::string_view spoken_after) {
    Markup out;
    out.raw("<a class=\"govuk-link\"").attribute("href", href.text()).raw(">").text(words);
    if (!spoken_after.empty()) {
        out.raw("<span class=\"govuk-visually-hidden\">: ").text(spoken_after).raw("</span>");
    }
    out.raw("</a>");
    return out.take();
}

} // namespace gweld::web::ours
