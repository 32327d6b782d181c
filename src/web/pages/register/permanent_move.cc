// A child of the register who moves to another authority for good: they are told, they hold their
// conference, and only then does the name leave the register here.
#include "casework/standing.h"
#include "web/pages/register/register.h"
#include "web/pages/register/register_form.h"
#include "web/pages/standing_words.h"
#include "web/pages/visit/answers.h"

namespace gweld::web::pages {

namespace {

using words::mark;

Response draw_leaving(const FamilyForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Html> questions;
    questions.push_back(which_children(form, say.say("Who moves?"), {}));
    questions.push_back(ask.line({"authority", say.say("To which authority?")}));
    questions.push_back(ask.date(
        {"on", say.say("When were they told?"),
         say.say("Written information is to reach them within three days. Whether these are "
                 "working days the procedures do not say. Section 4, page 10.")}));
    questions.push_back(ask.date(
        {"agreed", say.say("When did they agree that the move is permanent? (optional)"),
         say.say("Their conference is due 15 working days after. Page 9 counts from the day they "
                 "were told; page 10 from the day they also agreed.")}));
    return show_page(
        form,
        {say.say("A move for good: {name}", {{"name", casework::full_name(*form.first().person)}}),
         say.say("The name stays on the register here, and the responsibility with us, until the "
                 "other authority has held its conference. Wales Safeguarding Procedures "
                 "(children), section 4, pages 9 and 10."),
         form.caller.to("register.leaving", {{"id", form.id()}}), say.say("Save the move")},
        std::move(questions));
}

Response save_leaving(const Caller& caller) {
    const auto opened = open_register_form(caller, "permanent-move");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& form = opened.value();
    Answers answers{form.typed, caller.today()};
    const auto children = chosen(form, answers);
    casework::PermanentMove move;
    move.authority = answers.text("authority", mark("Enter the name of the authority"));
    move.on = answers
                  .past_date("on", mark("Enter the day they were told"),
                             mark("The date must be today or in the past"))
                  .value_or(caller.today());
    move.agreed_on = answers.past_date("agreed", {}, mark("The date must be today or in the past"));
    if (!answers.all_well()) {
        return with_faults(form, answers, draw_leaving);
    }
    return answered(form,
                    casework::notify_permanent_move(caller.office(), caller.viewer,
                                                    ids_of(children), move, saw_by(form, children)),
                    "move", draw_leaving, &fault_of_register);
}

Response draw_received(const FamilyForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Html> questions;
    questions.push_back(which_children(form, say.say("Which children was it about?"), {}));
    questions.push_back(ask.date({"on", say.say("When did they hold their conference?")}));
    questions.push_back(ask.one_of({"decision", say.say("What did it decide?")},
                                   {{"placed", say.say("The name is on their register")},
                                    {"not_placed", say.say("The name is not on their register")},
                                    {"not_told", say.say("We have not been told")}}));
    return show_page(
        form,
        {say.say("Their conference: {name}", {{"name", casework::full_name(*form.first().person)}}),
         say.say("Saving takes the name off the register here, from the day after the "
                 "conference, because the child has moved to another authority. On which day it "
                 "leaves the procedures we could read do not say."),
         form.caller.to("register.received", {{"id", form.id()}}),
         say.say("Save and take the name off the register")},
        std::move(questions));
}

Response save_received(const Caller& caller) {
    const auto opened = open_register_form(caller, "receiving-conference");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& form = opened.value();
    Answers answers{form.typed, caller.today()};
    const auto children = chosen(form, answers);
    const auto on = answers.past_date("on", mark("Enter the day of the conference"),
                                      mark("The date must be today or in the past"));
    const auto decision =
        answers.choice<record::ReceivingDecision>("decision", mark("Say what it decided"));
    if (!answers.all_well()) {
        return with_faults(form, answers, draw_received);
    }
    return answered(form,
                    casework::record_receiving_conference(caller.office(), caller.viewer,
                                                          ids_of(children), *on, *decision,
                                                          saw_by(form, children)),
                    "received", draw_received, &fault_of_register);
}

Response show_leaving(const Caller& caller) {
    auto opened = open_register_form(caller, "permanent-move");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    begin(opened.value(), {"on"});
    return draw_leaving(opened.value());
}

Response show_received(const Caller& caller) {
    auto opened = open_register_form(caller, "receiving-conference");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    begin(opened.value(), {});
    return draw_received(opened.value());
}

} // namespace

void add_permanent_move_pages(Site& site) {
    add_page(site, Method::get, "register.leaving", "/child/{id}/register/leaving", show_leaving);
    add_page(site, Method::post, "register.leaving", "/child/{id}/register/leaving", save_leaving);
    add_page(site, Method::get, "register.received", "/child/{id}/register/received",
             show_received);
    add_page(site, Method::post, "register.received", "/child/{id}/register/received",
             save_received);
}

} // namespace gweld::web::pages
