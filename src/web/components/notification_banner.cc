#include "web/components/notification_banner.h"

namespace gweld::web::govuk {
namespace {

void opening(Markup& out, const NotificationBanner& banner) {
    const bool success = banner.tone == BannerTone::success;
    const std::string_view usual_role = success ? "alert" : "region";
    const std::string_view tone =
        success ? "govuk-notification-banner--success" : std::string_view{};
    out.raw("<div").classes({"govuk-notification-banner", tone, banner.classes});
    out.attribute("role", banner.role.empty() ? usual_role : banner.role);
    out.attribute("aria-labelledby", banner.title_id);
    out.raw(" data-module=\"govuk-notification-banner\"");
    if (banner.disable_auto_focus) {
        out.attribute("data-disable-auto-focus", *banner.disable_auto_focus ? "true" : "false");
    }
    out.attributes(banner.attributes).raw(">");
}

} // namespace

Html render(const NotificationBanner& banner) {
    Markup out;
    opening(out, banner);
    out.raw("<div class=\"govuk-notification-banner__header\"><h").number(banner.title_level);
    out.raw(" class=\"govuk-notification-banner__title\"").attribute("id", banner.title_id);
    out.raw(">").put(banner.title).raw("</h").number(banner.title_level);
    out.raw("></div><div class=\"govuk-notification-banner__content\">");
    if (!banner.content.empty()) {
        out.put(banner.content);
    } else if (!banner.text.empty()) {
        out.raw("<p class=\"govuk-notification-banner__heading\">").text(banner.text).raw("</p>");
    }
    return out.raw("</div></div>").take();
}

} // namespace gweld::web::govuk
