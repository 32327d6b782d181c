// Weighing an event: does it belong in the chronology, and why.
#include "web/pages/story/event_forms.h"

#include "casework/significance.h"
#include "web/pages/child/telling.h"
#include "web/pages/child/wording.h"
#include "web/pages/problems/problems.h"
#include "web/pages/visit/answers.h"
#include "web/pages/visit/family.h"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages::story {

namespace {

using child_record::Happening;
using child_record::Shown;
using words::mark;

// The event named in the address; null: no event of this child.
const Happening* event_in(const std::vector<Happening>& all, base::EntryId id) {
    const auto found = std::ranges::find_if(all, [&](const auto& happening) {
        return happening.withdrawn == nullptr && casework::is_event(happening.first().kind) &&
               std::ranges::find(happening.versions, id.uuid, &record::Entry::id) !=
                   happening.versions.end();
    });
    return found == all.end() ? nullptr : &*found;
}

std::string which_event(const StoryForm& form, const Happening& event,
                        const std::vector<Happening>& all) {
    const Shown shown{form.caller, form.record, form.caller.today()};
    const child_record::Teller teller{shown, all};
    return form.say().say("{date}: {title}", {{"date", when_it_was(form.say(), event.believed())},
                                              {"title", teller.tell(event.believed()).title}});
}

Response draw(const StoryForm& form) {
    const auto id = entry_in(form.caller, "event");
    const auto all = child_record::happenings_of(form.child());
    const auto* event = id ? event_in(all, *id) : nullptr;
    if (event == nullptr) {
        return not_found(form.caller);
    }
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Html> questions;
    questions.push_back(ask.one_of(
        {"weight", say.say("What is it in {name}’s chronology?", {{"name", form.called()}})},
        {{"significant", say.say("Significant"), say.say("Always shown, and printed for court.")},
         {"ordinary", say.say("Ordinary"), say.say("Shown when everything is asked for.")},
         {"left_out", say.say("Left out"),
          say.say("Not shown. The record keeps it, and the chronology says how many are left "
                  "out.")}}));
    questions.push_back(ask.box(
        {"why", say.say("Why?"), say.say("For whoever reads the chronology after you.")}, 3));
    return show_page(
        form,
        {say.say("Weigh an event: {name}", {{"name", form.called()}}),
         which_event(form, *event, all),
         form.caller.to("event.weigh", {{"id", form.id()}, {"event", base::to_text(id->uuid)}}),
         say.say("Save")},
        std::move(questions));
}

// As it is weighed now.
Fields as_it_stands(const StoryForm& form, const Happening& event) {
    const casework::Weighings weighings{form.child()};
    const auto* held = weighings.held(event.versions);
    const auto weight = held ? held->weight : casework::usual_weight(event.believed());
    return Fields{{{"weight", boost::describe::enum_to_string(weight, "ordinary")},
                   {"why", held ? held->why : std::string{}}}};
}

Response show(const Caller& caller) {
    auto opened = open_story(caller, Part::chronology, access::Action::record_story, "weigh-event");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto& form = opened.value();
    const auto id = entry_in(caller, "event");
    const auto all = child_record::happenings_of(form.child());
    const auto* event = id ? event_in(all, *id) : nullptr;
    if (event == nullptr) {
        return not_found(caller);
    }
    begin_as(form, as_it_stands(form, *event));
    return draw(form);
}

Response save(const Caller& caller) {
    const auto opened =
        open_story(caller, Part::chronology, access::Action::record_story, "weigh-event");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& form = opened.value();
    const auto id = entry_in(caller, "event");
    if (!id) {
        return not_found(caller);
    }
    Answers answers{form.typed, caller.today()};
    record::EventWeighed weighed;
    weighed.event = *id;
    weighed.weight = answers.choice<record::Weight>("weight", mark("Choose one"))
                         .value_or(record::Weight::ordinary);
    weighed.why = answers.text("why", mark("Write why"));
    if (!answers.all_well()) {
        return with_faults(form, answers, draw);
    }
    const auto child = form.child().child;
    return answered(form,
                    casework::weigh_event(caller.office(), caller.viewer, child, weighed,
                                          saw_by(form, {child})),
                    "weighed", draw);
}

} // namespace

void add_weigh_form(Site& site) {
    add_page(site, Method::get, "event.weigh", "/child/{id}/event/{event}/weigh", show);
    add_page(site, Method::post, "event.weigh", "/child/{id}/event/{event}/weigh", save);
}

} // namespace gweld::web::pages::story
