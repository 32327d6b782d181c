#include "gallery.h"

namespace gweld::gallery {
namespace {

using Points = std::vector<std::optional<double>>;

const Points falling{82, 78, 84, 80, 86, 81, 79, 84, 83, 78, 82, 85,
                     80, 77, 81, 84, 82, 76, 75, 77, 73, 72, 70, 68};
const Points steady{88, 90, 87, {}, 91, 86, 89, 92, 88, 85, 90, 87,
                    89, 91, 86, 88, 90, 92, 87, 89, 88, 90, 86, 88};

measure::UsualRange range_of(const Points& points, double level, double spread,
                             measure::Signal signal, std::size_t out_from) {
    measure::UsualRange range{.level = level,
                              .bottom = level - spread,
                              .top = level + spread,
                              .stands_out = std::vector<bool>(points.size(), false),
                              .signal = signal};
    for (std::size_t i = out_from; i < points.size(); ++i) {
        range.stands_out[i] = true;
    }
    return range;
}

draw::ControlChart chart(const measure::UsualRange& range) {
    static constexpr const char* names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    draw::ControlChart drawn{.id = "alone",
                             .range = range,
                             .standard = 95,
                             .words = {.title = "Seen alone every 10 working days, by month",
                                       .description = "68% in October 2026. The seven months since "
                                                      "April are below the usual level of 82%.",
                                       .level = "usual level 82%",
                                       .top = "usual range, top 92%",
                                       .bottom = "usual range, bottom 72%",
                                       .standard = "our standard 95%",
                                       .newest = "68% October",
                                       .caption = "Usual level and range set from the 17 months to "
                                                  "March 2026. Diamonds: months that stand out."}};
    for (std::size_t i = 0; i < falling.size(); ++i) {
        const std::size_t month = (i + 10) % 12;
        drawn.months.push_back({.label = names[month],
                                .year = std::to_string(2024 + (i + 10) / 12),
                                .percent = falling[i],
                                .note = i == 17 ? "2 posts empty" : ""});
    }
    return drawn;
}

Indicator indicator(const char* name, const char* percent, const char* of, const Points& points,
                    const measure::UsualRange& range, const char* verdict) {
    return {.name = link(name, "measure"),
            .who = "Children on the register",
            .percent = percent,
            .of = of,
            .sparkline = draw::sparkline(points, range),
            .verdict = {range.signal, verdict},
            .more = {"81%"}};
}

IndicatorTable indicators(const measure::UsualRange& worse, const measure::UsualRange& same) {
    const measure::UsualRange few{};
    auto better = worse;
    better.signal = measure::Signal::getting_better;
    return {
        .caption = "Our measures",
        .heads = {"Measure", "October", "24 months", "What is happening", "Wales, 2025 to 2026"},
        .groups = {
            {"Talk about these",
             {indicator("Seen alone every 10 working days", "68%", "212 of 311 visits due", falling,
                        worse, "Getting worse")}},
            {"Improving",
             {indicator("Assessments finished in 42 working days", "91%", "60 of 66 assessments",
                        Points{falling.rbegin(), falling.rend()}, better, "Getting better")}},
            {"No real change: do not react to one month’s number",
             {indicator("Seen at home every 4 weeks", "88%", "131 of 148 visits due", steady, same,
                        "No real change"),
              indicator("Bedroom seen between conferences", "", "Nothing was due", {{}, 80, {}, 90},
                        few, "Too few months to say")}}}};
}

Html numbers() {
    return render(govuk::Details{
        .summary = "See the numbers as a table",
        .content = render(CardTable{
            .caption = "Seen alone, by team, October",
            .columns = {{.head = "Team"},
                        {.head = "On time", .kind = Column::number},
                        {.head = "Due", .kind = Column::number},
                        {.head = "Compared with its own past"}},
            .rows = {{.cells = {link("North", "n"), "41", "78",
                                render(Verdict{measure::Signal::getting_worse, "Worse"})}},
                     {.cells = {
                          link("South", "s"), "71", "92",
                          render(Verdict{measure::Signal::no_real_change, "No real change"})}}}})});
}

} // namespace

Page figures_page() {
    const auto worse = range_of(falling, 82, 10, measure::Signal::getting_worse, 17);
    const auto same = range_of(steady, 88.5, 7, measure::Signal::no_real_change, steady.size());
    Markup out;
    out.raw(
        "<h1 class=\"app-title\">How we are doing</h1><p class=\"app-text app-muted\">Right now: "
        "Tuesday 24 November 2026, 8am. Monthly figures: to 31 October 2026.</p><p "
        "class=\"app-lede\"><strong>1 of our 4 measures is getting worse and 1 is getting "
        "better.</strong> The others are moving only as much as they usually do.</p>");
    out.put(heading(2, "now", "Right now"));
    out.put(render(std::vector<RightNowFigure>{
        {"19", "of 96",
         together({text("children on the register are overdue to be seen alone. "),
                   link("See the 19 children", "19")})},
        {"2", "of 96",
         together({text("children on the register have no social worker. "),
                   link("See the 2 children", "2")})},
        {"0", "of 41", text("visit write-ups are late.")}}));
    out.put(heading(2, "measures", "Our measures"));
    out.put(render(indicators(worse, same)));
    out.put(heading(2, "alone", "Seen alone every 10 working days"));
    out.raw(
        "<p class=\"app-text\"><strong>68% in October: 212 of the 311 visits due.</strong> All 7 "
        "months since April are below our usual level of 82%. That is very unlikely to be "
        "chance.</p>");
    out.put(draw::control_chart(chart(worse))).put(numbers());
    out.raw("<div class=\"app-pair\"><section aria-labelledby=\"why\">");
    out.put(heading(3, "why", "Why 99 were not on time"));
    out.put(reason_bars({{"Visited, but child not seen alone", 46},
                         {"Visited late", 29},
                         {"Family out or refused", 14},
                         {"No visit recorded", 10}}));
    out.raw("</section><div></div></div>");
    return {"figures.html",
            framed("How we are doing", "figures.html", "en", contained(out.take()))};
}

} // namespace gweld::gallery
