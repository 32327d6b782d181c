// A child of the register who lives in another authority's area for a time, and who comes back.
#include "casework/standing.h"
#include "web/pages/register/register.h"
#include "web/pages/register/register_form.h"
#include "web/pages/standing_words.h"
#include "web/pages/visit/answers.h"

namespace gweld::web::pages {

namespace {

using words::mark;

Response draw_going(const FamilyForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Html> questions;
    questions.push_back(which_children(form, say.say("Who moves?"), {}));
    questions.push_back(ask.line({"authority", say.say("Into which authority’s area?")}));
    questions.push_back(ask.date({"from", say.say("From which day?")}));
    questions.push_back(ask.date(
        {"until", say.say("When are they expected back?"),
         say.say("The procedures treat a stay of more than twelve weeks as a permanent move.")}));
    questions.push_back(ask.box({"why", say.say("Who visits while they are there?"),
                                 say.say("As the team managers of the two authorities agreed.")},
                                3));
    return show_page(
        form,
        {say.say("A move for a time: {name}",
                 {{"name", casework::full_name(*form.first().person)}}),
         say.say("The name stays on the register here, and every visit and meeting is due as "
                 "before. Wales Safeguarding Procedures (children), section 4, pages 9 and 10."),
         form.caller.to("register.away", {{"id", form.id()}}), say.say("Save the move")},
        std::move(questions));
}

Response save_going(const Caller& caller) {
    const auto opened = open_register_form(caller, "temporary-move");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto form = opened.value();
    form.first_field = "authority";
    Answers answers{form.typed, caller.today()};
    const auto children = chosen(form, answers);
    casework::TemporaryMove move;
    move.authority = answers.text("authority", mark("Enter the name of the authority"));
    const auto from = answers.date("from", mark("Enter the first day"));
    const auto until = answers.date("until", mark("Enter the day they are expected back"));
    move.agreed = answers.text("why", mark("Write who visits"));
    if (!answers.all_well()) {
        return with_faults(form, answers, draw_going);
    }
    move.from = *from;
    move.until = *until;
    return answered(form,
                    casework::move_for_a_time(caller.office(), caller.viewer, ids_of(children),
                                              move, saw_by(form, children)),
                    "move", draw_going, &fault_of_register);
}

std::string where_now(const FamilyForm& form) {
    const auto* stay = protection::stay_on(form.first().history, form.caller.today());
    const auto& moves = form.first().moves;
    const auto* away =
        stay == nullptr ? nullptr : protection::away_on(moves, stay->entry, form.caller.today());
    return away == nullptr
               ? form.say().say("{name} is not recorded as away.", {{"name", called(form.first())}})
               : form.say().say("{name} has been in the area of {place} since {date}.",
                                {{"name", called(form.first())},
                                 {"place", away->move.authority},
                                 {"date", near_date(form.caller, away->move.from)}});
}

Response draw_back(const FamilyForm& form) {
    const auto& say = form.say();
    std::vector<Html> questions;
    questions.push_back(which_children(form, say.say("Who has come back?"), {}));
    questions.push_back(form.questions().date({"on", say.say("On which day?")}));
    return show_page(
        form,
        {say.say("Back from a move: {name}", {{"name", casework::full_name(*form.first().person)}}),
         where_now(form), form.caller.to("register.back", {{"id", form.id()}}),
         say.say("Save that they are back")},
        std::move(questions));
}

Response save_back(const Caller& caller) {
    const auto opened = open_register_form(caller, "came-back");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& form = opened.value();
    Answers answers{form.typed, caller.today()};
    const auto children = chosen(form, answers);
    const auto on = answers.past_date("on", mark("Enter the day"),
                                      mark("The date must be today or in the past"));
    if (!answers.all_well()) {
        return with_faults(form, answers, draw_back);
    }
    return answered(form,
                    casework::come_back(caller.office(), caller.viewer, ids_of(children), *on,
                                        saw_by(form, children)),
                    "back", draw_back, &fault_of_register);
}

Response show_going(const Caller& caller) {
    auto opened = open_register_form(caller, "temporary-move");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    begin(opened.value(), {"from"});
    return draw_going(opened.value());
}

Response show_back(const Caller& caller) {
    auto opened = open_register_form(caller, "came-back");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    begin(opened.value(), {"on"});
    return draw_back(opened.value());
}

} // namespace

void add_temporary_move_pages(Site& site) {
    add_page(site, Method::get, "register.away", "/child/{id}/register/away", show_going);
    add_page(site, Method::post, "register.away", "/child/{id}/register/away", save_going);
    add_page(site, Method::get, "register.back", "/child/{id}/register/back", show_back);
    add_page(site, Method::post, "register.back", "/child/{id}/register/back", save_back);
}

} // namespace gweld::web::pages
