#include "gallery.h"

namespace gweld::gallery {
namespace {

Html bold_first(std::string_view bold, std::string_view rest) {
    Markup out;
    return out.raw("<b>").text(bold).raw("</b> ").text(rest).take();
}

PersonBanner banner() {
    return {.name = "Lowri Bevan",
            .facts = {bold_first("9 years old", "born 2 May 2017"), "Prefers to speak Welsh",
                      "Social worker Nerys Pugh", "Record number 410 233"},
            .alerts_label = "Alerts",
            .alerts = {{AlertTone::danger, bold_first("On the child protection register: neglect,",
                                                      "since 3 September 2026")},
                       {AlertTone::danger, bold_first("Staff safety: visit in pairs.", "")},
                       {AlertTone::warning, bold_first("Allergy:", "peanuts")},
                       {AlertTone::information,
                        bold_first("Restricted:", "do not share the address with family")}},
            .actions = {button_link("Record a visit", "", ""),
                        button_link("Print summary", "", "govuk-button--secondary")},
            .tabs_label = "Lowri’s record",
            .tabs = {{"Summary", Url::path("/child.html"), true},
                     {"Chronology", Url::path("/child.html")},
                     {"Visits", Url::path("/child.html")},
                     {"Family and people", Url::path("/child.html")}}};
}

Html due() {
    return render(std::vector<Clock>{
        {Tone::overdue, "Seen alone", "3 working days overdue", 1.0,
         "Every 10 working days. Last: Thu 5 Nov, at school. Was due Thu 19 Nov."},
        {Tone::soon, "Seen at home", "2 working days left", 0.92,
         "Every 4 weeks. Last: Thu 29 Oct. Due by Thu 26 Nov."},
        {Tone::ok, "Bedroom seen", "Done", {}, "Once between conferences. Seen Fri 9 Oct."},
        {Tone::waiting, "Core group", "6 working days left", 0.78,
         "At least every 6 weeks. Last: Thu 22 Oct."},
        {Tone::unknown,
         "Review conference",
         "Cannot be worked out",
         {},
         "The date of the first conference is missing."}});
}

Html people() {
    return render(CardTable{
        .caption = "Family and people",
        .columns = {{.head = "Who"}, {.head = "Parental responsibility"}, {.head = "Phone"}},
        .rows = {{.cells = {link("Cerys Bevan", "c"), "Yes", "01632 960 151"}},
                 {.cells = {link("Dylan Bevan", "d"), "Yes", "01632 960 172"}},
                 {.cells = {link("Eirlys Morris", "e"), "No", "01632 960 138"}}}});
}

Html events() {
    return render(Timeline{
        .events = {{.title = "Police report: argument at home",
                    .by = "Police · significant event",
                    .at = "2026-11-23T22:40",
                    .when = "Mon 23 Nov 2026, 10:40pm",
                    .content =
                        Trusted::html("<p>Neighbour called police. Lowri and Ifan were awake "
                                      "upstairs.</p><p><strong>Not yet read by Nerys "
                                      "Pugh.</strong></p>"),
                    .significant = true},
                   {.title = "Seen alone, at school",
                    .by = "Nerys Pugh",
                    .at = "2026-11-05T14:15",
                    .when = "Thu 5 Nov 2026, 2:15pm",
                    .content = Trusted::html("<p>Lowri said she puts Ifan to bed “most "
                                             "nights”.</p>")},
                   {.title = "Home visit",
                    .by = "Nerys Pugh",
                    .at = "2026-10-29",
                    .when = "Thu 29 Oct 2026",
                    .content = Trusted::html("<p>Kitchen clean, food in the cupboards.</p>")},
                   {.title = "Name placed on the child protection register: neglect",
                    .by = "Conference chair · significant event",
                    .at = "2026-09-03",
                    .when = "Thu 3 Sep 2026",
                    .content = {},
                    .significant = true}},
        .significant = "significant event"});
}

} // namespace

Page child_page() {
    Markup out;
    out.put(render(banner()));
    Markup main;
    main.raw("<p class=\"app-print-only\">OFFICIAL-SENSITIVE. Printed by Nerys Pugh, 24 November "
             "2026, 9:05am. Dispose of in confidential waste.</p>"
             "<div class=\"app-columns app-columns--context-first\"><div>"
             "<section class=\"app-section\" aria-labelledby=\"life\">");
    main.put(heading(2, "life", "What life is like for Lowri"));
    main.put(render(Voice{.words = "Dwi’n hoffi pan mae Mamgu’n aros achos mae ’na swper.",
                          .language = "cy",
                          .translation = "“I like it when Mamgu stays because there’s supper.”",
                          .said = "Lowri, seen alone at school, 5 November 2026. Recorded in Welsh "
                                  "by Nerys Pugh."}));
    main.raw("<p class=\"app-text\">Lowri often looks after her brother in the evenings. She is "
             "safest when her grandmother stays.</p></section>");
    main.put(people());
    main.raw("<section class=\"app-section\" aria-labelledby=\"events\">");
    main.put(heading(2, "events", "Recent events"));
    main.put(render(Filters{.label = "Show",
                            .links = {{"Everything", Url::path("/child.html"), true},
                                      {"Significant events", Url::path("/child.html")},
                                      {"Visits", Url::path("/child.html")}}}));
    main.put(events());
    main.put(render(govuk::Details{.summary = "How these dates are worked out",
                                   .content = "Ten working days after Thu 5 Nov is Thu 19 Nov."}));
    main.raw("</section></div><div>");
    main.put(render(Panel{.id = "due", .heading = "What is due for Lowri", .content = due()}));
    main.raw("</div></div>");
    out.put(contained(main.take()));
    return {"child.html", framed("Lowri Bevan", "child.html", "en", out.take())};
}

} // namespace gweld::gallery
