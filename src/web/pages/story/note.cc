// Adding an event that is recorded nowhere else, and putting one right.
#include "web/pages/story/event_forms.h"

#include "casework/standing.h"
#include "record/codec.h"
#include "web/pages/child/happenings.h"
#include "web/pages/problems/problems.h"
#include "web/pages/story/story.h"
#include "web/pages/visit/answers.h"
#include "web/pages/visit/family.h"

#include <algorithm>

namespace gweld::web::pages::story {

namespace {

using casework::PersonId;
using words::mark;

// The child, and the brothers and sisters whose chronology this person may write in.
std::vector<std::shared_ptr<const casework::Facts>> offered(const StoryForm& form) {
    std::vector<std::shared_ptr<const casework::Facts>> children{form.record.standing.facts};
    for (const auto& member : form.record.family()) {
        if (access::decide(form.caller.viewer, access::Action::record_story, member->bearing(),
                           form.caller.when())
                .allowed()) {
            children.push_back(member);
        }
    }
    return children;
}

void add_questions(const StoryForm& form, std::vector<Html>& questions) {
    const auto& say = form.say();
    const auto ask = form.questions();
    questions.push_back(ask.date(
        {"on", say.say("When was it?"),
         say.say("Leave the day empty, or the day and the month, where nobody knows them.")}));
    questions.push_back(ask.box({"what", say.say("What happened?")}, 4));
    questions.push_back(
        ask.line({"source", say.say("Where does this come from?"),
                  say.say("For example: the health visitor’s file; another council’s letter of May "
                          "2021; her grandmother.")}));
}

Response draw_new(const StoryForm& form) {
    const auto& say = form.say();
    std::vector<Html> questions;
    add_questions(form, questions);
    if (const auto children = offered(form); children.size() > 1) {
        std::vector<Option> options;
        for (const auto& child : children) {
            options.push_back(
                {base::to_text(child->child.uuid), casework::full_name(*child->person), {}, {}});
        }
        questions.push_back(form.questions().any_of(
            {"child", say.say("Whose chronology does it belong to?")}, options));
    }
    return show_page(form,
                     {say.say("Add an event: {name}", {{"name", form.called()}}),
                      say.say("For what is recorded nowhere else here: from files, another council "
                              "or the family. It is shown with where it comes from."),
                      form.caller.to("event.new", {{"id", form.id()}}), say.say("Add the event")},
                     std::move(questions));
}

record::EventNoted event_typed(Answers& answers) {
    record::EventNoted noted;
    if (const auto on = known_date(answers, "on", mark("Enter when it was; a year is enough"))) {
        noted.on = on->on;
        noted.known_to = on->to;
        if (on->on > answers.today()) {
            answers.fault("on-day", mark("This day is still to come"));
        }
    }
    noted.what = answers.text("what", mark("Write what happened"));
    noted.source = answers.text("source", mark("Write where this comes from"));
    return noted;
}

std::vector<PersonId> children_typed(const StoryForm& form, Answers& answers) {
    const auto children = offered(form);
    std::vector<PersonId> ticked;
    for (const auto& child : children) {
        if (children.size() == 1 || answers.is_ticked("child", base::to_text(child->child.uuid))) {
            ticked.push_back(child->child);
        }
    }
    if (ticked.empty()) {
        answers.fault("child", mark("Tick at least one child"));
    }
    return ticked;
}

Response show_new(const Caller& caller) {
    auto opened = open_story(caller, Part::chronology, access::Action::record_story, "note-event");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    begin_as(opened.value(), Fields{{{"child", opened.value().id()}}});
    return draw_new(opened.value());
}

Response save_new(const Caller& caller) {
    const auto opened =
        open_story(caller, Part::chronology, access::Action::record_story, "note-event");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& form = opened.value();
    Answers answers{form.typed, caller.today()};
    const auto noted = event_typed(answers);
    const auto children = children_typed(form, answers);
    if (!answers.all_well()) {
        return with_faults(form, answers, draw_new);
    }
    return answered(form,
                    casework::note_event(caller.office(), caller.viewer, children, noted,
                                         saw_by(form, children)),
                    "event-noted", draw_new);
}

// ---- putting one right
// ----------------------------------------------------------------------------

// The newest version of a noted event of this child; null: none, or it was put right meanwhile.
const record::Entry* noted_in(const StoryForm& form) {
    const auto id = entry_in(form.caller, "event");
    const auto& entries = form.child().entries;
    const auto found = std::ranges::find_if(entries, [&](const auto& entry) {
        return id && entry.id == id->uuid && record::is_a<record::EventNoted>(entry);
    });
    return found == entries.end() ? nullptr : &*found;
}

Response draw_correction(const StoryForm& form) {
    const auto& say = form.say();
    std::vector<Html> questions;
    add_questions(form, questions);
    questions.push_back(form.questions().box({"why", say.say("What was wrong with it?")}, 2));
    return show_page(
        form,
        {say.say("Correct an event: {name}", {{"name", form.called()}}),
         say.say("What stood before is kept."),
         form.caller.to("event.correct",
                        {{"id", form.id()}, {"event", std::string{form.caller.param("event")}}}),
         say.say("Save the correction")},
        std::move(questions));
}

Response show_correction(const Caller& caller) {
    auto opened =
        open_story(caller, Part::chronology, access::Action::correct_entry, "correct-event");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto& form = opened.value();
    const auto* entry = noted_in(form);
    if (entry == nullptr) {
        return not_found(caller);
    }
    const auto noted = record::body_of<record::EventNoted>(*entry);
    std::vector<Field> fields{{"what", noted.what}, {"source", noted.source}};
    add_fields(fields, "on", {noted.on, noted.known_to});
    begin_as(form, Fields{std::move(fields)});
    return draw_correction(form);
}

Response save_correction(const Caller& caller) {
    const auto opened =
        open_story(caller, Part::chronology, access::Action::correct_entry, "correct-event");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& form = opened.value();
    const auto* entry = noted_in(form);
    if (entry == nullptr) {
        return not_found(caller);
    }
    Answers answers{form.typed, caller.today()};
    const auto noted = event_typed(answers);
    const auto why = answers.text("why", mark("Write what was wrong"));
    if (!answers.all_well()) {
        return with_faults(form, answers, draw_correction);
    }
    std::vector<PersonId> children;
    std::ranges::transform(entry->about, std::back_inserter(children),
                           [](const auto& id) { return PersonId{id}; });
    return answered(form,
                    casework::correct_event(caller.office(), caller.viewer,
                                            base::EntryId{entry->id}, noted, why,
                                            saw_by(form, children)),
                    "correction", draw_correction);
}

} // namespace

KnownDate known_day(const record::Entry& event) {
    if (!record::is_a<record::EventNoted>(event)) {
        return {event.effective};
    }
    const auto noted = record::body_of<record::EventNoted>(event);
    return {noted.on, noted.known_to};
}

std::string when_it_was(const Words& say, const record::Entry& event) {
    return said(say, known_day(event));
}

void add_note_forms(Site& site) {
    add_page(site, Method::get, "event.new", "/child/{id}/event/new", show_new);
    add_page(site, Method::post, "event.new", "/child/{id}/event/new", save_new);
    add_page(site, Method::get, "event.correct", "/child/{id}/event/{event}/correct",
             show_correction);
    add_page(site, Method::post, "event.correct", "/child/{id}/event/{event}/correct",
             save_correction);
}

} // namespace gweld::web::pages::story
