#include "web/components/clocks.h"

#include "web/draw/bar.h"

namespace gweld::web::ours {
namespace {

void put_event(Markup& out, const Timeline& timeline, const Event& event) {
    out.raw("<li").raw(event.significant ? " class=\"app-timeline__key\">" : ">");
    out.raw("<div class=\"app-timeline__head\"><h").number(timeline.level);
    out.raw(" class=\"app-timeline__title\">").put(event.title);
    if (event.significant && !timeline.significant.empty()) {
        out.raw("<span class=\"govuk-visually-hidden\"> ").text(timeline.significant);
        out.raw("</span>");
    }
    out.raw("</h").number(timeline.level).raw("> <span class=\"app-timeline__by\">");
    out.put(event.by).raw("</span></div><p class=\"app-timeline__when\"><time");
    out.attribute_if("datetime", event.at).raw(">").put(event.when).raw("</time></p>");
    if (!event.content.empty()) {
        out.raw("<div class=\"app-timeline__text\">").put(event.content).raw("</div>");
    }
    out.raw("</li>");
}

} // namespace

Html render(const std::vector<Clock>& clocks) {
    Markup out;
    out.raw("<ul class=\"app-clocks\">");
    for (const auto& clock : clocks) {
        out.raw("<li><div class=\"app-clocks__top\"><span>").put(clock.name).raw("</span> <span");
        out.classes({"app-clocks__" + std::string{name_of(clock.tone)}}).raw(">");
        out.put(clock.left).raw("</span></div>");
        if (clock.share) {
            out.put(draw::bar(*clock.share, clock.tone));
        }
        out.raw("<span class=\"app-clocks__rule\">").put(clock.rule).raw("</span></li>");
    }
    return out.raw("</ul>").take();
}

Html render(const Timeline& timeline) {
    Markup out;
    out.raw("<ol class=\"app-timeline\">");
    for (const auto& event : timeline.events) {
        put_event(out, timeline, event);
    }
    return out.raw("</ol>").take();
}

} // namespace gweld::web::ours
