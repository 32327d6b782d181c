#include "web/pages/figures/figures.h"

#include "casework/figures.h"
#include "casework/signing.h"
#include "web/components/link.h"
#include "web/draw/sparkline.h"
#include "web/pages/figures/figure_words.h"
#include "web/pages/figures/figures.html.h"
#include "web/pages/figures/opened.h"
#include "web/pages/frame/frame.h"
#include "web/pages/problems/problems.h"

#include <algorithm>
#include <array>

namespace gweld::web::pages {

namespace {

using casework::Indicator;
using casework::ServiceFigures;
using measure::Signal;

long how_many(const ServiceFigures& figures, Signal signal) {
    return static_cast<long>(std::ranges::count_if(
        figures.indicators, [&](const auto& i) { return i.usual.signal == signal; }));
}

std::string lede_first(const Words& say, const ServiceFigures& figures) {
    const auto worse = how_many(figures, Signal::getting_worse);
    const auto all = std::to_string(figures.indicators.size());
    if (worse == 0) {
        return say.say("None of our {all} measures is getting worse.", {{"all", all}});
    }
    return say.say_n("1 of our {all} measures is getting worse.",
                     "{n} of our {all} measures are getting worse.", worse, {{"all", all}});
}

std::string lede_rest(const Words& say, const ServiceFigures& figures) {
    std::string rest;
    if (const auto better = how_many(figures, Signal::getting_better); better > 0) {
        rest += say.say_n("1 is getting better.", "{n} are getting better.", better) + " ";
    }
    if (const auto same = how_many(figures, Signal::no_real_change); same > 0) {
        rest += say.say_n("1 is moving only as much as it usually does.",
                          "{n} are moving only as much as they usually do.", same) +
                " ";
    }
    if (const auto few = how_many(figures, Signal::too_few_to_say); few > 0) {
        rest += say.say_n("Of 1 there is too little to say.", "Of {n} there is too little to say.",
                          few);
    }
    return rest;
}

// Unsigned work: how much of what this person may sign has waited over four weeks.
ours::RightNowFigure unsigned_now(const Caller& caller,
                                  const std::vector<casework::UnsignedCount>& counts) {
    std::size_t waiting = 0;
    std::size_t long_since = 0;
    for (const auto& count : counts) {
        waiting += count.waiting;
        long_since += count.over_four_weeks;
    }
    const auto& say = caller.say;
    return {std::to_string(long_since), say.say("of {all}", {{"all", std::to_string(waiting)}}),
            figures_words(say, say.say("unsigned decisions have waited over four weeks."),
                          caller.to("signing"), say.say("See which"))};
}

Html right_now(const Caller& caller, const ServiceFigures& figures,
               const std::vector<casework::UnsignedCount>& counts) {
    const auto& say = caller.say;
    const auto of = say.say("of {all}", {{"all", std::to_string(figures.on_register)}});
    const auto alone = caller.to("figure", {{"rule", "cp.visit.seen-alone"}});
    std::vector<ours::RightNowFigure> shown{
        {std::to_string(figures.overdue_alone), of,
         figures_words(say, say.say("children on the register overdue to be seen alone."),
                       Url::path(alone.text() + "#overdue-now"), say.say("See who"))}};
    const auto nobody = say.say("children on the register with nobody allocated.");
    Markup plain;
    plain.text(nobody);
    shown.push_back(
        {std::to_string(figures.unallocated), of,
         access::may_enter(caller.viewer, access::Place::my_team)
             ? figures_words(say, nobody, Url::path(caller.to("team").text() + "#nobody-allocated"),
                             say.say("See who"))
             : plain.take()});
    if (access::may_enter(caller.viewer, access::Place::signing)) {
        shown.push_back(unsigned_now(caller, counts));
    }
    return ours::render(shown);
}

ours::Indicator row_of(const Caller& caller, const measure::Definitions& definitions,
                       const Indicator& indicator) {
    const auto& say = caller.say;
    const auto& tally = indicator.months.back().tally;
    const std::string_view rule = indicator.card->id;
    ours::Indicator row;
    row.name = ours::link(caller.to("figure", {{"rule", rule}}),
                          measure_title(say, definitions, *indicator.card));
    row.who = counted_whom(say, rule);
    row.percent = percent_of(tally);
    row.of = done_of_due(say, tally);
    row.sparkline = draw::sparkline(points_of(indicator.months), indicator.usual);
    row.verdict = verdict_of(say, indicator.usual.signal);
    row.more = {say.say("{n} of {all}", {{"n", std::to_string(indicator.overdue_now)},
                                         {"all", std::to_string(indicator.on_register_now)}})};
    return row;
}

struct Group {
    Signal signal;
    std::string_view name;
};
constexpr std::array groups{
    Group{Signal::getting_worse, words::mark("Talk about these")},
    Group{Signal::getting_better, words::mark("Improving")},
    Group{Signal::no_real_change,
          words::mark("No real change: do not react to one month’s number")},
    Group{Signal::too_few_to_say, words::mark("Too few to say")},
};

Html measures(const Caller& caller, const measure::Definitions& definitions,
              const ServiceFigures& figures) {
    const auto& say = caller.say;
    if (figures.indicators.empty()) {
        return {};
    }
    ours::IndicatorTable table;
    table.caption = say.say("Our measures");
    table.heads = {
        say.say("Measure"), say.month_year(figures.indicators.front().months.back().month),
        say.say("24 months"), say.say("What is happening"), say.say("Children overdue today")};
    for (const auto& group : groups) {
        ours::IndicatorGroup rows{say.say(group.name), {}};
        for (const auto& indicator : figures.indicators) {
            if (indicator.usual.signal == group.signal) {
                rows.indicators.push_back(row_of(caller, definitions, indicator));
            }
        }
        table.groups.push_back(std::move(rows));
    }
    return ours::render(table);
}

std::string when(const Words& say, const ServiceFigures& figures) {
    const auto ymd = figures.as_of.ymd();
    const time::CivilDate first{ymd.year() / ymd.month() / 1};
    return say.say(
        "Right now: {date}. Months: to the end of {month}.",
        {{"date", say.long_date(figures.as_of)}, {"month", say.month_year(first.plus_days(-1))}});
}

Response show_figures(const Caller& caller, const measure::Definitions& definitions) {
    if (!access::may_enter(caller.viewer, access::Place::figures)) {
        return not_for_you(caller);
    }
    const auto read = casework::service_figures(caller.office());
    if (!read.ok()) {
        return store_says(caller, read.error());
    }
    const auto counts = casework::unsigned_counts(caller.office(), caller.viewer);
    if (!counts.ok()) {
        return store_says(caller, counts.error());
    }
    const auto& figures = read.value();
    FiguresParts parts;
    parts.when = when(caller.say, figures);
    parts.lede_first = lede_first(caller.say, figures);
    parts.lede_rest = lede_rest(caller.say, figures);
    parts.right_now = right_now(caller, figures, *counts.value());
    parts.measures = measures(caller, definitions, figures);
    Frame frame;
    frame.title = caller.say.say("How we are doing");
    frame.here = Nav::figures;
    frame.content = figures_page(caller.say, parts);
    return framed(caller, frame);
}

// Faults in the pages of measures/ are met by their own tests; here a measure without its page has
// the rule's title.
std::shared_ptr<const measure::Definitions> definitions_known() {
    auto read = measure::built_in_definitions();
    return std::make_shared<const measure::Definitions>(read.ok() ? std::move(read).value()
                                                                  : measure::Definitions{});
}

} // namespace

void add_figure_pages(Site& site) {
    const auto definitions = definitions_known();
    add_page(site, Method::get, "figures", "/figures",
             [definitions](const Caller& caller) { return show_figures(caller, *definitions); });
    add_page(site, Method::get, "figure", "/figures/{rule}",
             [definitions, kept = std::make_shared<KeptPages>()](const Caller& caller) {
                 return show_figure(caller, *definitions, *kept);
             });
}

} // namespace gweld::web::pages
