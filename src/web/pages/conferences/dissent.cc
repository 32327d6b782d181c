// Who did not agree with what a conference decided, and why; and what an agency says of its record.
#include "web/pages/conferences/conference_form.h"
#include "web/pages/conferences/conferences.h"

#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages {

namespace {

using record::RecordAnswer;
using words::mark;

Response draw_dissent(const FamilyForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Html> questions;
    questions.push_back(ask.from_list({"agency", say.say("Agency")}, agencies_of(form)));
    questions.push_back(ask.line({"name", say.say("Who did not agree?")}));
    questions.push_back(ask.date({"on", say.say("When did they say so?")}));
    questions.push_back(ask.box({"words", say.say("With what, and why?")}, 5));
    return show_page(form,
                     {say.say("Record that somebody did not agree"),
                      which_conference(form) + ". " +
                          say.say("It stays beside the decision, for everybody who reads it."),
                      form.caller.to("conference.dissent", {{"id", form.home_id}}),
                      say.say("Save")},
                     std::move(questions));
}

Response save_dissent(FamilyForm form) {
    Answers answers{form.typed, form.caller.today()};
    record::DissentRecorded dissent;
    dissent.conference = conference_entry(form);
    dissent.agency = answers.choice<record::Agency>("agency", mark("Choose the agency"))
                         .value_or(record::Agency::other);
    dissent.name = answers.text("name", mark("Enter a name"));
    dissent.on = answers
                     .past_date("on", mark("Enter the day they said so"),
                                mark("The date must be today or in the past"))
                     .value_or(record::to_be_given);
    dissent.reason = answers.text("words", mark("Write with what they did not agree, and why"));
    if (!answers.all_well()) {
        return with_faults(std::move(form), answers, draw_dissent);
    }
    const auto answer = casework::record_dissent(form.caller.office(), form.caller.viewer, dissent,
                                                 about_children(form), saw_by(form, form.children));
    return answered<casework::ConferenceNonsense>(std::move(form), answer, "dissent", draw_dissent,
                                                  &fault_of);
}

Response draw_answer(const FamilyForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    const auto option = [&](RecordAnswer answer, Html reveals = {}) {
        return Option{
            boost::describe::enum_to_string(answer, ""), said(say, answer), {}, std::move(reveals)};
    };
    std::vector<Html> questions;
    questions.push_back(ask.from_list({"agency", say.say("Agency")}, agencies_of(form)));
    questions.push_back(ask.line({"name", say.say("Who answered?")}));
    questions.push_back(ask.date({"on", say.say("When?")}));
    questions.push_back(ask.one_of(
        {"answer", say.say("What do they say of the record?")},
        {option(RecordAnswer::agreed),
         option(RecordAnswer::asked_for_change,
                ask.box({"words", say.say("What should change, in their words?")}, 4))}));
    return show_page(form,
                     {say.say("Record an answer to the record of the conference"),
                      which_conference(form),
                      form.caller.to("conference.answer", {{"id", form.home_id}}), say.say("Save")},
                     std::move(questions));
}

Response save_answer(FamilyForm form) {
    Answers answers{form.typed, form.caller.today()};
    record::ConferenceRecordAnswered given;
    given.conference = conference_entry(form);
    given.agency = answers.choice<record::Agency>("agency", mark("Choose the agency"))
                       .value_or(record::Agency::other);
    given.name = answers.text("name", mark("Enter a name"));
    given.on = answers
                   .past_date("on", mark("Enter the day they answered"),
                              mark("The date must be today or in the past"))
                   .value_or(record::to_be_given);
    given.answer = answers.choice<RecordAnswer>("answer", mark("Say what they answered"))
                       .value_or(RecordAnswer::agreed);
    given.words = answers.text("words");
    if (given.answer == RecordAnswer::asked_for_change && given.words.empty()) {
        answers.fault("words", mark("Write what should change"));
    }
    if (!answers.all_well()) {
        return with_faults(std::move(form), answers, draw_answer);
    }
    const auto answer = casework::answer_record(form.caller.office(), form.caller.viewer, given,
                                                about_children(form), saw_by(form, form.children));
    return answered<casework::ConferenceNonsense>(std::move(form), answer, "record-answer",
                                                  draw_answer, &fault_of);
}

} // namespace

void add_dissent_pages(Site& site) {
    add_form_page(site, {"conference.dissent", "/conference/{id}/dissent", "conference-dissent",
                         draw_dissent, save_dissent, nullptr});
}

void add_record_answer_pages(Site& site) {
    add_form_page(site, {"conference.answer", "/conference/{id}/answer", "conference-answer",
                         draw_answer, save_answer, nullptr});
}

} // namespace gweld::web::pages
