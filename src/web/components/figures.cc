#include "web/components/figures.h"

#include "web/draw/bar.h"

#include <algorithm>

namespace gweld::web::ours {
namespace {

using measure::Signal;

std::string_view class_of(Signal signal) {
    switch (signal) {
    case Signal::getting_worse:
        return "app-verdict--worse";
    case Signal::getting_better:
        return "app-verdict--better";
    case Signal::no_real_change:
        return "app-verdict--same";
    case Signal::too_few_to_say:
        break;
    }
    return "app-verdict--few";
}

std::string_view shapes_of(Signal signal) {
    switch (signal) {
    case Signal::getting_worse:
        return "<path d=\"M10 18l-7-8h4.4V2h5.2v8H17z\" fill=\"currentColor\"/>";
    case Signal::getting_better:
        return "<path d=\"M10 2l7 8h-4.4v8H7.4v-8H3z\" fill=\"currentColor\"/>";
    case Signal::no_real_change:
        return "<path d=\"M2 8q4-4 8 0t8 0M2 14q4-4 8 0t8 0\" fill=\"none\" "
               "stroke=\"currentColor\" stroke-width=\"2\"/>";
    case Signal::too_few_to_say:
        break;
    }
    return "<circle cx=\"4\" cy=\"10\" r=\"1.8\" fill=\"currentColor\"/><circle cx=\"10\" "
           "cy=\"10\" r=\"1.8\" fill=\"currentColor\"/><circle cx=\"16\" cy=\"10\" r=\"1.8\" "
           "fill=\"currentColor\"/>";
}

Html name_cell(const Indicator& indicator) {
    Markup out;
    out.put(indicator.name);
    if (!indicator.who.empty()) {
        out.raw("<br>").text(indicator.who);
    }
    return out.take();
}

Html figure_cell(const Indicator& indicator) {
    Markup out;
    out.raw("<div>");
    if (!indicator.percent.empty()) {
        out.raw("<span class=\"app-indicators__percent\">").text(indicator.percent);
        out.raw("</span> ");
    }
    out.raw("<span class=\"app-indicators__of\">").text(indicator.of).raw("</span></div>");
    return out.take();
}

CardRow row_of(const Indicator& indicator) {
    CardRow row;
    row.cells = {name_cell(indicator), figure_cell(indicator), indicator.sparkline,
                 render(indicator.verdict)};
    row.cells.insert(row.cells.end(), indicator.more.begin(), indicator.more.end());
    return row;
}

} // namespace

Html render(const std::vector<RightNowFigure>& figures) {
    Markup out;
    out.raw("<ul class=\"app-right-now\">");
    for (const auto& figure : figures) {
        out.raw("<li><p class=\"app-right-now__figure\"><b>").text(figure.figure).raw("</b> ");
        out.text(figure.of).raw("</p><p>").put(figure.words).raw("</p></li>");
    }
    return out.raw("</ul>").take();
}

Html render(const Verdict& verdict) {
    Markup out;
    out.raw("<span").classes({"app-verdict", class_of(verdict.signal)});
    out.raw("><svg class=\"app-icon\" width=\"20\" height=\"20\" viewBox=\"0 0 20 20\" "
            "aria-hidden=\"true\" focusable=\"false\">");
    out.raw(shapes_of(verdict.signal)).raw("</svg><span>").text(verdict.words);
    return out.raw("</span></span>").take();
}

Html render(const IndicatorTable& table) {
    CardTable cards{.caption = table.caption,
                    .caption_classes = "govuk-visually-hidden",
                    .classes = "app-table app-table--cards app-indicators"};
    for (const auto& head : table.heads) {
        cards.columns.push_back({.head = head});
    }
    for (const auto& group : table.groups) {
        if (group.indicators.empty()) {
            continue;
        }
        if (!group.name.empty()) {
            cards.rows.push_back({.group = group.name});
        }
        for (const auto& indicator : group.indicators) {
            cards.rows.push_back(row_of(indicator));
        }
    }
    return render(cards);
}

Html reason_bars(const std::vector<Reason>& reasons) {
    const auto largest = std::ranges::max_element(reasons, {}, &Reason::count);
    Markup out;
    out.raw("<ul class=\"app-reasons\">");
    for (const auto& reason : reasons) {
        const double of = static_cast<double>(std::max(largest->count, 1L));
        out.raw("<li><span>").put(reason.words).raw("</span> <b>").number(reason.count);
        out.raw("</b>").put(draw::bar(static_cast<double>(reason.count) / of, Tone::waiting));
        out.raw("</li>");
    }
    return out.raw("</ul>").take();
}

} // namespace gweld::web::ours
