// This council's own figures for conferences, where no national one is known.
#include "web/pages/conferences/conference_words.h"
#include "web/pages/conferences/conferences.h"
#include "web/pages/forms/answers.h"
#include "web/pages/forms/lone_form.h"
#include "web/pages/forms/typed.h"

namespace gweld::web::pages {

namespace {

using words::mark;

std::optional<int> figure(Answers& answers, std::string_view field) {
    const auto typed = answers.text(field);
    if (typed.empty()) {
        return std::nullopt;
    }
    const auto number = whole_number(typed);
    if (!number) {
        answers.fault(field, mark("Enter a whole number, or nothing"));
    }
    return number;
}

Response draw(const LoneForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Html> questions;
    questions.push_back(ask.date({"on", say.say("From which day?")}));
    questions.push_back(ask.short_line(
        {"quorum", say.say("How many agencies must be there, children’s services among them?"),
         say.say("Leave it empty when the council has no such rule: then no conference is called "
                 "quorate or not.")}));
    questions.push_back(ask.short_line(
        {"initial", say.say("How many working days before an initial conference are reports due?"),
         say.say("Leave it empty for no clock.")}));
    questions.push_back(ask.short_line(
        {"review", say.say("How many working days before a review conference are reports due?"),
         say.say("Leave it empty for no clock.")}));
    questions.push_back(
        ask.line({"source", say.say("Who decided this, and where is it written?")}));
    return show_lone(form,
                     {say.say("How this council holds conferences"),
                      say.say("No national figure for Wales was found for these. What stands here "
                              "is the council’s own and is shown as that."),
                      form.caller.to("conferences.practice"), say.say("Save")},
                     std::move(questions));
}

void begin(LoneForm& form, const casework::OpenPractice& open) {
    const auto text = [](const std::optional<int>& n) { return n ? std::to_string(*n) : ""; };
    if (open.now) {
        begin_as(form, Fields{{{"quorum", text(open.now->quorum)},
                               {"initial", text(open.now->reports_before_initial)},
                               {"review", text(open.now->reports_before_review)},
                               {"source", open.now->source}}});
    }
}

base::Result<LoneForm, Response> opened(const Caller& caller) {
    const auto open = casework::open_practice(caller.office(), caller.viewer);
    if (!open.ok()) {
        return base::Err{lone_refusal(caller, open.error())};
    }
    auto form = lone_form(caller, open.value().version, caller.to("conferences"));
    if (caller.request.method == Method::get) {
        begin(form, open.value());
    }
    return base::Ok{std::move(form)};
}

Response show(const Caller& caller) {
    auto form = opened(caller);
    return form.ok() ? draw(form.value()) : std::move(form).error();
}

Response save(const Caller& caller) {
    auto form = opened(caller);
    if (!form.ok()) {
        return std::move(form).error();
    }
    Answers answers{form.value().typed, caller.today()};
    record::ConferencePracticeSet practice;
    practice.from = answers.date("on", mark("Enter the day from which this holds"))
                        .value_or(record::to_be_given);
    practice.quorum = figure(answers, "quorum");
    practice.reports_before_initial = figure(answers, "initial");
    practice.reports_before_review = figure(answers, "review");
    practice.source = answers.text("source", mark("Say who decided this and where it is written"));
    if (!answers.all_well()) {
        return lone_faults(std::move(form).value(), answers, draw);
    }
    const auto answer = casework::set_practice(caller.office(), caller.viewer, practice,
                                               saw_in(caller.request.form));
    return lone_answered<casework::PracticeNonsense>(std::move(form).value(), answer, "practice",
                                                     draw, &fault_of);
}

} // namespace

void add_practice_pages(Site& site) {
    add_page(site, Method::get, "conferences.practice", "/conferences/practice", show);
    add_page(site, Method::post, "conferences.practice", "/conferences/practice", save);
}

} // namespace gweld::web::pages
