#include "web/pages/figures/opened.h"

#include "web/components/details.h"
#include "web/components/furniture.h"
#include "web/components/summary_list.h"
#include "web/pages/figures/behind.h"
#include "web/pages/figures/figure_words.h"
#include "web/pages/figures/figures.html.h"
#include "web/pages/figures/months.h"
#include "web/pages/frame/frame.h"
#include "web/pages/problems/problems.h"
#include "web/pages/rule/rule_words.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

using casework::OpenedIndicator;
using time::CivilDate;

struct Opened {
    const Caller& caller;
    const OpenedIndicator& indicator;
    const measure::Definitions& definitions;
    std::string rule() const { return indicator.indicator.card->id; }
    const Words& say() const { return caller.say; }
    std::string month() const { return say().month_year(indicator.month.month); }
};

CivilDate this_month(const Caller& caller) {
    const auto ymd = caller.today().ymd();
    return CivilDate{ymd.year() / ymd.month() / 1};
}

// The last whole month unless another of those shown is asked for.
std::optional<CivilDate> month_asked(const Caller& caller) {
    const auto newest = this_month(caller).plus_months_clipped(-1);
    const auto asked = caller.request.query.first("month");
    if (!asked) {
        return newest;
    }
    const auto month = time::parse_iso(std::string{*asked} + "-01");
    const auto oldest = this_month(caller).plus_months_clipped(-casework::months_shown);
    return month && oldest <= *month && *month <= newest ? month : std::nullopt;
}

std::string in_iso(CivilDate month) { return time::to_iso(month).substr(0, 7); }

ours::FilterLink link_to(const Opened& opened, CivilDate month) {
    const auto to = opened.caller.to("figure", {{"rule", opened.rule()}});
    return {opened.say().month_year(month),
            Url::path(to.text() + "?month=" + in_iso(month) + "#month"),
            month == opened.indicator.month.month};
}

Html months_around(const Opened& opened) {
    const auto& months = opened.indicator.indicator.months;
    const auto here =
        std::ranges::find(months, opened.indicator.month.month, &casework::MonthFigure::month);
    ours::Filters filters;
    filters.label = opened.say().say("Months");
    if (here != months.begin() && here != months.end()) {
        filters.links.push_back(link_to(opened, std::prev(here)->month));
    }
    filters.links.push_back(link_to(opened, opened.indicator.month.month));
    if (here != months.end() && std::next(here) != months.end()) {
        filters.links.push_back(link_to(opened, std::next(here)->month));
    }
    return ours::render(filters);
}

std::string lede_first(const Opened& opened) {
    const auto& tally = opened.indicator.month.tally;
    return tally.due == 0
               ? opened.say().say("Nothing was due in {month}.", {{"month", opened.month()}})
               : opened.say().say("{percent} in {month}.",
                                  {{"percent", percent_of(tally)}, {"month", opened.month()}});
}

// What the one number does not tell by itself.
std::vector<std::string> apart(const Opened& opened) {
    const auto& say = opened.say();
    const auto& tally = opened.indicator.month.tally;
    std::vector<std::string> lines;
    if (tally.on_time_recorded_late > 0) {
        lines.push_back(say.say_n("1 of those on time was recorded only after its due day.",
                                  "{n} of those on time were recorded only after their due day.",
                                  static_cast<long>(tally.on_time_recorded_late)));
    }
    if (tally.recording_unknown > 0) {
        lines.push_back(say.say_n("Of 1 on time it is not known when it was recorded.",
                                  "Of {n} on time it is not known when they were recorded.",
                                  static_cast<long>(tally.recording_unknown)));
    }
    if (tally.undetermined > 0) {
        lines.push_back(say.say_n("1 more cannot be worked out and is not counted.",
                                  "{n} more cannot be worked out and are not counted.",
                                  static_cast<long>(tally.undetermined)));
    }
    if (tally.child_days > 0) {
        lines.push_back(say.say(
            "Day by day: of {all} days that children spent on the register, {in} were in date.",
            {{"all", std::to_string(tally.child_days)},
             {"in", std::to_string(tally.child_days_in_date)}}));
    }
    return lines;
}

void add_fact(govuk::SummaryList& list, const std::string& name, const std::string& value) {
    if (!value.empty()) {
        govuk::SummaryRow row;
        row.key.content = name;
        row.value.content = value;
        list.rows.push_back(std::move(row));
    }
}

Html definition_card(const Opened& opened) {
    const auto& say = opened.say();
    const auto& card = *opened.indicator.indicator.card;
    govuk::SummaryList list;
    if (const auto* definition = definition_of(opened.definitions, card.id)) {
        const auto spoken = [&](const law::Bilingual& text) {
            return in_reader_language(say, text);
        };
        add_fact(list, say.say("What it is"), spoken(definition->definition));
        add_fact(list, say.say("Counted as on time"), spoken(definition->numerator));
        add_fact(list, say.say("Out of"), spoken(definition->denominator));
        add_fact(list, say.say("Not counted"), spoken(definition->not_counted));
        add_fact(list, say.say("Counted apart"), spoken(definition->counted_apart));
        add_fact(list, say.say("Who says so"), spoken(definition->source));
    }
    add_fact(list, say.say("The rule"), in_reader_language(say, card.sentence));
    add_fact(list, say.say("How we read it"), in_reader_language(say, card.reading));
    const auto& source = card.source;
    add_fact(list, say.say("Source of the rule"),
             source.provision.empty() ? source.instrument
                                      : source.instrument + ", " + source.provision);
    return govuk::render(list);
}

