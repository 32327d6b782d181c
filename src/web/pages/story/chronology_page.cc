// A child's chronology on the screen.
#include "web/pages/story/story.h"

#include "web/components/button.h"
#include "web/components/ours.h"
#include "web/pages/child/parts.h"
#include "web/pages/child/record_page.h"
#include "web/pages/child/wording.h"
#include "web/pages/forms/sheet.h"
#include "web/pages/frame/page_turns.h"
#include "web/pages/story/chronology.html.h"
#include "web/pages/story/chronology_view.h"
#include "web/pages/story/court.h"
#include "web/pages/story/event_forms.h"
#include "web/pages/visit/answers.h"
#include "web/pages/visit/family.h"

#include <algorithm>

namespace gweld::web::pages::story {

namespace {

using child_record::Shown;

constexpr std::size_t events_on_a_page = 40;
constexpr std::string_view route = "child.chronology";

Html button_to(const Url& to, const std::string& words, std::string_view classes) {
    govuk::Button button;
    button.content = words;
    button.href = to;
    button.classes = joined("app-button-small", classes);
    return govuk::render(button);
}

std::vector<Html> buttons(const ChronologyView& view) {
    const auto shown = view.shown(0);
    const auto& say = shown.say();
    std::vector<Html> row;
    if (shown.may(access::Action::record_story)) {
        row.push_back(button_to(shown.to("event.new"), say.say("Add an event"), {}));
    }
    row.push_back(button_to(with_query(view.caller, shown.to("child.court"), {}),
                            say.say("Print for court"), "govuk-button--secondary"));
    return row;
}

// ---- what is shown
// ------------------------------------------------------------------------------------

Html filters(const ChronologyView& view) {
    const auto& say = view.caller.say;
    const Questions ask{say, view.caller.request.query, view.asked.faults};
    Markup out;
    out.put(
        ask.from_list({"show", say.say("Events")}, {{"significant", say.say("Significant ones")},
                                                    {"all", say.say("All but those left out")},
                                                    {"left-out", say.say("Those left out")}}));
    std::vector<Option> themes;
    for (const auto& [value, area] :
         {std::pair{"visits", Area::visits}, std::pair{"protection", Area::protection},
          std::pair{"contacts", Area::contacts}, std::pair{"home", Area::family_and_home},
          std::pair{"workers", Area::workers}, std::pair{"added", Area::added}}) {
        themes.push_back({value, area_in_words(say, area)});
    }
    out.put(ask.from_list({"theme", say.say("Theme")}, themes));
    out.put(ask.date({"from", say.say("From"), say.say("A year is enough.")}));
    out.put(ask.date({"until", say.say("Until"), say.say("A year is enough.")}));
    if (!view.whose.front().record->family().empty()) {
        out.put(ask.any_of({"with", say.say("Whose")},
                           {{"family", say.say("Brothers’ and sisters’ events as well")}}));
    }
    return out.take();
}

std::string lede(const ChronologyView& view) {
    const auto& say = view.caller.say;
    const auto& events = view.events;
    if (events.empty()) {
        return say.say("No event is shown.");
    }
    return say.say_n("1 event, from {from} to {until}.",
                     "{n} events from {from} to {until}, oldest first.",
                     static_cast<long>(events.size()),
                     {{"from", said(say, events.front().event->on)},
                      {"until", said(say, events.back().event->on)}});
}

std::vector<std::string> notes(const ChronologyView& view) {
    const auto& say = view.caller.say;
    std::vector<std::string> list;
    if (view.asked.wanted.which == Which::significant) {
        if (const auto n = view.counted(record::Weight::ordinary); n > 0) {
            list.push_back(say.say_n("1 ordinary event is not shown.",
                                     "{n} ordinary events are not shown.", static_cast<long>(n)));
        }
    }
    if (const auto n = view.counted(record::Weight::left_out);
        n > 0 && view.asked.wanted.which != Which::left_out) {
        list.push_back(say.say_n("1 event is left out by hand.", "{n} events are left out by hand.",
                                 static_cast<long>(n)));
    }
    if (view.not_shown_to_reader > 0) {
        list.push_back(say.say_n("The record of 1 brother or sister is not open to you.",
                                 "The records of {n} brothers and sisters are not open to you.",
                                 static_cast<long>(view.not_shown_to_reader)));
    }
    return list;
}

// ---- the events
// ----------------------------------------------------------------------------------------

std::string because(const ChronologyView& view, const ChronologyEvent& event) {
    if (!event.weighed) {
        return {};
    }
    const auto& say = view.caller.say;
    return say.say("{name}, {date}: {reason}",
                   {{"name", event.weighed->by},
                    {"date", child_record::near_day(say, time::date_in_wales(event.weighed->at),
                                                    view.caller.today())},
                    {"reason", event.weighed->why}});
}

WeightCell weight_cell(const EventTeller& teller, const SharedEvent& event) {
    const auto& view = teller.view();
    const auto& say = view.caller.say;
    const auto shown = view.shown(event.of.front());
    const auto& entry = event.event->happening->believed();
    WeightCell cell{weight_in_words(say, event.event->weight), because(view, *event.event), {}};
    const auto spoken = teller.title(event) + ", " + when_it_was(say, entry);
    const auto id = base::to_text(entry.id);
    if (shown.may(access::Action::record_story)) {
        cell.ways.push_back({view.caller.to("event.weigh", {{"id", shown.id()}, {"event", id}}),
                             say.say("Change the weight"), spoken});
    }
    if (record::is_a<record::EventNoted>(entry) && shown.may(access::Action::correct_entry)) {
        cell.ways.push_back({view.caller.to("event.correct", {{"id", shown.id()}, {"event", id}}),
                             say.say("Correct"), spoken});
        cell.ways.push_back({view.caller.to("story.take-back", {{"id", shown.id()}, {"entry", id}}),
                             say.say("Take back"), spoken});
    }
    return cell;
}

Html events(const ChronologyView& view, std::size_t from, std::size_t until) {
    if (from >= until) {
        return {};
    }
    const auto& say = view.caller.say;
    ours::CardTable table;
    table.caption = say.say("Chronology, oldest first");
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("Date")},
                     {say.say("What happened")},
                     {say.say("Where it comes from")},
                     {say.say("Weight")}};
    const EventTeller teller{view, from, until};
    for (auto at = from; at < until; ++at) {
        const auto& event = view.events[at];
        const auto& entry = event.event->happening->believed();
        table.rows.push_back(
            {{said(say, event.event->on), chronology_event(say, teller.cell(event)),
              source_of(view.caller, entry) + " " + recorded_by(view.caller, entry),
              chronology_weight(say, weight_cell(teller, event))},
             ours::Tone::waiting,
             {}});
    }
    return ours::render(table);
}

