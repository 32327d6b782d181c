#include "web/components/person.h"

#include "web/components/tone.h"

namespace gweld::web::ours {
namespace {

std::string_view class_of(AlertTone tone) {
    switch (tone) {
    case AlertTone::danger:
        return "app-alerts__danger";
    case AlertTone::warning:
        return "app-alerts__warning";
    case AlertTone::information:
        break;
    }
    return "app-alerts__information";
}

void alerts(Markup& out, const PersonBanner& banner) {
    if (banner.alerts.empty()) {
        return;
    }
    out.raw("<ul class=\"app-alerts\"").attribute("aria-label", banner.alerts_label).raw(">");
    for (const auto& alert : banner.alerts) {
        const bool note = alert.tone == AlertTone::information;
        out.raw("<li").classes({class_of(alert.tone)}).raw(">");
        out.put(note ? information_icon() : danger_icon()).raw("<span>").put(alert.content);
        out.raw("</span></li>");
    }
    out.raw("</ul>");
}

void tabs(Markup& out, const PersonBanner& banner) {
    if (banner.tabs.empty()) {
        return;
    }
    out.raw("<nav class=\"app-tabs\"").attribute("aria-label", banner.tabs_label).raw("><ul>");
    for (const auto& tab : banner.tabs) {
        out.raw("<li><a").attribute("href", tab.href.text());
        out.raw(tab.current ? " aria-current=\"page\">" : ">").text(tab.text).raw("</a></li>");
    }
    out.raw("</ul></nav>");
}

} // namespace

Html render(const PersonBanner& banner) {
    Markup out;
    out.raw("<div class=\"app-person\"><div class=\"govuk-width-container\">"
            "<div class=\"app-person__inner\"><div><h1 class=\"app-person__name\">");
    out.put(banner.name).raw("</h1><ul class=\"app-person__facts\">");
    for (const auto& fact : banner.facts) {
        out.raw("<li>").put(fact).raw("</li>");
    }
    out.raw("</ul></div>");
    alerts(out, banner);
    if (!banner.actions.empty()) {
        out.raw("<div class=\"app-button-row\">");
        for (const auto& action : banner.actions) {
            out.put(action);
        }
        out.raw("</div>");
    }
    out.raw("</div>");
    tabs(out, banner);
    return out.raw("</div></div>").take();
}

Html render(const Voice& voice) {
    Markup out;
    out.raw("<figure class=\"app-voice\"><blockquote").attribute_if("lang", voice.language);
    out.raw(">").text(voice.words).raw("</blockquote>");
    if (!voice.translation.empty()) {
        out.raw("<p>").put(voice.translation).raw("</p>");
    }
    return out.raw("<figcaption>").put(voice.said).raw("</figcaption></figure>").take();
}

} // namespace gweld::web::ours
