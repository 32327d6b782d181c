// Adding a relative who has no record of their own, putting one right, saying where one lives.
#include "web/pages/story/story.h"

#include "casework/standing.h"
#include "web/components/markup.h"
#include "web/pages/problems/problems.h"
#include "web/pages/story/family_words.h"
#include "web/pages/story/people_choices.h"
#include "web/pages/visit/answers.h"
#include "web/pages/visit/family.h"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages::story {

namespace {

using casework::PersonId;
using words::mark;

// ---- who it is
// -----------------------------------------------------------------------------------

std::vector<Html> questions_about_them(const StoryForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Html> questions;
    questions.push_back(ask.line({"name", say.say("Name"),
                                  say.say("As the family says it. If nobody knows it, how this "
                                          "person is called.")}));
    questions.push_back(ask.one_of({"sex", say.say("Sex")}, {{"female", say.say("Female")},
                                                             {"male", say.say("Male")},
                                                             {"not_known", say.say("Not known")}}));
    questions.push_back(
        ask.date({"born", say.say("Date of birth (optional)"),
                  say.say("Leave the day empty, or the day and the month, where nobody knows "
                          "them.")}));
    questions.push_back(ask.one_of({"life", say.say("Are they living?")},
                                   {{"living", say.say("Yes")},
                                    {"died",
                                     say.say("No, they have died"),
                                     {},
                                     ask.date({"died", say.say("When did they die? (optional)"),
                                               say.say("A year is enough.")})}}));
    questions.push_back(ask.line({"note", say.say("Note (optional)"),
                                  say.say("For example what the children call them, or which "
                                          "language they speak.")}));
    return questions;
}

record::RelativeNamed relative_typed(Answers& answers) {
    record::RelativeNamed named;
    named.name = answers.text("name", mark("Write a name, or how this person is called"));
    named.sex = answers.choice<record::Sex>("sex", mark("Choose one")).value_or(named.sex);
    if (const auto born = known_date(answers, "born", {})) {
        named.born = born->on;
        named.born_to = born->to;
    }
    named.life = answers.choice<record::Life>("life", mark("Say whether they are living"))
                     .value_or(named.life);
    if (named.life == record::Life::died) {
        if (const auto died = known_date(answers, "died", {})) {
            named.died = died->on;
            named.died_to = died->to;
        }
    }
    named.note = answers.text("note");
    return named;
}

// ---- a new one
// -----------------------------------------------------------------------------------

Response draw_new(const StoryForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    auto questions = questions_about_them(form);
    questions.push_back(
        ask.from_list({"kinship", say.say("What are they?")}, kinship_options(say)));
    questions.push_back(ask.any_of({"to", say.say("Of whom?")}, people_options(form)));
    questions.push_back(ask.date({"since", say.say("Since when? (optional)"),
                                  say.say("For a partner, a carer or a step-parent. A year is "
                                          "enough.")}));
    questions.push_back(ask.any_of(
        {"lives", say.say("Where do they live?")},
        {{"with-child",
          say.say("With {name}", {{"name", form.called()}}),
          {},
          ask.date({"home", say.say("Since when?"),
                    say.say("The home recorded for {name} is taken as theirs. A year is enough.",
                            {{"name", form.called()}})})}}));
    return show_page(
        form,
        {say.say("Add a relative: {name}", {{"name", form.called()}}),
         say.say("For somebody who has no record of their own here. It is kept with the "
                 "family, so brothers and sisters show it as well."),
         form.caller.to("relative.new", {{"id", form.id()}}), say.say("Add the relative")},
        std::move(questions));
}

std::vector<PersonId> related_to(const StoryForm& form, Answers& answers) {
    std::vector<PersonId> people;
    for (const auto value : answers.ticked("to")) {
        const auto id = base::parse_uuid(value);
        if (id && !name_of(form, PersonId{*id}).empty()) {
            people.push_back(PersonId{*id});
        }
    }
    if (people.empty()) {
        answers.fault("to", mark("Tick at least one person"));
    }
    return people;
}

Response show_new(const Caller& caller) {
    auto opened = open_story(caller, Part::genogram, access::Action::record_story, "add-relative");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto& form = opened.value();
    begin_as(form, Fields{{{"life", "living"}, {"to", form.id()}}});
    return draw_new(form);
}

Response save_new(const Caller& caller) {
    const auto opened =
        open_story(caller, Part::genogram, access::Action::record_story, "add-relative");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& form = opened.value();
    Answers answers{form.typed, caller.today()};
    casework::NewRelative added;
    added.named = relative_typed(answers);
    added.kinship = answers.choice<record::Kinship>("kinship", mark("Choose what they are"))
                        .value_or(record::Kinship::parent);
    added.to = related_to(form, answers);
    added.since = known_date(answers, "since", {});
    if (answers.is_ticked("lives", "with-child")) {
        added.with_child_since =
            known_date(answers, "home", mark("Enter since when they have lived there"));
    }
    if (!answers.all_well()) {
        return with_faults(form, answers, draw_new);
    }
    return answered(form,
                    casework::add_relative(caller.office(), caller.viewer, form.child().child,
                                           added, saw_by(form, {})),
                    "relative", draw_new);
}

// ---- one put right
// -------------------------------------------------------------------------------

const casework::Relative* relative_in(const StoryForm& form) {
    const auto id = person_in(form.caller, "relative");
    return id ? form.kin.relative(*id) : nullptr;
}

Response draw_correction(const StoryForm& form) {
    const auto& say = form.say();
    auto questions = questions_about_them(form);
    questions.push_back(form.questions().box({"why", say.say("What was wrong with it?")}, 2));
    return show_page(form,
                     {say.say("Correct a relative: {name}", {{"name", form.called()}}),
                      say.say("What stood before is kept."),
                      form.caller.to("relative.correct",
                                     {{"id", form.id()},
                                      {"relative", std::string{form.caller.param("relative")}}}),
                      say.say("Save the correction")},
                     std::move(questions));
}

Response show_correction(const Caller& caller) {
    auto opened =
        open_story(caller, Part::genogram, access::Action::correct_entry, "correct-relative");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto& form = opened.value();
    const auto* relative = relative_in(form);
    if (relative == nullptr) {
        return not_found(caller);
    }
    std::vector<Field> fields{{"name", relative->name},
                              {"sex", boost::describe::enum_to_string(relative->sex, "")},
                              {"life", boost::describe::enum_to_string(relative->life, "")},
                              {"note", relative->note}};
    if (relative->born) {
        add_fields(fields, "born", *relative->born);
    }
    if (relative->died) {
        add_fields(fields, "died", *relative->died);
    }
    begin_as(form, Fields{std::move(fields)});
    return draw_correction(form);
}

Response save_correction(const Caller& caller) {
    const auto opened =
        open_story(caller, Part::genogram, access::Action::correct_entry, "correct-relative");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& form = opened.value();
    const auto* relative = relative_in(form);
    if (relative == nullptr) {
        return not_found(caller);
    }
    Answers answers{form.typed, caller.today()};
    auto named = relative_typed(answers);
    named.relative = relative->id;
    const auto why = answers.text("why", mark("Write what was wrong"));
    if (!answers.all_well()) {
        return with_faults(form, answers, draw_correction);
    }
    return answered(form,
                    casework::correct_relative(caller.office(), caller.viewer, form.child().child,
                                               relative->entry, named, why, saw_by(form, {})),
                    "correction", draw_correction);
}

// ---- where one lives
// -----------------------------------------------------------------------------

Response draw_home(const StoryForm& form) {
    const auto* relative = relative_in(form);
    if (relative == nullptr) {
        return not_found(form.caller);
    }
    const auto& say = form.say();
    const auto ask = form.questions();
    Markup address;
    address.put(ask.line({"what", say.say("Address")}));
    address.put(ask.short_line({"postcode", say.say("Postcode (optional)")}));
    std::vector<Html> questions;
    questions.push_back(ask.one_of(
        {"now", say.say("Where do they live?")},
        {{"with_child", say.say("With {name}", {{"name", form.called()}}),
          say.say("The home recorded for {name} is taken as theirs.", {{"name", form.called()}})},
         {"at_address", say.say("At another address"), {}, address.take()},
         {"somewhere_else", say.say("Somewhere else; nobody knows where")}}));
    questions.push_back(ask.date({"on", say.say("Since when?"), say.say("A year is enough.")}));
    return show_page(
        form,
        {say.say("Where {name} lives", {{"name", relative->name}}),
         say.say("It holds from that day until something later is recorded."),
         form.caller.to("relative.home",
                        {{"id", form.id()}, {"relative", base::to_text(relative->id.uuid)}}),
         say.say("Save where they live")},
        std::move(questions));
}

std::optional<casework::NowLives> now_typed(Answers& answers) {
    const auto now = answers.text("now");
    if (now == "with_child") {
        return casework::NowLives::with_child;
    }
    if (now == "at_address") {
        return casework::NowLives::at_address;
    }
    if (now == "somewhere_else") {
        return casework::NowLives::somewhere_else;
    }
    answers.fault("now", mark("Choose one"));
    return std::nullopt;
}

Response show_home(const Caller& caller) {
    const auto opened =
        open_story(caller, Part::genogram, access::Action::record_story, "house-relative");
    return opened.ok() ? draw_home(opened.value()) : refusal(caller, opened.error());
}

Response save_home(const Caller& caller) {
    const auto opened =
        open_story(caller, Part::genogram, access::Action::record_story, "house-relative");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& form = opened.value();
    const auto* relative = relative_in(form);
    if (relative == nullptr) {
        return not_found(caller);
    }
    Answers answers{form.typed, caller.today()};
    casework::RelativesHome home;
    home.relative = relative->id;
    home.now = now_typed(answers).value_or(casework::NowLives::with_child);
    if (home.now == casework::NowLives::at_address) {
        home.lines = answers.text("what", mark("Write the address"));
        home.postcode = answers.text("postcode");
    }
    home.from = known_date(answers, "on", mark("Enter since when they have lived there"))
                    .value_or(home.from);
    if (!answers.all_well()) {
        return with_faults(form, answers, draw_home);
    }
    return answered(form,
                    casework::house_relative(caller.office(), caller.viewer, form.child().child,
                                             home, saw_by(form, {})),
                    "relatives-home", draw_home);
}

} // namespace

void add_relative_forms(Site& site) {
    add_page(site, Method::get, "relative.new", "/child/{id}/relative/new", show_new);
    add_page(site, Method::post, "relative.new", "/child/{id}/relative/new", save_new);
    add_page(site, Method::get, "relative.correct", "/child/{id}/relative/{relative}/correct",
             show_correction);
    add_page(site, Method::post, "relative.correct", "/child/{id}/relative/{relative}/correct",
             save_correction);
    add_page(site, Method::get, "relative.home", "/child/{id}/relative/{relative}/home", show_home);
    add_page(site, Method::post, "relative.home", "/child/{id}/relative/{relative}/home",
             save_home);
}

} // namespace gweld::web::pages::story