struct ListName {
    std::string id;
    std::string words;
};

// Open while it is short: a month of a whole council is longer than the rest of the page.
Html disclosed(const Opened& opened, const std::vector<casework::ChildBehind>& list,
               const ListName& name) {
    if (list.empty()) {
        return {};
    }
    constexpr std::size_t short_list = 12;
    govuk::Details details;
    details.id = name.id;
    details.summary = name.words;
    details.open = list.size() <= short_list;
    details.content =
        children_behind(opened.say(), children_of(opened.caller, list, name.words, Behind::month));
    return govuk::render(details);
}

void put_month(const Opened& opened, OpenedParts& parts) {
    const auto& say = opened.say();
    const auto& indicator = opened.indicator;
    const auto late = static_cast<long>(indicator.not_on_time.size());
    const auto in_time = static_cast<long>(indicator.on_time.size());
    parts.why_heading = say.say_n("Why 1 was not on time", "Why {n} were not on time", late);
    parts.reasons = reasons_of(say, indicator);
    parts.teams_heading = say.say("By team, {month}", {{"month", opened.month()}});
    parts.teams = teams_of(say, indicator.by_team, parts.teams_heading);
    parts.not_on_time =
        disclosed(opened, indicator.not_on_time,
                  {"not-on-time", say.say_n("Not on time: 1", "Not on time: {n}", late)});
    parts.on_time = disclosed(opened, indicator.on_time,
                              {"on-time", say.say_n("On time: 1", "On time: {n}", in_time)});
}

void put_now(const Opened& opened, OpenedParts& parts) {
    const auto& say = opened.say();
    const auto& indicator = opened.indicator;
    const auto date = say.short_date(opened.caller.today());
    const auto now = static_cast<long>(indicator.overdue_now.size());
    parts.overdue_heading =
        now == 0 ? say.say("Nobody is overdue right now, {date}", {{"date", date}})
                 : say.say_n("Overdue right now, {date}: 1", "Overdue right now, {date}: {n}", now,
                             {{"date", date}});
    parts.overdue =
        children_of(opened.caller, indicator.overdue_now, parts.overdue_heading, Behind::now);
}

OpenedPage page_of(const Opened& opened) {
    const auto& say = opened.say();
    const auto& caller = opened.caller;
    const auto& indicator = opened.indicator.indicator;
    OpenedParts parts;
    parts.all = caller.to("figures");
    parts.title = measure_title(say, opened.definitions, *indicator.card);
    parts.lede_first = lede_first(opened);
    if (opened.indicator.month.tally.due > 0) {
        parts.lede_rest = done_sentence(say, opened.rule(), opened.indicator.month.tally);
    }
    parts.verdict = ours::render(verdict_of(say, indicator.usual.signal));
    parts.verdict_sentence = verdict_sentence(say, indicator.usual.signal);
    parts.month = opened.month();
    parts.months = months_around(opened);
    parts.apart = apart(opened);
    parts.chart = chart_of(say, parts.title, indicator);
    parts.numbers = months_table(say, parts.title, indicator);
    put_month(opened, parts);
    put_now(opened, parts);
    parts.definition = definition_card(opened);
    parts.rule = caller.to("rule", {{"rule", opened.rule()}});
    return {parts.title, figure_page(say, parts)};
}

std::string key_of(const Caller& caller, CivilDate month) {
    return casework::key_of(caller.viewer) + '/' + std::string{caller.param("rule")} + '/' +
           in_iso(month) + (caller.request.language == Language::welsh ? "/cy" : "/en");
}

} // namespace

Response show_figure(const Caller& caller, const measure::Definitions& definitions,
                     KeptPages& kept) {
    if (!access::may_enter(caller.viewer, access::Place::figures)) {
        return not_for_you(caller);
    }
    const auto month = month_asked(caller);
    if (!month) {
        return not_found(caller);
    }
    const auto read =
        casework::open_indicator(caller.office(), caller.viewer, caller.param("rule"), *month);
    if (!read.ok()) {
        return store_says(caller, read.error());
    }
    if (!read.value()) {
        return not_found(caller);
    }
    const auto& indicator = *read.value();
    const auto page = kept.of(key_of(caller, *month), indicator.moment, [&] {
        return std::make_shared<const OpenedPage>(page_of({caller, indicator, definitions}));
    });
    Frame frame;
    frame.title = page->title;
    frame.here = Nav::figures;
    frame.content = page->content;
    return framed(caller, frame);
}

} // namespace gweld::web::pages
