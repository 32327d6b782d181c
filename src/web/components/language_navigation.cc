#include "web/components/language_navigation.h"

namespace gweld::web::govuk {
namespace {

void current_language(Markup& out, const LanguageLink& item) {
    out.raw("<span").classes({"govuk-language-navigation__text", item.classes});
    out.raw(" aria-current=\"true\"").attribute_if("lang", item.lang).attribute_if("dir", item.dir);
    out.attributes(item.attributes).raw(">").put(item.content).raw("</span>");
}

void other_language(Markup& out, const LanguageLink& item) {
    out.raw("<a").classes({"govuk-language-navigation__link", item.classes});
    out.attribute("href", item.href->text()).raw(" rel=\"alternate\"");
    out.attribute_if("lang", item.lang);
    out.attribute_if("hreflang", item.href_lang.empty() ? item.lang : item.href_lang);
    out.attribute_if("dir", item.dir).attributes(item.attributes).raw(">").put(item.content);
    if (!item.spoken_after.empty()) {
        out.raw("<span class=\"govuk-visually-hidden\"> ").text(item.spoken_after).raw("</span>");
    }
    out.raw("</a>");
}

} // namespace

Html render(const LanguageNavigation& navigation) {
    Markup out;
    out.raw("<nav").classes({"govuk-language-navigation", navigation.classes});
    out.attributes(navigation.attributes).attribute("aria-label", navigation.label);
    out.raw("><ul class=\"govuk-language-navigation__list\">");
    for (const auto& item : navigation.items) {
        out.raw("<li class=\"govuk-language-navigation__list-item\">");
        if (item.current || !item.href) {
            current_language(out, item);
        } else {
            other_language(out, item);
        }
        out.raw("</li>");
    }
    return out.raw("</ul></nav>").take();
}

} // namespace gweld::web::govuk
