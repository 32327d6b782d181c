#include "web/pages/figures/months.h"

#include "web/components/details.h"
#include "web/components/table.h"
#include "web/draw/control_chart.h"
#include "web/pages/figures/figure_words.h"
#include "web/pages/figures/figures.html.h"

namespace gweld::web::pages {

namespace {

using casework::Indicator;

std::string description(const Words& say, const Indicator& indicator) {
    const auto& newest = indicator.months.back();
    if (!newest.tally.percent_on_time()) {
        return verdict_sentence(say, indicator.usual.signal);
    }
    return say.say("{percent} in {month}: {of}.", {{"percent", percent_of(newest.tally)},
                                                   {"month", say.month_year(newest.month)},
                                                   {"of", done_of_due(say, newest.tally)}}) +
           " " + verdict_sentence(say, indicator.usual.signal);
}

draw::ChartWords chart_words(const Words& say, const std::string& title,
                             const Indicator& indicator) {
    const auto& usual = indicator.usual;
    draw::ChartWords chart;
    chart.title = say.say("{title}: month by month", {{"title", title}});
    chart.description = description(say, indicator);
    const auto slot = [](double percent) { return percent_words(percent); };
    chart.level = say.say("usual level {percent}", {{"percent", slot(usual.level)}});
    chart.top = say.say("usual range, top {percent}", {{"percent", slot(usual.top)}});
    chart.bottom = say.say("usual range, bottom {percent}", {{"percent", slot(usual.bottom)}});
    const auto& newest = indicator.months.back();
    if (newest.tally.percent_on_time()) {
        chart.newest = say.say("{percent} {month}", {{"percent", percent_of(newest.tally)},
                                                     {"month", say.short_month(newest.month)}});
    }
    chart.caption =
        usual.signal == measure::Signal::too_few_to_say
            ? verdict_sentence(say, usual.signal)
            : say.say("Usual level and range are set from the first 12 of these months with "
                      "something due. Diamonds: months outside the range, or seven or more in a "
                      "row on one side of the usual level.");
    return chart;
}

govuk::Cell number(std::int64_t value) {
    govuk::Cell cell;
    cell.content = std::to_string(value);
    cell.classes = "app-table__number";
    return cell;
}

govuk::Cell text(std::string words, std::string classes = "app-table__number") {
    govuk::Cell cell;
    cell.content = words;
    cell.classes = std::move(classes);
    return cell;
}

std::vector<govuk::Cell> row_of(const Words& say, const casework::MonthFigure& month) {
    const auto& tally = month.tally;
    return {text(say.month_year(month.month), {}),
            number(tally.due),
            text(percent_of(tally)),
            number(tally.on_time),
            number(tally.on_time_recorded_late),
            number(tally.recording_unknown),
            number(tally.late),
            number(tally.not_met),
            number(tally.undetermined),
            text(say.say("{n} of {all}", {{"n", std::to_string(tally.child_days_in_date)},
                                          {"all", std::to_string(tally.child_days)}}))};
}

} // namespace

Html chart_of(const Words& say, const std::string& title, const Indicator& indicator) {
    draw::ControlChart chart;
    for (const auto& month : indicator.months) {
        chart.months.push_back({say.short_month(month.month),
                                std::to_string(static_cast<int>(month.month.ymd().year())),
                                month.tally.percent_on_time(),
                                {}});
    }
    chart.range = indicator.usual;
    chart.words = chart_words(say, title, indicator);
    return draw::control_chart(chart);
}

Html months_table(const Words& say, const std::string& title, const Indicator& indicator) {
    govuk::Table table;
    table.caption = say.say("{title}: month by month", {{"title", title}});
    table.caption_classes = "govuk-visually-hidden";
    table.classes = "app-table";
    table.first_cell_is_header = true;
    table.head = {text(say.say("Month"), {}),
                  text(say.say("Times due")),
                  text(say.say("On time, percent")),
                  text(say.say("On time, recorded in time")),
                  text(say.say("On time, recorded late")),
                  text(say.say("On time, when recorded not known")),
                  text(say.say("Late")),
                  text(say.say("Not met")),
                  text(say.say("Cannot be worked out")),
                  text(say.say("Children’s days in date"))};
    for (auto month = indicator.months.rbegin(); month != indicator.months.rend(); ++month) {
        table.rows.push_back(row_of(say, *month));
    }
    govuk::Details details;
    details.summary = say.say("See the numbers as a table");
    details.content = figure_scroll(say, title, govuk::render(table));
    return govuk::render(details);
}

} // namespace gweld::web::pages
