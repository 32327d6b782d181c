// That somebody does not agree with what an entry says of them: under the entry, for as long as it
// stands.
#include "record/codec.h"
#include "web/pages/enquiries/family_form.h"
#include "web/pages/own_records/own_records.h"
#include "web/pages/own_records/own_words.h"
#include "web/pages/problems/problems.h"
#include "web/pages/register/register_form.h"
#include "web/pages/visit/answers.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

using words::mark;

// About everybody the entry is about whose record this person may write in.
base::Result<FamilyForm, casework::OpenRefused> open_form(const Caller& caller) {
    auto opened = open_family(caller, access::Action::record_story, "disagreement");
    if (!opened.ok()) {
        return base::Err{opened.error()};
    }
    auto form = std::move(opened).value();
    form.children.resize(1);
    form.home = "child.timeline";
    form.first_field = "by";
    const auto entry = base::parse_uuid(caller.param("entry"));
    const auto& entries = form.first().entries;
    if (!entry || std::ranges::find(entries, *entry, &record::Entry::id) == entries.end()) {
        return base::Err{casework::OpenRefused{casework::NotFoundOrNotYours{}}};
    }
    return base::Ok{std::move(form)};
}

Response draw(const FamilyForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Html> questions;
    questions.push_back(ask.one_of({"by", say.say("Who does not agree?")}, who_says(say)));
    questions.push_back(
        ask.line({"name", say.say("Their name"), say.say("Empty for the person themself.")}));
    questions.push_back(ask.date({"on", say.say("When did they say so?")}));
    questions.push_back(
        ask.box({"words", say.say("What they say"), say.say("In their own words.")}, 5));
    questions.push_back(ask.language({"language", say.say("In which language?")}));
    questions.push_back(ask.box({"answer", say.say("What was done about it"),
                                 say.say("May be left empty. Where the entry was wrong, correct it "
                                         "as well.")},
                                3));
    return show_page(
        form,
        {say.say("They do not agree: {name}",
                 {{"name", casework::full_name(*form.first().person)}}),
         say.say("What they say stands under the entry from then on, for everybody who reads it, "
                 "and in every copy. The entry stays as it is."),
         form.caller.to("child.disagreement",
                        {{"id", form.id()}, {"entry", form.caller.param("entry")}}),
         say.say("Save what they say")},
        std::move(questions));
}

Response show(const Caller& caller) {
    auto opened = open_form(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    begin(opened.value(), {"on"}, {});
    return draw(opened.value());
}

Response save(const Caller& caller) {
    const auto opened = open_form(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& form = opened.value();
    Answers answers{form.typed, caller.today()};
    record::EntryDisagreedWith what;
    what.entry = base::EntryId{*base::parse_uuid(caller.param("entry"))};
    what.by = answers.choice<record::SaidBy>("by", mark("Say who does not agree"))
                  .value_or(record::SaidBy::the_person);
    what.name = answers.text("name");
    what.on = answers
                  .past_date("on", mark("Enter the day they said so"),
                             mark("The date must be today or in the past"))
                  .value_or(record::to_be_given);
    what.words = answers.text("words", mark("Write what they say"));
    what.words_language = answers.text("language");
    what.answer = answers.text("answer");
    if (!answers.all_well()) {
        return with_faults(form, answers, draw);
    }
    return answered(form,
                    casework::note_disagreement(caller.office(), caller.viewer, what,
                                                saw_by(form, form.children)),
                    "disagreement", draw, &fault_of_own_record);
}

} // namespace

void add_disagreement_pages(Site& site) {
    add_page(site, Method::get, "child.disagreement", "/child/{id}/disagreement/{entry}", show);
    add_page(site, Method::post, "child.disagreement", "/child/{id}/disagreement/{entry}", save);
}

} // namespace gweld::web::pages
