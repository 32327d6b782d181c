// That somebody asks for a copy of their own record; and who has asked.
#include "casework/own_records.h"
#include "web/pages/enquiries/family_form.h"
#include "web/pages/frame/frame.h"
#include "web/pages/own_records/asked_table.h"
#include "web/pages/own_records/own_records.h"
#include "web/pages/own_records/own_records.html.h"
#include "web/pages/own_records/own_words.h"
#include "web/pages/problems/problems.h"
#include "web/pages/register/register_form.h"
#include "web/pages/visit/answers.h"

namespace gweld::web::pages {

namespace {

using words::mark;

FamilyOpened open_form(const Caller& caller) {
    auto opened = open_family(caller, access::Action::answer_for_record, "own-record");
    if (!opened.ok()) {
        return opened;
    }
    auto form = std::move(opened).value();
    form.children.resize(1);
    form.home = "child.looks";
    form.first_field = "by";
    return base::Ok{std::move(form)};
}

Response draw(const FamilyForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Html> questions;
    questions.push_back(ask.one_of({"by", say.say("Who asks?")}, who_says(say)));
    questions.push_back(
        ask.line({"name", say.say("Their name"), say.say("Empty for the person themself.")}));
    questions.push_back(ask.date({"on", say.say("When did the request come?")}));
    questions.push_back(ask.box({"identity", say.say("How did you make sure who asks?"),
                                 say.say("And, of somebody who asks for a child, that they may.")},
                                3));
    return show_page(
        form,
        {say.say("A copy of their own record: {name}",
                 {{"name", casework::full_name(*form.first().person)}}),
         say.say("The copy begins empty. You read the record through in order, leave out what "
                 "must not be given, with a reason, and only what you have read goes in."),
         form.caller.to("child.own-record", {{"id", form.id()}}), say.say("Begin the copy")},
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
    record::OwnRecordAsked what;
    what.by = answers.choice<record::SaidBy>("by", mark("Say who asks"))
                  .value_or(record::SaidBy::the_person);
    what.name = answers.text("name");
    what.on = answers
                  .past_date("on", mark("Enter the day the request came"),
                             mark("The date must be today or in the past"))
                  .value_or(record::to_be_given);
    what.identity = answers.text("identity", mark("Write how you made sure who asks"));
    if (!answers.all_well()) {
        return with_faults(form, answers, draw);
    }
    const auto done = casework::ask_own_record(caller.office(), caller.viewer, form.first().child,
                                               what, saw_by(form, form.children));
    if (done.ok()) {
        return see_other(
            caller.to("own-record", {{"request", base::to_text(done.value().entry.uuid)}}));
    }
    return answered(form, done, "own-record", draw, &fault_of_own_record);
}

// ---- who has asked
// ---------------------------------------------------------------------------------

Response show_all(const Caller& caller) {
    if (!access::may_enter(caller.viewer, access::Place::own_records)) {
        return not_found(caller);
    }
    const auto asked = casework::own_records_asked(caller.office(), caller.viewer);
    if (!asked.ok()) {
        return store_says(caller, asked.error());
    }
    const auto& say = caller.say;
    Frame frame;
    frame.title = say.say("Copies of people’s own records");
    frame.here = Nav::team;
    frame.content =
        own_records_asked_for(say, saved_banner(caller), asked_table(caller, asked.value()));
    return framed(caller, frame);
}

} // namespace

void add_asking_pages(Site& site) {
    add_page(site, Method::get, "own-records", "/own-records", show_all);
    add_page(site, Method::get, "child.own-record", "/child/{id}/own-record", show);
    add_page(site, Method::post, "child.own-record", "/child/{id}/own-record", save);
}

} // namespace gweld::web::pages
