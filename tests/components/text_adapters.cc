#include "adapters.h"

#include "web/components/govuk.h"

namespace gweld::test {
namespace {

using namespace web;
using namespace web::govuk;

Html back_link(const Json& o) {
    return render(BackLink{.content = content(o, "html", "text", "Back"),
                           .href = url(o, "href"),
                           .classes = text(o, "classes"),
                           .attributes = attributes(o)});
}

Html button(const Json& o) {
    return render(Button{.content = content(o),
                         .href = maybe_url(o, "href"),
                         .type = text(o, "type", "submit"),
                         .name = text(o, "name"),
                         .value = text(o, "value"),
                         .id = text(o, "id"),
                         .classes = text(o, "classes"),
                         .disabled = truthy(o, "disabled"),
                         .start = truthy(o, "isStartButton"),
                         .prevent_double_click = maybe_bool(o, "preventDoubleClick"),
                         .attributes = attributes(o)});
}

Html details(const Json& o) {
    return render(Details{.summary = content(o, "summaryHtml", "summaryText"),
                          .content = content(o),
                          .id = text(o, "id"),
                          .classes = text(o, "classes"),
                          .open = truthy(o, "open"),
                          .attributes = attributes(o)});
}

Html inset_text(const Json& o) {
    return render(InsetText{.content = content(o),
                            .id = text(o, "id"),
                            .classes = text(o, "classes"),
                            .attributes = attributes(o)});
}

Html skip_link(const Json& o) {
    return render(SkipLink{.content = content(o),
                           .href = url(o, "href", "#content"),
                           .classes = text(o, "classes"),
                           .attributes = attributes(o)});
}

Html tag(const Json& o) {
    return render(
        Tag{.content = content(o), .classes = text(o, "classes"), .attributes = attributes(o)});
}

Html warning_text(const Json& o) {
    return render(WarningText{.content = content(o),
                              .spoken_before = text(o, "iconFallbackText", "Warning"),
                              .classes = text(o, "classes"),
                              .attributes = attributes(o)});
}

Html error_summary(const Json& o) {
    ErrorSummary summary{.title = content(o, "titleHtml", "titleText"),
                         .description = content(o, "descriptionHtml", "descriptionText"),
                         .disable_auto_focus = maybe_bool(o, "disableAutoFocus"),
                         .classes = text(o, "classes"),
                         .attributes = attributes(o)};
    if (const auto* list = member(o, "errorList").if_array()) {
        for (const auto& item : *list) {
            summary.errors.push_back({.content = content(item),
                                      .href = maybe_url(item, "href"),
                                      .attributes = attributes(item)});
        }
    }
    return render(summary);
}

Html notification_banner(const Json& o) {
    const bool success = text(o, "type") == "success";
    return render(NotificationBanner{
        .title = content(o, "titleHtml", "titleText", success ? "Success" : "Important"),
        .text = text(o, "text"),
        .content = html(o, "html"),
        .tone = success ? BannerTone::success : BannerTone::important,
        .role = text(o, "role"),
        .title_id = text(o, "titleId", "govuk-notification-banner-title"),
        .title_level = maybe_int(o, "titleHeadingLevel").value_or(2),
        .disable_auto_focus = maybe_bool(o, "disableAutoFocus"),
        .classes = text(o, "classes"),
        .attributes = attributes(o)});
}

} // namespace

std::map<std::string, Adapter> text_adapters() {
    return {{"back-link", back_link},
            {"button", button},
            {"details", details},
            {"error-message", [](const Json& o) { return render(error_message(o)); }},
            {"error-summary", error_summary},
            {"fieldset", [](const Json& o) { return render(fieldset(o)); }},
            {"hint", [](const Json& o) { return render(hint(o)); }},
            {"inset-text", inset_text},
            {"label", [](const Json& o) { return render(label(o)); }},
            {"notification-banner", notification_banner},
            {"skip-link", skip_link},
            {"tag", tag},
            {"warning-text", warning_text}};
}

} // namespace gweld::test
