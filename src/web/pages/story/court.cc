#include "web/pages/story/court.h"

#include "casework/standing.h"
#include "record/codec.h"
#include "web/components/button.h"
#include "web/components/spoken.h"
#include "web/pages/child/wording.h"
#include "web/pages/frame/frame.h"
#include "web/pages/frame/page_turns.h"
#include "web/pages/story/chronology.html.h"
#include "web/pages/story/chronology_view.h"

namespace gweld::web::pages::story {

namespace {

using child_record::Shown;

std::string names_of(const ChronologyView& view) {
    std::string names;
    for (std::size_t of = 0; of < view.whose.size(); ++of) {
        names += (names.empty() ? "" : ", ") + casework::full_name(view.shown(of).person());
    }
    return names;
}

std::vector<std::string> who(const ChronologyView& view) {
    const auto& say = view.caller.say;
    std::vector<std::string> lines;
    for (std::size_t of = 0; of < view.whose.size(); ++of) {
        const auto shown = view.shown(of);
        const auto since = child_record::born(say, shown.person());
        lines.push_back(casework::full_name(shown.person()) + ", " +
                        (since.empty() ? say.say("Date of birth not known") : since) + ". " +
                        say.say("Record number") + " " + shown.person().number + ".");
    }
    return lines;
}

std::string period(const ChronologyView& view) {
    const auto& say = view.caller.say;
    if (view.events.empty()) {
        return say.say("No event is shown.");
    }
    return say.say("Period covered: {from} to {until}.",
                   {{"from", said(say, view.events.front().event->on)},
                    {"until", said(say, view.events.back().event->on)}});
}

// Everything in the record that is not on this paper, counted.
std::vector<std::string> left_out(const ChronologyView& view) {
    const auto& say = view.caller.say;
    std::size_t ordinary = 0;
    std::size_t by_hand = 0;
    std::size_t outside = 0;
    std::size_t withdrawn = 0;
    for (const auto& one : view.whose) {
        withdrawn += one.chronology->withdrawn;
        for (const auto& event : one.chronology->events) {
            if (is_wanted(event, view.asked.wanted)) {
                continue;
            }
            auto& kind = event.weight == record::Weight::left_out   ? by_hand
                         : event.weight == record::Weight::ordinary ? ordinary
                                                                    : outside;
            ++kind;
        }
    }
    std::vector<std::string> lines;
    const auto add = [&](std::size_t n, std::string_view one, std::string_view many) {
        if (n > 0) {
            lines.push_back(say.say_n(one, many, static_cast<long>(n)));
        }
    };
    using words::mark;
    add(ordinary, mark("1 event of the record that is not marked significant is not here."),
        mark("{n} events of the record that are not marked significant are not here."));
    add(by_hand, mark("1 event was left out by hand, with a reason that the record keeps."),
        mark("{n} events were left out by hand, with reasons that the record keeps."));
    add(outside, mark("1 significant event lies outside the period or theme chosen."),
        mark("{n} significant events lie outside the period or theme chosen."));
    add(withdrawn, mark("1 entry was withdrawn from the record and is not here."),
        mark("{n} entries were withdrawn from the record and are not here."));
    return lines;
}

std::string about_addresses(const ChronologyView& view) {
    return view.asked.addresses == Addresses::told
               ? view.caller.say.say("Addresses are shown. Check that everyone who will read this "
                                     "may know them.")
               : view.caller.say.say(
                     "Addresses are left out. One that somebody wrote in an account "
                     "is not: read it before it leaves the office.");
}

Html button_to(const Url& to, const std::string& words) {
    govuk::Button button;
    button.content = words;
    button.href = to;
    button.classes = "govuk-button--secondary app-button-small";
    return govuk::render(button);
}

Html ways(const Shown& shown, const ChronologyView& view) {
    const auto& say = shown.say();
    const bool told = view.asked.addresses == Addresses::told;
    govuk::Button print;
    print.content = say.say("Print");
    print.type = "button";
    print.classes = "govuk-button--secondary app-button-small app-script-only";
    print.attributes = {{"data-print", std::nullopt}};
    Markup row;
    row.raw("<div class=\"app-button-row app-screen-only\">").put(govuk::render(print));
    row.put(button_to(
        with_query(shown.caller, shown.to("child.court"), {{"addresses", told ? "" : "told"}}),
        told ? say.say("Leave addresses out") : say.say("Show addresses")));
    return row.raw("</div>").take();
}

std::vector<CourtRow> rows(const ChronologyView& view) {
    const auto& say = view.caller.say;
    const EventTeller teller{view, 0, view.events.size()};
    std::vector<CourtRow> list;
    for (const auto& event : view.events) {
        const auto& entry = event.event->happening->believed();
        list.push_back({static_cast<long>(list.size()) + 1, said(say, event.event->on),
                        chronology_event(say, teller.cell(event)), source_of(view.caller, entry),
                        recorded_by(view.caller, entry)});
    }
    return list;
}

} // namespace

std::string source_of(const Caller& caller, const record::Entry& entry) {
    const auto& say = caller.say;
    if (record::is_a<record::EventNoted>(entry)) {
        return record::body_of<record::EventNoted>(entry).source;
    }
    return entry.provenance ? say.say("Imported from {file}.", {{"file", entry.provenance->file}})
                            : say.say("This council’s record.");
}

std::string recorded_by(const Caller& caller, const record::Entry& entry) {
    const auto& say = caller.say;
    if (entry.provenance) {
        return child_record::when_recorded(say, entry, caller.today());
    }
    return say.say(
        "Recorded by {name}, {date}.",
        {{"name", child_record::writer(say, entry.recorded_by)},
         {"date", child_record::plain_date(say, time::date_in_wales(entry.recorded_at))}});
}

Response court_page(const Shown& shown, KeptChronologies& kept) {
    const auto& say = shown.say();
    const auto view = chronology_view(shown.caller, shown.record, kept, "child.court");
    const auto names = names_of(view);
    CourtParts parts;
    auto back = govuk::back_link(
        say, with_query(shown.caller, shown.to("child.chronology"), {{"addresses", ""}}));
    parts.back = govuk::render(back);
    parts.heading = say.say("Chronology: {name}", {{"name", names}});
    parts.facts = who(view);
    parts.facts.push_back(period(view));
    for (auto& line : left_out(view)) {
        parts.facts.push_back(std::move(line));
    }
    parts.facts.push_back(about_addresses(view));
    parts.marking =
        parts.facts.front() + " " +
        say.say("Confidential: for the court and the parties to the proceedings only. Printed by "
                "{name}, {moment}.",
                {{"name", shown.caller.viewer.name},
                 {"moment", say.moment_year(shown.caller.office().clock.now())}});
    parts.ways = ways(shown, view);
    parts.heads = {say.say("No."), say.say("Date"), say.say("What happened"), say.say("Source"),
                   say.say("Recorded")};
    parts.rows = rows(view);
    parts.none = say.say("Nothing of this kind is in the chronology.");
    Frame frame;
    frame.title = parts.heading;
    frame.content = court_chronology(say, parts);
    return framed(shown.caller, frame);
}

} // namespace gweld::web::pages::story
