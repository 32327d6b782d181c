#include "web/components/furniture.h"

#include "web/components/tone.h"

namespace gweld::web::ours {
namespace {

// A line visit.js copies and fills in.
void pattern(Markup& out, std::string_view which, Tone tone) {
    out.raw("<template").attribute("data-line", which).raw("><li");
    out.classes({"app-status", "app-status--" + std::string{name_of(tone)}}).raw(">");
    out.put(icon(tone)).raw("<span data-words></span></li></template>");
}

void put_words(Attributes& attributes, const std::string& condition, const ConditionWords& words) {
    if (!words.met.empty() && !words.not_met.empty()) {
        attributes.push_back({"data-" + condition + "-yes", words.met});
        attributes.push_back({"data-" + condition + "-no", words.not_met});
    }
}

} // namespace

Html render(const ReadFirst& read_first) {
    Markup out;
    out.raw("<section class=\"app-read-first\"").attribute("aria-labelledby", read_first.id);
    out.raw("><h2 class=\"app-read-first__head\"").attribute("id", read_first.id).raw(">");
    out.text(read_first.heading).raw("</h2><div class=\"app-read-first__body\"><div><p>");
    out.put(read_first.title).raw("</p>");
    if (!read_first.note.empty()) {
        out.raw("<p>").put(read_first.note).raw("</p>");
    }
    return out.raw("</div>").put(read_first.action).raw("</div></section>").take();
}

Html render(const Panel& panel) {
    Markup out;
    out.raw("<section class=\"app-panel\"").attribute("aria-labelledby", panel.id).raw("><h");
    out.number(panel.level).raw(" class=\"app-h3\"").attribute("id", panel.id).raw(">");
    out.put(panel.heading).raw("</h").number(panel.level).raw(">").put(panel.content);
    return out.raw("</section>").take();
}

Html render(const Filters& filters) {
    Markup out;
    out.raw("<nav class=\"app-filters\"").attribute("aria-label", filters.label);
    out.raw("><span aria-hidden=\"true\">").text(filters.label).raw("</span><ul>");
    for (const auto& link : filters.links) {
        out.raw("<li><a").attribute("href", link.href.text());
        out.raw(link.current ? " aria-current=\"true\">" : ">").put(link.text).raw("</a></li>");
    }
    return out.raw("</ul></nav>").take();
}

Html render(const Counts& counts) {
    Markup out;
    out.raw("<section class=\"app-counts\" data-counts hidden aria-labelledby=\"counts\">"
            "<h2 class=\"app-h3\" id=\"counts\">");
    out.text(counts.heading).raw("</h2><ul aria-live=\"polite\"></ul><p data-counts-empty>");
    out.text(counts.empty).raw("</p>");
    pattern(out, "yes", Tone::ok);
    pattern(out, "no", Tone::waiting);
    return out.raw("</section>").take();
}

Attributes visit_child(const VisitChild& child) {
    Attributes attributes{{"data-visit-child"}, {"data-name", child.name}};
    put_words(attributes, "alone", child.alone);
    put_words(attributes, "home", child.home);
    put_words(attributes, "bedroom", child.bedroom);
    return attributes;
}

Attributes answers(std::string_view question) { return {{"data-answer", std::string{question}}}; }

Html render(const SaveBar& bar) {
    Markup out;
    out.raw("<div class=\"app-sticky\">").put(bar.button);
    if (!bar.note.empty()) {
        out.raw("<p>").put(bar.note).raw("</p>");
    }
    return out.raw("</div>").take();
}

} // namespace gweld::web::ours
