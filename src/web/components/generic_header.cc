#include "web/components/generic_header.h"

namespace gweld::web::govuk {

Html render(const GenericHeader& header) {
    Markup out;
    out.raw("<div").classes({"govuk-generic-header", header.classes});
    out.attributes(header.attributes).raw("><div");
    out.classes({"govuk-generic-header__container", header.container_classes});
    out.raw("><div class=\"govuk-generic-header__logo\"><a").attribute("href", header.url.text());
    out.raw(" class=\"govuk-generic-header__homepage-link\">").put(header.logo);
    return out.raw("</a></div></div></div>").take();
}

} // namespace gweld::web::govuk
