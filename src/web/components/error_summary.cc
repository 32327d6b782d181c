#include "web/components/error_summary.h"

namespace gweld::web::govuk {
namespace {

void error_list(Markup& out, const std::vector<ErrorLink>& errors) {
    if (errors.empty()) {
        return;
    }
    out.raw("<ul class=\"govuk-list govuk-error-summary__list\">");
    for (const auto& error : errors) {
        out.raw("<li>");
        if (error.href) {
            out.raw("<a").attribute("href", error.href->text()).attributes(error.attributes);
            out.raw(">").put(error.content).raw("</a>");
        } else {
            out.put(error.content);
        }
        out.raw("</li>");
    }
    out.raw("</ul>");
}

} // namespace

Html render(const ErrorSummary& summary) {
    Markup out;
    out.raw("<div").classes({"govuk-error-summary", summary.classes});
    if (summary.disable_auto_focus) {
        out.attribute("data-disable-auto-focus", *summary.disable_auto_focus ? "true" : "false");
    }
    out.attributes(summary.attributes);
    // role=alert sits on a child: on the box that takes the focus some readers lose the words.
    out.raw(" data-module=\"govuk-error-summary\"><div role=\"alert\">"
            "<h2 class=\"govuk-error-summary__title\">");
    out.put(summary.title).raw("</h2><div class=\"govuk-error-summary__body\">");
    if (!summary.description.empty()) {
        out.raw("<p>").put(summary.description).raw("</p>");
    }
    error_list(out, summary.errors);
    return out.raw("</div></div></div>").take();
}

} // namespace gweld::web::govuk
