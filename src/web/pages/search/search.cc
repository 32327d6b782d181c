#include "web/pages/search/search.h"

#include "casework/search.h"
#include "web/components/button.h"
#include "web/components/card_table.h"
#include "web/components/input.h"
#include "web/components/link.h"
#include "web/pages/frame/frame.h"
#include "web/pages/guarding/protecting_words.h"
#include "web/pages/plans/plan_words.h"
#include "web/pages/problems/problems.h"
#include "web/pages/search/search.html.h"
#include "web/pages/standing_words.h"

namespace gweld::web::pages {

namespace {

Html form_for(const Caller& caller, const std::string& typed) {
    const auto& say = caller.say;
    govuk::Input box;
    box.name = "q";
    box.id = "search-for";
    box.label.content = say.say("Name, date of birth, record number or address");
    box.hint = govuk::Hint{
        say.say("For example Sian Prys, 14/3/2018, 204117, NP15 1HF or Maes-y-coed. Accents "
                "do not matter."),
        {},
        {},
        {}};
    box.value = typed;
    box.autocomplete = "off";
    box.spellcheck = false;
    govuk::Button button;
    button.content = say.say("Search");
    return search_form(say, caller.to("search"), govuk::render(box), govuk::render(button));
}

std::string born_words(const Caller& caller, const record::PersonRow& person) {
    if (!person.born) {
        return caller.say.say("not known");
    }
    return caller.say.short_date_year(
        time::CivilDate::from_day_number(static_cast<std::int32_t>(*person.born)));
}

std::string register_words(const Caller& caller, const casework::Standing& standing) {
    if (standing.registration == nullptr) {
        return caller.say.say("Not on the register");
    }
    return caller.say.say("On the register since {date}",
                          {{"date", caller.say.short_date_year(standing.registration->start)}});
}

// Whoever answers at night has to know whom to ring, or that there is nobody.
Content coordinator_words(const Caller& caller, const casework::Found& found) {
    if (!found.coordinator) {
        return Content{"–"};
    }
    if (!found.coordinator->missing()) {
        return Content{found.coordinator->worker->name};
    }
    return Content{
        ours::render(ours::Status{ours::Tone::overdue, said(caller.say, *found.coordinator), {}})};
}

std::string home_words(const Caller& caller, const casework::Standing& standing) {
    const auto* home = casework::home_of(*standing.facts, caller.today());
    return home == nullptr ? caller.say.say("not known")
                           : address_words(caller.say, home->lines, home->postcode);
}

Html table_of(const Caller& caller, const casework::SearchAnswer& answer) {
    if (answer.found.empty()) {
        return {};
    }
    const auto& say = caller.say;
    ours::CardTable table;
    table.caption = say.say("Children found");
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("Child"), {}},
                     {say.say("Born"), {}},
                     {say.say("Record number"), {}},
                     {say.say("Home"), {}},
                     {say.say("Child protection register"), {}},
                     {say.say("Co-ordinates the plan"), {}}};
    for (const auto& found : answer.found) {
        ours::CardRow row;
        row.cells = {name_and_age(caller, *found.standing.facts),
                     born_words(caller, *found.standing.facts->person),
                     found.standing.facts->person->number,
                     home_words(caller, found.standing),
                     register_words(caller, found.standing),
                     coordinator_words(caller, found)};
        table.rows.push_back(std::move(row));
    }
    return ours::render(table);
}

Html closed_words(const Caller& caller, const casework::SearchAnswer& answer) {
    Markup words;
    for (const auto& child : answer.closed) {
        words.raw("<p class=\"govuk-inset-text\">")
            .text(caller.say.say("There is a record of the person you named, and it is not yours "
                                 "to open."))
            .raw(" ");
        words.put(ours::link(caller.to("emergency", {{"id", base::to_text(child.uuid)}}),
                             caller.say.say("If a child cannot wait, open the record in an "
                                            "emergency")));
        words.raw("</p>");
    }
    return words.take();
}

std::string answer_words(const Caller& caller, const casework::SearchAnswer& answer,
                         const std::string& typed) {
    const auto& say = caller.say;
    if (answer.no_such_day && answer.found.empty()) {
        return say.say("There is no such day as “{typed}”.", {{"typed", typed}});
    }
    if (answer.found.empty()) {
        // Whoever may open every record is told that there is none; anybody else only that none is
        // theirs to see.
        return access::may_enter(caller.viewer, access::Place::every_record)
                   ? say.say("No child in the record matches “{typed}”. Try part of the name, "
                             "another spelling or the date of birth.",
                             {{"typed", typed}})
                   : say.say("No child whose record you may open was found for “{typed}”. There "
                             "may be one that is not yours to open: ask the duty desk.",
                             {{"typed", typed}});
    }
    if (answer.more == casework::MoreThanShown::yes) {
        return say.say_n("The first child found; there are more.",
                         "The first {n} children found; there are more.",
                         static_cast<long>(answer.found.size()));
    }
    return say.say_n("1 child found.", "{n} children found.",
                     static_cast<long>(answer.found.size()));
}

Response show(const Caller& caller) {
    if (!access::may_enter(caller.viewer, access::Place::search)) {
        return not_found(caller);
    }
    const std::string typed{caller.request.query.text("q")};
    const auto read = casework::search(caller.office(), caller.viewer, typed);
    if (!read.ok()) {
        return store_says(caller, read.error());
    }
    const auto& answer = read.value();
    const std::string note =
        answer.more == casework::MoreThanShown::yes
            ? caller.say.say("There are more. Add a first name, a date of birth or a number.")
            : std::string{};
    Frame frame;
    frame.title = caller.say.say("Find a child");
    frame.here = Nav::search;
    frame.content = search_page(caller.say, form_for(caller, typed),
                                typed.empty() ? std::string{} : answer_words(caller, answer, typed),
                                table_of(caller, answer), closed_words(caller, answer), note);
    return framed(caller, frame);
}

} // namespace

void add_search_pages(Site& site) { add_page(site, Method::get, "search", "/search", show); }

} // namespace gweld::web::pages