Html chronology(const Shown& shown, KeptChronologies& kept) {
    auto view = chronology_view(shown.caller, shown.record, kept, route);
    view.asked.addresses = Addresses::told; // only paper leaves the office
    const auto& say = shown.say();
    const auto count = view.events.size();
    const auto stretch = stretch_of(shown.caller, shown.to(route), "page", count, events_on_a_page);
    ChronologyParts parts;
    parts.lede = lede(view);
    parts.notes = notes(view);
    parts.buttons = buttons(view);
    parts.filters = filters(view);
    parts.here = shown.to(route);
    parts.open = anything_chosen(shown.caller) ? "open" : "";
    govuk::Button show;
    show.content = say.say("Show these");
    show.classes = "govuk-button--secondary app-button-small";
    parts.show = govuk::render(show);
    parts.none = say.say("Nothing of this kind is in the chronology.");
    parts.events = events(view, stretch.from, stretch.until);
    parts.turns = stretch.turns;
    return child_chronology(say, parts);
}

} // namespace

void add_chronology_pages(Site& site) {
    auto kept = std::make_shared<KeptChronologies>();
    add_page(site, Method::get, std::string{route}, "/child/{id}/chronology",
             [kept](const Caller& caller) {
                 return with_record(caller, route, [&](const Shown& shown) {
                     return child_record::record_page(shown, route, caller.say.say("Chronology"),
                                                      chronology(shown, *kept));
                 });
             });
    add_page(site, Method::get, "child.court", "/child/{id}/chronology/court",
             [kept](const Caller& caller) {
                 return with_record(caller, "child.court",
                                    [&](const Shown& shown) { return court_page(shown, *kept); });
             });
}

} // namespace gweld::web::pages::story
