#include "web/components/pagination.h"

#include <cstdint>

namespace gweld::web::govuk {
namespace {

constexpr std::string_view arrow_previous =
    "<svg class=\"govuk-pagination__icon govuk-pagination__icon--prev\" "
    "xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\" aria-hidden=\"true\" "
    "focusable=\"false\" viewBox=\"0 0 15 13\"><path d=\"m6.5938-0.0078125-6.7266 6.7266 6.7441 "
    "6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z\"></path></svg>";
constexpr std::string_view arrow_next =
    "<svg class=\"govuk-pagination__icon govuk-pagination__icon--next\" "
    "xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\" aria-hidden=\"true\" "
    "focusable=\"false\" viewBox=\"0 0 15 13\"><path d=\"m8.107-0.0078125-1.4136 1.414 4.2926 "
    "4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 "
    "6.7441-6.4062-6.7246-6.7266z\"></path></svg>";

enum class Shape : std::uint8_t { line, block };
enum class Turn : std::uint8_t { previous, next };

void turn_link(Markup& out, const PageTurn& link, Turn turn, Shape shape) {
    const bool back = turn == Turn::previous;
    const bool block = shape == Shape::block;
    const std::string_view direction = back ? "prev" : "next";
    out.raw("<div class=\"govuk-pagination__").raw(direction);
    out.raw("\"><a class=\"govuk-link govuk-pagination__link\"");
    out.attribute("href", link.href.text()).attribute("rel", direction);
    out.attributes(link.attributes).raw(">");
    if (block || back) {
        out.raw(back ? arrow_previous : arrow_next).raw(" ");
    }
    out.raw("<span").classes(
        {"govuk-pagination__link-title", block && link.label_text.empty()
                                             ? "govuk-pagination__link-title--decorated"
                                             : std::string_view{}});
    out.raw(">").put(link.content).raw("</span>");
    if (block && !link.label_text.empty()) {
        out.raw(" <span class=\"govuk-visually-hidden\">:</span> "
                "<span class=\"govuk-pagination__link-label\">");
        out.text(link.label_text).raw("</span>");
    }
    out.raw(!block && !back ? " " : "").raw(!block && !back ? arrow_next : "");
    out.raw("</a></div>");
}

void page_link(Markup& out, const PageLink& item) {
    out.raw("<li").classes(
        {"govuk-pagination__item",
         item.current ? "govuk-pagination__item--current" : std::string_view{},
         item.ellipsis ? "govuk-pagination__item--ellipsis" : std::string_view{}});
    if (item.ellipsis) {
        out.raw(">&ctdot;</li>");
        return;
    }
    out.raw("><a class=\"govuk-link govuk-pagination__link\"");
    out.attribute("href", item.href.text()).attribute("aria-label", item.label);
    out.raw(item.current ? " aria-current=\"page\"" : "").attributes(item.attributes);
    out.raw(">").text(item.number).raw("</a></li>");
}

} // namespace

Html render(const Pagination& pagination) {
    const bool turns = pagination.next || pagination.previous;
    const auto shape = pagination.items.empty() && turns ? Shape::block : Shape::line;
    Markup out;
    out.raw("<nav").classes({"govuk-pagination",
                             shape == Shape::block ? "govuk-pagination--block" : std::string_view{},
                             pagination.classes});
    out.attribute("aria-label", pagination.landmark_label).attributes(pagination.attributes);
    out.raw(">");
    if (pagination.previous) {
        turn_link(out, *pagination.previous, Turn::previous, shape);
    }
    if (!pagination.items.empty()) {
        out.raw("<ul class=\"govuk-pagination__list\">");
        for (const auto& item : pagination.items) {
            page_link(out, item);
        }
        out.raw("</ul>");
    }
    if (pagination.next) {
        turn_link(out, *pagination.next, Turn::next, shape);
    }
    return out.raw("</nav>").take();
}

} // namespace gweld::web::govuk
