#include "gallery.h"

namespace gweld::gallery {
namespace {

using namespace web::govuk;

Legend question(std::string_view words) {
    return {.content = words, .classes = "govuk-fieldset__legend--s"};
}

Radios tiles(const std::string& name, std::string_view words, std::vector<Radio> items,
             Attributes attributes, bool wrong) {
    Radios radios{.name = name,
                  .fieldset = Fieldset{.legend = question(words)},
                  .items = std::move(items),
                  .classes = "app-tiles",
                  .attributes = std::move(attributes)};
    if (wrong) {
        radios.error = ErrorMessage{.content = "Select an answer", .spoken_before = "Error"};
    }
    return radios;
}

std::vector<Radio> yes_no() {
    return {{.content = "Yes", .value = "yes"}, {.content = "No", .value = "no"}};
}

void child(Markup& out, const std::string& key, const std::string& name, bool wrong) {
    out.raw("<fieldset class=\"app-child\"");
    out.attributes(visit_child({.name = name,
                                .alone = {"Seen alone", "Not seen alone"},
                                .home = {"Seen at home", "Not seen at home"},
                                .bedroom = {"Bedroom seen", "Bedroom not seen"}}));
    out.raw("><legend class=\"app-child__name\">").text(name).raw(" Bevan</legend>");
    out.raw("<p class=\"app-small app-muted\">Needs: seen alone (overdue), seen at home by Thu 26 "
            "Nov</p>");
    out.put(render(
        tiles(key + "-seen", "Did you see " + name + "?", yes_no(), answers("seen"), wrong)));
    out.put(render(tiles(key + "-alone", "Did you see " + name + " alone?", yes_no(),
                         answers("alone"), false)));
    out.put(render(
        tiles(key + "-bedroom", "Did you see the bedroom?", yes_no(), answers("bedroom"), false)));
    out.put(render(Textarea{
        .name = key + "-words",
        .label = {.content = "What did " + name + " say or show you?", .classes = "govuk-label--s"},
        .hint = Hint{.content = "Use their own words, in the language they used."},
        .rows = 3}));
    out.raw("</fieldset>");
}

void when_and_where(Markup& out, bool wrong) {
    out.put(render(tiles("day", "When was the visit?",
                         {{.content = "Today, 24 Nov", .value = "today", .checked = true},
                          {.content = "Yesterday", .value = "yesterday"},
                          {.content = "Another day", .value = "other"}},
                         {}, false)));
    out.put(render(tiles("place", "Where did you see them?",
                         {{.content = "At home", .value = "home"},
                          {.content = "School", .value = "school"},
                          {.content = "Other", .value = "other"}},
                         answers("place"), wrong)));
}

Page page(const std::string& file, bool wrong) {
    Markup out;
    out.put(render(BackLink{.content = "Back", .href = Url::path("/work.html")}));
    if (wrong) {
        out.put(render(ErrorSummary{
            .title = "There is a problem",
            .errors = {
                {.content = "Select where you saw them", .href = Url::fragment("place")},
                {.content = "Select yes if you saw Lowri", .href = Url::fragment("l-seen")}}}));
    }
    out.raw("<h1 class=\"app-title\">Record a visit: Bevan family</h1>");
    out.raw("<p class=\"app-visit__safety app-text\">").put(danger_icon());
    out.raw("<span>Visit in pairs. See the safety plan.</span></p>");
    out.raw("<form class=\"app-form\" method=\"post\" action=\"/visit.html\" autocomplete=\"off\" "
            "data-visit novalidate>");
    when_and_where(out, wrong);
    child(out, "l", "Lowri", wrong);
    child(out, "i", "Ifan", false);
    out.put(render(tiles("worried", "Are you worried about a child’s safety right now?", yes_no(),
                         {}, false)));
    out.put(render(Counts{.heading = "What this visit will count for",
                          .empty = "Answer the questions above to see."}));
    out.put(render(SaveBar{.button = render(Button{.content = "Save visit"}),
                           .note = "Nothing is saved until you press Save visit."}));
    out.raw("</form>");
    return {file, framed(wrong ? "Error: Record a visit" : "Record a visit", file, "en",
                         contained(out.take()), "visit.js")};
}

} // namespace

Page visit_page() { return page("visit.html", false); }
Page visit_page_with_errors() { return page("visit-errors.html", true); }

} // namespace gweld::gallery
