// Recording that no plan follows: what was planned is done, or none is needed after the register.
#include "casework/plans.h"
#include "web/pages/enquiries/family_form.h"
#include "web/pages/plans/plan_faults.h"
#include "web/pages/plans/plans.h"
#include "web/pages/visit/answers.h"

namespace gweld::web::pages {

namespace {

using words::mark;

Response draw(const FamilyForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Html> questions;
    questions.push_back(ask.date({"on", say.say("When was this decided?")}));
    questions.push_back(
        ask.box({"reason", say.say("Why does no plan follow?"),
                 say.say("For example what the assessment found, or that everything in the plan is "
                         "done. It is shown on the record.")},
                4));
    return show_page(
        form,
        {say.say("No plan follows: {name}", {{"name", casework::full_name(*form.first().person)}}),
         say.say("The plan ends, or it is recorded that none is needed after the "
                 "register. Nothing that was planned is lost."),
         form.caller.to("plan.end", {{"id", form.id()}}), say.say("Save that no plan follows")},
        std::move(questions));
}

FamilyOpened open_form(const Caller& caller) {
    auto opened = open_family(caller, access::Action::keep_register, "end-plan");
    if (!opened.ok()) {
        return opened;
    }
    auto form = std::move(opened).value();
    form.home = "child.plan";
    form.children.erase(form.children.begin() + 1, form.children.end()); // one child at a time
    return base::Ok{std::move(form)};
}

Response save(const Caller& caller) {
    const auto opened = open_form(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& form = opened.value();
    Answers answers{form.typed, caller.today()};
    record::PlanEnded ended;
    ended.on = answers
                   .past_date("on", mark("Enter the day it was decided"),
                              mark("The date must be today or in the past"))
                   .value_or(caller.today());
    ended.reason = answers.text("reason", mark("Write why"));
    if (!answers.all_well()) {
        return with_faults(form, answers, draw);
    }
    return answered(form,
                    casework::end_plan(caller.office(), caller.viewer, form.first().child, ended,
                                       saw_by(form, form.children)),
                    "plan-ended", draw, &fault_of_plan);
}

Response show(const Caller& caller) {
    const auto opened = open_form(caller);
    return opened.ok() ? draw(opened.value()) : refusal(caller, opened.error());
}

} // namespace

void add_plan_ending_pages(Site& site) {
    add_page(site, Method::get, "plan.end", "/child/{id}/plan/end", show);
    add_page(site, Method::post, "plan.end", "/child/{id}/plan/end", save);
}

} // namespace gweld::web::pages
