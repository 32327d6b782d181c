// notification_banner.h - what just happened, or what matters on every page. GOV.UK Frontend
// "notification banner".
#pragma once

#include "web/components/markup.h"

#include <cstdint>

namespace gweld::web::govuk {

enum class BannerTone : std::uint8_t { important, success };

struct NotificationBanner {
    Content title = {};
    // Text becomes a heading line; markup is shown as it is.
    std::string text = {};
    Html content = {};
    BannerTone tone = BannerTone::important;
    std::string role = {}; // empty: alert for success, region otherwise
    std::string title_id = "govuk-notification-banner-title";
    int title_level = 2;
    std::optional<bool> disable_auto_focus = {};
    std::string classes = {};
    Attributes attributes = {};
};
Html render(const NotificationBanner& banner);

} // namespace gweld::web::govuk
