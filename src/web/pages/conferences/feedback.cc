// What people thought of a conference: plain questions, on paper or typed in here.
#include "web/pages/conferences/conference_form.h"
#include "web/pages/conferences/conferences.h"
#include "web/pages/conferences/feedback.html.h"
#include "web/pages/frame/frame.h"
#include "web/pages/visit/answers.h"

#include <array>
#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages {

namespace {

using record::FeedbackFrom;
using record::Felt;
using words::mark;

struct Asked {
    std::string_view field;
    std::string_view question;
    Felt record::ConferenceFeedbackGiven::* answer;
};
constexpr std::array asked{
    Asked{"prepared", mark("Did you know beforehand what would be talked about?"),
          &record::ConferenceFeedbackGiven::prepared},
    Asked{"understood", mark("Did you understand what was said?"),
          &record::ConferenceFeedbackGiven::understood},
    Asked{"listened", mark("Did people listen to you?"),
          &record::ConferenceFeedbackGiven::listened},
    Asked{"next", mark("Do you know what happens now?"),
          &record::ConferenceFeedbackGiven::know_next},
};
constexpr std::array felt{Felt::yes, Felt::partly, Felt::no};
constexpr std::array from{FeedbackFrom::child, FeedbackFrom::parent, FeedbackFrom::agency,
                          FeedbackFrom::other};

Response draw(const FamilyForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Option> people;
    for (const auto who : from) {
        people.push_back({boost::describe::enum_to_string(who, ""), said(say, who), {}, {}});
    }
    std::vector<Option> answers;
    for (const auto answer : felt) {
        answers.push_back({boost::describe::enum_to_string(answer, ""), said(say, answer), {}, {}});
    }
    std::vector<Html> questions;
    questions.push_back(ask.one_of({"from", say.say("Who is this from?")}, people));
    questions.push_back(ask.line({"name", say.say("Name"), say.say("You need not say.")}));
    questions.push_back(ask.date({"on", say.say("When did they say it?")}));
    for (const auto& one : asked) {
        questions.push_back(ask.one_of({std::string{one.field}, say.say(one.question)}, answers));
    }
    questions.push_back(ask.box({"good", say.say("What was good?")}, 3));
    questions.push_back(ask.box({"words", say.say("What could be better?")}, 3));
    questions.push_back(ask.language({"language", say.say("In which language?")}));
    return show_page(form,
                     {say.say("What people thought of the conference"), which_conference(form),
                      form.caller.to("conference.feedback", {{"id", form.home_id}}),
                      say.say("Save")},
                     std::move(questions));
}

Response save(FamilyForm form) {
    Answers answers{form.typed, form.caller.today()};
    record::ConferenceFeedbackGiven given;
    given.conference = conference_entry(form);
    given.from = answers.choice<FeedbackFrom>("from", mark("Say who it is from"))
                     .value_or(FeedbackFrom::other);
    given.name = answers.text("name");
    given.on = answers
                   .past_date("on", mark("Enter the day they said it"),
                              mark("The date must be today or in the past"))
                   .value_or(record::to_be_given);
    for (const auto& one : asked) {
        given.*one.answer = answers.choice<Felt>(one.field, {}).value_or(Felt::not_answered);
    }
    given.good = answers.text("good");
    given.better = answers.text("words");
    given.language = answers.text("language");
    if (!answers.all_well()) {
        return with_faults(std::move(form), answers, draw);
    }
    const auto answer = casework::give_feedback(form.caller.office(), form.caller.viewer, given,
                                                about_children(form), saw_by(form, form.children));
    return answered<casework::ConferenceNonsense>(std::move(form), answer, "feedback", draw,
                                                  &fault_of);
}

// For paper: nobody's name is on it but the conference's day.
Response show_blank(const Caller& caller) {
    auto form = open_conference_form(caller, "conference-feedback");
    if (!form.ok()) {
        return refusal(caller, form.error());
    }
    const auto& say = caller.say;
    FeedbackPaper paper;
    paper.heading = say.say("What did you think of the conference?");
    paper.date = say.long_date(conference_of(form.value()).on());
    for (const auto& one : asked) {
        paper.questions.push_back(say.say(one.question));
    }
    for (const auto answer : felt) {
        paper.answers.push_back(said(say, answer));
    }
    paper.open = {say.say("What was good?"), say.say("What could be better?")};
    Frame frame;
    frame.title = paper.heading;
    frame.content = feedback_paper(say, paper);
    frame.here = Nav::conferences;
    return framed(caller, frame);
}

} // namespace

void add_feedback_pages(Site& site) {
    add_form_page(site, {"conference.feedback", "/conference/{id}/feedback", "conference-feedback",
                         draw, save, nullptr});
    add_page(site, Method::get, "conference.feedback.blank", "/conference/{id}/feedback/blank",
             show_blank);
}

} // namespace gweld::web::pages
