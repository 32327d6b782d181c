#include "gallery.h"

namespace gweld::gallery {
namespace {

Html child(std::string_view name, std::string_view age) {
    Markup out;
    return out.put(link(name, "record")).text(", ").text(age).take();
}

Html strong_then(std::string_view strong, std::string_view rest) {
    Markup out;
    return out.raw("<strong>").text(strong).raw("</strong> ").text(rest).take();
}

std::vector<CardColumn> columns() {
    return {{.head = "Child"},
            {.head = "Seen alone", .spoken_after = "every 10 working days"},
            {.head = "Seen at home", .spoken_after = "every 4 weeks"},
            {.head = "Bedroom seen", .spoken_after = "once between conferences"}};
}

std::vector<Household> households() {
    const Status seen{Tone::ok, "Seen 9 Oct", {}};
    return {{.due = {Tone::overdue, "3 working days overdue"},
             .name = "Bevan family",
             .where = "14 Heol y Berllan, Llanerch · 25 minutes’ drive",
             .action = button_link("Record a visit", "Bevan family", ""),
             .caption = "Bevan family",
             .columns = columns(),
             .children = {{child("Lowri Bevan", "9"),
                           {{Tone::overdue, "Overdue", "was due Thu 19 Nov"},
                            {Tone::soon, "2 working days left", "by Thu 26 Nov"},
                            seen}},
                          {child("Ifan Bevan", "6"),
                           {{Tone::overdue, "Overdue", "was due Mon 23 Nov"},
                            {Tone::soon, "2 working days left", "by Thu 26 Nov"},
                            {Tone::soon, "Not seen yet", "by Tue 1 Dec"}}}},
             .safety = "Visit in pairs. See the safety plan.",
             .plan = strong_then("One home visit puts all of this right:",
                                 "see Lowri alone, see Ifan alone, and see Ifan’s bedroom.")},
            {.due = {Tone::soon, "1 working day left"},
             .name = "Zofia Lis",
             .where = "Ysgol Llanerch, or 3 Stryd y Felin, Pontalaw · 10 minutes’ drive",
             .action = button_link("Record a visit", "Zofia Lis", ""),
             .caption = "Zofia Lis",
             .columns = columns(),
             .children = {{child("Zofia Lis", "12"),
                           {{Tone::soon, "Due tomorrow", "by Wed 25 Nov"},
                            {Tone::ok, "On time", "next by Wed 9 Dec"},
                            seen}}},
             .plan = strong_then("A school visit is enough this time.", "")},
            {.due = {Tone::soon, "Today"},
             .name = "Mali Prosser",
             .where = "Flat 2, 8 Lôn Gefn, Pontalaw",
             .action = button_link("Record a visit", "Mali Prosser", ""),
             .caption = "Mali Prosser",
             .columns = columns(),
             .children = {{child("Mali Prosser", "4 months"),
                           {{Tone::soon, "Due today", {}},
                            {Tone::unknown, "Cannot be worked out", "no place was recorded"},
                            seen}}}},
            {.due = {Tone::waiting, "6 working days left"},
             .name = "Howell family",
             .where = "Tŷ Isaf, Cwm Alaw · 45 minutes’ drive · no mobile signal",
             .action = button_link("Record a visit", "Howell family", "govuk-button--secondary"),
             .caption = "Howell family",
             .columns = columns(),
             .children = {{child("Gwion Howell", "13"),
                           {{Tone::waiting, "Not due yet", "by Wed 2 Dec"},
                            {Tone::ok, "On time", "next by Tue 15 Dec"},
                            {Tone::waiting, "Not seen yet", "by Mon 18 Jan"}}}},
             .plan = strong_then("Nothing needed this week.", "")}};
}

Html deadlines() {
    const auto status = [](Tone tone, const char* words, const char* when) {
        return render(Status{tone, words, when});
    };
    return render(CardTable{
        .caption = "Other deadlines",
        .columns = {{.head = "What"}, {.head = "Who"}, {.head = "Due"}},
        .rows = {
            {.cells = {link("Finish the visit record started Thu 19 Nov", "finish"), "Zofia Lis",
                       status(Tone::soon, "Today", "")},
             .tone = Tone::soon},
            {.cells = {link("Complete assessment, day 38 of 42", "assessment"), "Tirion Vaughan",
                       status(Tone::waiting, "4 working days left", "by Mon 30 Nov")}},
            {.cells = {link("Hold the core group", "core-group"), "Bevan family",
                       status(Tone::overdue, "Overdue", "was due Fri 20 Nov")},
             .tone = Tone::overdue}}});
}

Html context() {
    return together(
        {render(Panel{.id = "diary",
                      .heading = "Diary today",
                      .content = Trusted::html(
                          "<dl class=\"app-diary\"><dt>9:30</dt><dd>Core group: Howell family<br>"
                          "<span class=\"app-muted\">Ysgol Cwm Alaw</span></dd><dt>1:00</dt>"
                          "<dd>Supervision</dd></dl>")}),
         render(Panel{.id = "new",
                      .heading = "New since yesterday",
                      .content = Trusted::html(
                          "<ul class=\"app-list\"><li><a class=\"govuk-link\" href=\"#t\">Tirion "
                          "Vaughan</a><br>School: 2 more days absent</li><li><a "
                          "class=\"govuk-link\" href=\"#z\">Zofia Lis</a><br>Health visitor "
                          "replied</li></ul>")})});
}

} // namespace

Page work_page() {
    Markup out;
    out.raw("<h1 class=\"app-title\">My work today</h1><p class=\"app-text app-muted\">Tuesday 24 "
            "November 2026</p><p class=\"app-lede\"><strong>2 children are overdue to be seen "
            "alone.</strong> 2 more are due by Friday. Your other 8 children have been seen on "
            "time.</p>");
    out.put(
        render(ReadFirst{.heading = "Read first",
                         .title = "Police report about Lowri and Ifan Bevan: argument at the "
                                  "family home, Monday 10:40pm",
                         .note = "Received today, 7:12am. Your manager has seen it. You have not.",
                         .action = button_link("Read the report", "", "govuk-button--warning")}));
    out.raw("<div class=\"app-columns\"><div><section class=\"app-section\" "
            "aria-labelledby=\"visits\">");
    out.put(heading(2, "visits", "Visits to make"));
    out.raw("<p class=\"app-small app-muted\">Most urgent first. Children in one home are shown "
            "together.</p>");
    out.put(render(households())).raw("</section>").put(deadlines()).raw("</div><div>");
    out.put(context()).raw("</div></div>");
    return {"work.html", framed("My work today", "work.html", "en", contained(out.take()))};
}

Page work_page_in_welsh() {
    const std::vector<CardColumn> columns{{.head = "Plentyn"},
                                          {.head = "Gweld ar ei ben neu ei phen ei hun"},
                                          {.head = "Gweld gartref"},
                                          {.head = "Gweld yr ystafell wely"}};
    const Household bevan{
        .due = {Tone::overdue, "3 diwrnod gwaith yn hwyr"},
        .name = "Teulu Bevan",
        .where = "14 Heol y Berllan, Llanerch · 25 munud mewn car",
        .action = button_link("Cofnodi ymweliad", "Teulu Bevan", ""),
        .caption = "Teulu Bevan",
        .columns = columns,
        .children = {{child("Lowri Bevan", "9"),
                      {{Tone::overdue, "Hwyr", "i fod erbyn Iau 19 Tach"},
                       {Tone::soon, "2 ddiwrnod gwaith ar ôl", "erbyn Iau 26 Tach"},
                       {Tone::ok, "Gwelwyd 9 Hyd", {}}}}},
        .safety = "Ymwelwch fesul dau. Gweler y cynllun diogelwch.",
        .plan = strong_then("Bydd un ymweliad â’r cartref yn datrys hyn i gyd:",
                            "gweld Lowri ar ei phen ei hun.")};
    Markup out;
    out.raw("<h1 class=\"app-title\">Fy ngwaith heddiw</h1><p class=\"app-text app-muted\">Dydd "
            "Mawrth 24 Tachwedd 2026</p><p class=\"app-lede\"><strong>Dylai 2 blentyn fod wedi "
            "cael eu gweld ar eu pennau eu hunain erbyn hyn.</strong></p>");
    out.put(heading(2, "visits", "Ymweliadau i’w gwneud"));
    out.put(render(std::vector{bevan}));
    return {"work.cy.html",
            framed("Fy ngwaith heddiw", "work.cy.html", "cy", contained(out.take()))};
}

} // namespace gweld::gallery
