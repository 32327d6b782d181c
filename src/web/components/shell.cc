#include "web/components/shell.h"

#include "web/components/generic_header.h"
#include "web/components/skip_link.h"

namespace gweld::web::ours {
namespace {

constexpr std::string_view mark =
    "<svg class=\"app-header__mark\" width=\"36\" height=\"36\" viewBox=\"0 0 32 32\" "
    "aria-hidden=\"true\" focusable=\"false\"><path d=\"M3 24c5-10 10-10 13-2 3-11 9-11 13 2z\" "
    "fill=\"#cde0d9\"/><circle cx=\"23\" cy=\"8\" r=\"3\" fill=\"#cde0d9\"/></svg>";

Html logo(const CouncilName& council) {
    Markup out;
    out.raw(mark).raw("<span class=\"app-header__names\"><span lang=\"cy\">").text(council.welsh);
    out.raw("</span> <span lang=\"en\">").text(council.english).raw("</span></span>");
    return out.take();
}

void search_box(Markup& out, const SearchBox& search) {
    out.raw("<form class=\"app-search\" role=\"search\" method=\"get\"");
    out.attribute("action", search.action.text()).attribute("aria-label", search.button);
    out.raw(" autocomplete=\"off\"><label class=\"govuk-visually-hidden\" for=\"find\">");
    out.text(search.label)
        .raw("</label><input class=\"app-search__box\" id=\"find\" name=\"q\" "
             "type=\"search\" spellcheck=\"false\" autocomplete=\"off\"");
    out.attribute_if("placeholder", search.placeholder).attribute_if("value", search.typed);
    out.raw("><button class=\"app-search__button\" type=\"submit\">").text(search.button);
    out.raw("</button></form>");
}

void council_bar(Markup& out, const PageHeader& header) {
    out.raw("<div class=\"govuk-generic-header app-header\">"
            "<div class=\"govuk-generic-header__container govuk-width-container\">"
            "<div class=\"govuk-generic-header__logo\"><a");
    out.attribute("href", header.home.text());
    out.raw(" class=\"govuk-generic-header__homepage-link\">").put(logo(header.council));
    out.raw("</a></div>");
    if (header.search) {
        search_box(out, *header.search);
    }
    out.raw("</div></div>");
}

void signed_in(Markup& out, const SignedIn& person) {
    out.raw("<div class=\"app-user\">");
    if (person.own_page) {
        out.raw("<a class=\"govuk-link app-user__name\"")
            .attribute("href", person.own_page->text());
        out.raw(">").text(person.name).raw("<span class=\"govuk-visually-hidden\">: ");
        out.text(person.own_page_words).raw("</span></a>");
    } else {
        out.raw("<span>").text(person.name).raw("</span>");
    }
    out.raw(" <form method=\"post\"").attribute("action", person.sign_out_action.text());
    out.raw(">").put(person.sign_out_fields);
    out.raw("<button class=\"app-link-button\" type=\"submit\">").text(person.sign_out);
    out.raw("</button></form></div>");
}

Html end_of_bar(const PageHeader& header) {
    Markup out;
    out.raw("<div class=\"app-nav__end\">");
    if (header.person) {
        signed_in(out, *header.person);
    }
    return out.put(render(header.languages)).raw("</div>").take();
}

} // namespace

Html render(const PageHeader& header) {
    Markup out;
    out.raw("<header class=\"app-page-header\">");
    council_bar(out, header);
    out.put(
        render(govuk::ServiceNavigation{.service_name = header.service_name,
                                        .label = header.service_label,
                                        .navigation = header.places,
                                        .menu_button_text = header.navigation_label,
                                        .collapse_on_phone = false,
                                        .slots = {.end = end_of_bar(header), .end_inline = true},
                                        .classes = "app-nav"}));
    return out.raw("</header>").take();
}

Html render(const PageFooter& footer) {
    Markup out;
    out.raw("<footer class=\"app-footer\"><div class=\"govuk-width-container\">");
    if (!footer.links.empty()) {
        out.raw("<nav").attribute("aria-label", footer.label).raw("><ul>");
        for (const auto& link : footer.links) {
            out.raw("<li><a class=\"govuk-link govuk-link--no-visited-state\"");
            out.attribute("href", link.href.text()).raw(">").text(link.text).raw("</a></li>");
        }
        out.raw("</ul></nav>");
    }
    for (const auto& line : footer.lines) {
        out.raw("<p>").put(line).raw("</p>");
    }
    return out.raw("</div></footer>").take();
}

Html render(const Document& document) {
    const PageHead& head = document.head;
    Markup out;
    out.raw("<!DOCTYPE html>\n<html class=\"govuk-template\"").attribute("lang", head.language);
    out.raw("><head><meta charset=\"utf-8\"><title>").text(head.title);
    out.raw("</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1, "
            "viewport-fit=cover\"><meta name=\"theme-color\" content=\"#12322b\">"
            "<meta name=\"referrer\" content=\"same-origin\"><link rel=\"icon\"");
    out.attribute("href", head.icon.text()).raw(" type=\"image/svg+xml\"><link rel=\"stylesheet\"");
    out.attribute("href", head.style.text()).raw(">");
    for (const auto& script : head.scripts) {
        out.raw("<script").attribute("src", script.text()).raw(" defer></script>");
    }
    out.raw("</head><body class=\"govuk-template__body\"><script>").raw(enabling_script());
    out.raw("</script>");
    out.put(
        render(govuk::SkipLink{.content = document.skip, .href = Url::fragment("main-content")}));
    out.put(document.header).raw("<main id=\"main-content\" tabindex=\"-1\">").put(document.main);
    return out.raw("</main>").put(document.footer).raw("</body></html>\n").take();
}

std::string_view enabling_script() {
    return "document.body.className+=' js-enabled govuk-frontend-supported';";
}

std::string_view enabling_script_hash() {
    return "'sha256-d2uoRcuhZR/um134JxCmNahJHpsFAjKbSyvMnwAPz5s='";
}

} // namespace gweld::web::ours
