// Who is what to whom: saying it, saying that it ended, putting it right.
#include "web/pages/story/story.h"

#include "casework/standing.h"
#include "web/pages/problems/problems.h"
#include "web/pages/story/family_words.h"
#include "web/pages/story/people_choices.h"
#include "web/pages/visit/answers.h"
#include "web/pages/visit/family.h"

#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages::story {

namespace {

using casework::PersonId;
using words::mark;

std::vector<Html> questions_about_it(const StoryForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Html> questions;
    questions.push_back(ask.from_list({"name", say.say("Who?")}, people_options(form)));
    questions.push_back(
        ask.from_list({"kinship", say.say("What are they?")}, kinship_options(say)));
    questions.push_back(ask.from_list({"to", say.say("Of whom?")}, people_options(form)));
    questions.push_back(
        ask.date({"on", say.say("Since when? (optional)"), say.say("A year is enough.")}));
    return questions;
}

record::RelationNamed relation_typed(const StoryForm& form, Answers& answers) {
    record::RelationNamed relation;
    relation.person =
        person_typed(form, answers, "name", mark("Choose a person")).value_or(relation.person);
    relation.kinship = answers.choice<record::Kinship>("kinship", mark("Choose what they are"))
                           .value_or(relation.kinship);
    relation.of = person_typed(form, answers, "to", mark("Choose a person")).value_or(relation.of);
    if (const auto since = known_date(answers, "on", {})) {
        relation.since = since->on;
        relation.since_to = since->to;
    }
    return relation;
}

// ---- a new one
// -----------------------------------------------------------------------------------

Response draw_new(const StoryForm& form) {
    const auto& say = form.say();
    return show_page(
        form,
        {say.say("Who is what to whom: {name}", {{"name", form.called()}}),
         say.say("Between two people of the family, whether they have a record here or "
                 "not."),
         form.caller.to("relation.new", {{"id", form.id()}}), say.say("Save")},
        questions_about_it(form));
}

Response show_new(const Caller& caller) {
    const auto opened = open_story(caller, Part::genogram, access::Action::record_story, "relate");
    return opened.ok() ? draw_new(opened.value()) : refusal(caller, opened.error());
}

Response save_new(const Caller& caller) {
    const auto opened = open_story(caller, Part::genogram, access::Action::record_story, "relate");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& form = opened.value();
    Answers answers{form.typed, caller.today()};
    const auto relation = relation_typed(form, answers);
    if (!answers.all_well()) {
        return with_faults(form, answers, draw_new);
    }
    return answered(form,
                    casework::relate(caller.office(), caller.viewer, form.child().child, relation,
                                     saw_by(form, {})),
                    "relation", draw_new);
}

// ---- its end
// -----------------------------------------------------------------------------------

const casework::Relation* relation_in(const StoryForm& form) {
    const auto id = entry_in(form.caller, "relation");
    return id ? form.kin.relation(*id) : nullptr;
}

// As it is said today, in the sentence the genogram has.
std::string which(const StoryForm& form, const casework::Relation& relation) {
    const auto family =
        casework::family_on(form.kin, form.child(), form.record.family(), form.caller.today(),
                            casework::open_to(form.caller.viewer, form.caller.when()));
    for (const auto& on : family.relations) {
        if (on.entry == relation.entry) {
            return relation_in_words(form.say(), family, on);
        }
    }
    return name_of(form, relation.person);
}

Response draw_end(const StoryForm& form) {
    const auto* relation = relation_in(form);
    if (relation == nullptr) {
        return not_found(form.caller);
    }
    const auto& say = form.say();
    return show_page(
        form,
        {say.say("Say that it ended"), which(form, *relation),
         form.caller.to("relation.end",
                        {{"id", form.id()}, {"relation", base::to_text(relation->entry.uuid)}}),
         say.say("Save the end")},
        {form.questions().date({"on", say.say("When did it end? (optional)"),
                                say.say("Leave it empty where nobody knows. A year is enough.")})});
}

Response show_end(const Caller& caller) {
    const auto opened =
        open_story(caller, Part::genogram, access::Action::record_story, "end-relation");
    return opened.ok() ? draw_end(opened.value()) : refusal(caller, opened.error());
}

Response save_end(const Caller& caller) {
    const auto opened =
        open_story(caller, Part::genogram, access::Action::record_story, "end-relation");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& form = opened.value();
    const auto* relation = relation_in(form);
    if (relation == nullptr) {
        return not_found(caller);
    }
    Answers answers{form.typed, caller.today()};
    record::RelationEnded ended;
    ended.relation = relation->entry;
    if (const auto on = known_date(answers, "on", {})) {
        ended.on = on->on;
        ended.on_to = on->to;
    }
    if (!answers.all_well()) {
        return with_faults(form, answers, draw_end);
    }
    return answered(form,
                    casework::end_relation(caller.office(), caller.viewer, form.child().child,
                                           ended, saw_by(form, {})),
                    "relation-ended", draw_end);
}

// ---- one put right
// -------------------------------------------------------------------------------

Response draw_correction(const StoryForm& form) {
    const auto& say = form.say();
    auto questions = questions_about_it(form);
    questions.push_back(form.questions().box({"why", say.say("What was wrong with it?")}, 2));
    return show_page(form,
                     {say.say("Correct who is what to whom: {name}", {{"name", form.called()}}),
                      say.say("What stood before is kept."),
                      form.caller.to("relation.correct",
                                     {{"id", form.id()},
                                      {"relation", std::string{form.caller.param("relation")}}}),
                      say.say("Save the correction")},
                     std::move(questions));
}

Response show_correction(const Caller& caller) {
    auto opened =
        open_story(caller, Part::genogram, access::Action::correct_entry, "correct-relation");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto& form = opened.value();
    const auto* relation = relation_in(form);
    if (relation == nullptr) {
        return not_found(caller);
    }
    std::vector<Field> fields{{"name", base::to_text(relation->person.uuid)},
                              {"kinship", boost::describe::enum_to_string(relation->kinship, "")},
                              {"to", base::to_text(relation->of.uuid)}};
    if (relation->since) {
        add_fields(fields, "on", *relation->since);
    }
    begin_as(form, Fields{std::move(fields)});
    return draw_correction(form);
}

Response save_correction(const Caller& caller) {
    const auto opened =
        open_story(caller, Part::genogram, access::Action::correct_entry, "correct-relation");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& form = opened.value();
    const auto* relation = relation_in(form);
    if (relation == nullptr) {
        return not_found(caller);
    }
    Answers answers{form.typed, caller.today()};
    const auto named = relation_typed(form, answers);
    const auto why = answers.text("why", mark("Write what was wrong"));
    if (!answers.all_well()) {
        return with_faults(form, answers, draw_correction);
    }
    return answered(form,
                    casework::correct_relation(caller.office(), caller.viewer, form.child().child,
                                               relation->entry, named, why, saw_by(form, {})),
                    "correction", draw_correction);
}

} // namespace

