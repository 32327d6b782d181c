#include "web/components/service_navigation.h"

namespace gweld::web::govuk {
namespace {

void put_here(Markup& out, Here here) {
    if (here != Here::no) {
        out.attribute("aria-current", here == Here::page ? "page" : "true");
    }
}

void inside_item(Markup& out, const NavigationItem& item) {
    if (item.here == Here::no) {
        out.put(item.content);
        return;
    }
    // Bold, for who reads with their own colours.
    out.raw("<strong class=\"govuk-service-navigation__active-fallback\">");
    out.put(item.content).raw("</strong>");
}

void put_item(Markup& out, const NavigationItem& item) {
    out.raw("<li").classes(
        {"govuk-service-navigation__item",
         item.here == Here::no ? std::string_view{} : "govuk-service-navigation__item--active"});
    out.raw(">");
    if (item.href) {
        out.raw("<a class=\"govuk-service-navigation__link\"");
        out.attribute("href", item.href->text());
        put_here(out, item.here);
        out.attributes(item.attributes).raw(">");
        inside_item(out, item);
        out.raw("</a>");
    } else if (!item.content.empty()) {
        out.raw("<span class=\"govuk-service-navigation__text\"");
        put_here(out, item.here);
        out.raw(">");
        inside_item(out, item);
        out.raw("</span>");
    }
    out.raw("</li>");
}

void toggle(Markup& out, const ServiceNavigation& nav) {
    if (!nav.collapse_on_phone.value_or(nav.navigation.size() > 1)) {
        return;
    }
    out.raw("<button type=\"button\" class=\"govuk-service-navigation__toggle "
            "govuk-js-service-navigation-toggle\"");
    out.attribute("aria-controls", nav.navigation_id);
    out.attribute_if("aria-label", nav.menu_button_label == nav.menu_button_text
                                       ? std::string{}
                                       : nav.menu_button_label);
    out.raw(" hidden aria-hidden=\"true\">").text(nav.menu_button_text).raw("</button>");
}

void places(Markup& out, const ServiceNavigation& nav) {
    if (nav.navigation.empty() && nav.slots.navigation_start.empty() &&
        nav.slots.navigation_end.empty()) {
        return;
    }
    out.raw("<nav").attribute("aria-label", nav.navigation_label.empty() ? nav.menu_button_text
                                                                         : nav.navigation_label);
    out.classes({"govuk-service-navigation__wrapper", nav.navigation_classes}).raw(">");
    toggle(out, nav);
    out.raw("<ul class=\"govuk-service-navigation__list\"").attribute("id", nav.navigation_id);
    out.raw(" >").put(nav.slots.navigation_start);
    for (const auto& item : nav.navigation) {
        put_item(out, item);
    }
    out.put(nav.slots.navigation_end).raw("</ul></nav>");
}

void service_name(Markup& out, const ServiceNavigation& nav) {
    if (nav.service_name.empty()) {
        return;
    }
    out.raw("<span class=\"govuk-service-navigation__service-name\">");
    if (nav.service_url) {
        out.raw("<a").attribute("href", nav.service_url->text());
        out.raw(" class=\"govuk-service-navigation__link\">").text(nav.service_name).raw("</a>");
    } else {
        out.raw("<span class=\"govuk-service-navigation__text\">").text(nav.service_name);
        out.raw("</span>");
    }
    out.raw("</span>");
}

} // namespace

Html render(const ServiceNavigation& nav) {
    const bool landmark =
        !nav.service_name.empty() || !nav.slots.start.empty() || !nav.slots.end.empty();
    Markup out;
    if (landmark) {
        out.raw("<section").attribute("aria-label", nav.label);
    } else {
        out.raw("<div");
    }
    out.classes({"govuk-service-navigation", nav.classes});
    out.raw(" data-module=\"govuk-service-navigation\"").attributes(nav.attributes).raw("><div");
    out.classes({"govuk-width-container", nav.slots.end_inline
                                              ? "govuk-service-navigation__inlining-container"
                                              : std::string_view{}});
    out.raw(">").put(nav.slots.start).raw("<div class=\"govuk-service-navigation__container\">");
    service_name(out, nav);
    places(out, nav);
    out.raw("</div>").put(nav.slots.end).raw("</div>");
    return out.raw(landmark ? "</section>" : "</div>").take();
}

} // namespace gweld::web::govuk
