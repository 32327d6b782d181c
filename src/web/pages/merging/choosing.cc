// Whose second record this may be: suggestions, and a search.
#include "web/pages/merging/merging.h"

#include "casework/child.h"
#include "casework/search.h"
#include "web/components/back_link.h"
#include "web/components/button.h"
#include "web/components/card_table.h"
#include "web/components/input.h"
#include "web/components/link.h"
#include "web/components/spoken.h"
#include "web/pages/frame/frame.h"
#include "web/pages/front_door/wording.h"
#include "web/pages/merging/merging.html.h"
#include "web/pages/merging/merging_words.h"
#include "web/pages/problems/problems.h"
#include "web/pages/visit/answers.h"
#include "web/pages/visit/family.h"

namespace gweld::web::pages::merging {

namespace {

using casework::Facts;

struct Choosing {
    const Caller& caller;
    const Facts& child;
    std::string id() const { return base::to_text(child.child.uuid); }
};

struct Somebody {
    const record::PersonRow& person;
    std::string why;
};

Html table_of(const Choosing& choosing, const std::vector<Somebody>& people,
              std::string_view caption) {
    const auto& say = choosing.caller.say;
    if (people.empty()) {
        return {};
    }
    ours::CardTable table;
    table.caption = say.say(caption);
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("Person"), {}}, {say.say("Why"), {}}, {say.say("What next"), {}}};
    for (const auto& [person, why] : people) {
        const auto to =
            choosing.caller.to("same-person.compare",
                               {{"id", choosing.id()}, {"other", base::to_text(person.person)}});
        table.rows.push_back({{Content{told_apart(say, person)}, Content{why},
                               Content{ours::link(to, say.say("Compare the two records"),
                                                  casework::full_name(person))}},
                              ours::Tone::waiting,
                              {}});
    }
    return ours::render(table);
}

Html suggested(const Choosing& choosing, const std::vector<casework::Suggestion>& suggestions) {
    std::vector<Somebody> people;
    for (const auto& one : suggestions) {
        people.push_back({one.person, door::alike_words(choosing.caller.say, one.alike)});
    }
    return table_of(choosing, people, words::mark("Who it may be"));
}

Html box(const Words& say, const std::string& typed) {
    govuk::Input input;
    input.name = "q";
    input.id = "same-as";
    input.label.content = say.say("Name, date of birth, record number or address");
    input.value = typed;
    input.autocomplete = "off";
    input.spellcheck = false;
    return govuk::render(input);
}

Html search_button(const Words& say) {
    govuk::Button button;
    button.content = say.say("Search");
    button.classes = "govuk-button--secondary";
    return govuk::render(button);
}

void put_found(const Choosing& choosing, const casework::SearchAnswer& answer,
               ChoosingParts& parts) {
    const auto& say = choosing.caller.say;
    std::vector<Somebody> people;
    for (const auto& found : answer.found) {
        const auto& facts = *found.standing.facts;
        if (facts.child != choosing.child.child) {
            people.push_back({*facts.person, {}});
        }
    }
    parts.answer = people.empty() ? say.say("Nobody else whose record you may open was found.")
                                  : say.say_n("1 child found.", "{n} children found.",
                                              static_cast<long>(people.size()));
    for (auto& one : people) {
        one.why = say.say("Found by your search");
    }
    parts.found = table_of(choosing, people, words::mark("Found by your search"));
}

Response show(const Caller& caller) {
    const auto id = person_in(caller, "id");
    if (!id) {
        return not_found(caller);
    }
    const auto opened = casework::open_record(caller.office(), caller.viewer, *id,
                                              access::Action::see_record, "same-person");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const Choosing choosing{caller, *opened.value().standing.facts};
    const auto suggestions =
        casework::who_may_be_the_same(caller.office(), caller.viewer, choosing.child.child);
    if (!suggestions.ok()) {
        return store_says(caller, suggestions.error());
    }
    const auto& say = caller.say;
    const std::string typed{caller.request.query.text("q")};
    ChoosingParts parts;
    parts.back =
        govuk::render(govuk::back_link(say, caller.to("child.people", {{"id", choosing.id()}})));
    parts.heading = say.say("Is {name} recorded twice?",
                            {{"name", casework::full_name(*choosing.child.person)}});
    parts.suggested = suggested(choosing, suggestions.value());
    parts.here = caller.to("same-person", {{"id", choosing.id()}});
    parts.box = box(say, typed);
    parts.search = search_button(say);
    if (!typed.empty()) {
        const auto answer = casework::search(caller.office(), caller.viewer, typed);
        if (!answer.ok()) {
            return store_says(caller, answer.error());
        }
        put_found(choosing, answer.value(), parts);
    }
    Frame frame;
    frame.title = parts.heading;
    frame.here = Nav::search;
    frame.content = merging_choosing(say, parts);
    return framed(caller, frame);
}

} // namespace

void add_choosing(Site& site) {
    add_page(site, Method::get, "same-person", "/child/{id}/same-person", show);
}

} // namespace gweld::web::pages::merging