std::vector<Option> people_options(const StoryForm& form) {
    std::vector<Option> options{
        {base::to_text(form.child().child.uuid), casework::full_name(*form.child().person)}};
    for (const auto& member : form.record.family()) {
        options.push_back(
            {base::to_text(member->child.uuid), casework::full_name(*member->person)});
    }
    for (const auto& relative : form.kin.relatives) {
        options.push_back({base::to_text(relative.id.uuid), relative.name});
    }
    return options;
}

std::vector<Option> kinship_options(const Words& say) {
    using enum record::Kinship;
    std::vector<Option> options;
    for (const auto kinship : {parent, adoptive_parent, step_parent, carer, partner, spouse}) {
        options.push_back(
            {boost::describe::enum_to_string(kinship, ""), kinship_in_words(say, kinship)});
    }
    return options;
}

std::optional<PersonId> person_typed(const StoryForm& form, Answers& answers, std::string_view name,
                                     std::string_view when_none) {
    const auto id = base::parse_uuid(answers.text(name));
    if (id && !name_of(form, PersonId{*id}).empty()) {
        return PersonId{*id};
    }
    answers.fault(name, when_none);
    return std::nullopt;
}

std::string name_of(const StoryForm& form, PersonId person) {
    const auto wanted = base::to_text(person.uuid);
    for (const auto& option : people_options(form)) {
        if (option.value == wanted) {
            return option.words;
        }
    }
    return {};
}

void add_relation_forms(Site& site) {
    add_page(site, Method::get, "relation.new", "/child/{id}/relation/new", show_new);
    add_page(site, Method::post, "relation.new", "/child/{id}/relation/new", save_new);
    add_page(site, Method::get, "relation.end", "/child/{id}/relation/{relation}/end", show_end);
    add_page(site, Method::post, "relation.end", "/child/{id}/relation/{relation}/end", save_end);
    add_page(site, Method::get, "relation.correct", "/child/{id}/relation/{relation}/correct",
             show_correction);
    add_page(site, Method::post, "relation.correct", "/child/{id}/relation/{relation}/correct",
             save_correction);
}

} // namespace gweld::web::pages::story
