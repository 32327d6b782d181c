// Saying that one thing to do was done, or will not be.
#include "casework/plans.h"
#include "web/pages/enquiries/family_form.h"
#include "web/pages/forms/prefill.h"
#include "web/pages/plans/plan_faults.h"
#include "web/pages/plans/plan_words.h"
#include "web/pages/plans/plans.h"
#include "web/pages/problems/problems.h"
#include "web/pages/visit/answers.h"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages {

namespace {

using record::ActionCame;
using words::mark;

std::optional<record::PlanAction> planned(const casework::Facts& child, base::ActionId action) {
    const auto plans = casework::plans_of(child);
    const auto* holds = plans.current();
    if (holds == nullptr) {
        return std::nullopt;
    }
    for (const auto& outcome : holds->plan.outcomes) {
        const auto found = std::ranges::find(outcome.actions, action, &record::PlanAction::action);
        if (found != outcome.actions.end()) {
            return *found;
        }
    }
    return std::nullopt;
}

base::ActionId action_in(const Caller& caller) {
    return {base::parse_uuid(caller.param("action")).value_or(base::Uuid{})};
}

Response draw(const FamilyForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    const auto action = planned(form.first(), action_in(form.caller));
    if (!action) {
        return not_found(form.caller);
    }
    std::vector<Html> questions;
    questions.push_back(ask.one_of({"came", say.say("What came of it?")},
                                   {{"done", say.say("It was done")},
                                    {"not_done", say.say("It will not be done")},
                                    {"to_do", say.say("It is still to do: it was marked by "
                                                      "mistake")}}));
    questions.push_back(ask.date({"on", say.say("On which day?")}));
    questions.push_back(ask.box({"words", say.say("Anything to add? (optional)")}, 2));
    return show_page(
        form,
        {say.say("What came of it: {name}", {{"name", casework::full_name(*form.first().person)}}),
         in_one_line(form.caller, *action),
         form.caller.to("plan.action",
                        {{"id", form.id()}, {"action", std::string{form.caller.param("action")}}}),
         say.say("Save what came of it")},
        std::move(questions));
}

// The child, and the brothers and sisters in whose plans it stands too.
FamilyOpened open_form(const Caller& caller) {
    auto opened = open_family(caller, access::Action::write_plan, "mark-action");
    if (!opened.ok()) {
        return opened;
    }
    auto form = std::move(opened).value();
    form.home = "child.plan";
    form.first_field = "came";
    std::erase_if(form.children,
                  [&](const auto& child) { return !planned(*child, action_in(caller)); });
    if (form.children.empty() || form.children.front()->child != person_in(caller, "id")) {
        return base::Err{casework::OpenRefused{casework::NotFoundOrNotYours{}}};
    }
    return base::Ok{std::move(form)};
}

Response save(const Caller& caller) {
    const auto opened = open_form(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& form = opened.value();
    Answers answers{form.typed, caller.today()};
    record::PlanActionMarked marked;
    marked.action = action_in(caller);
    marked.came =
        answers.choice<ActionCame>("came", mark("Say what came of it")).value_or(ActionCame::to_do);
    marked.on =
        answers
            .past_date("on", mark("Enter the day"), mark("The date must be today or in the past"))
            .value_or(caller.today());
    marked.words = answers.text("words");
    if (!answers.all_well()) {
        return with_faults(form, answers, draw);
    }
    std::vector<base::PersonId> children;
    for (const auto& child : form.children) {
        children.push_back(child->child);
    }
    return answered(form,
                    casework::mark_action(caller.office(), caller.viewer, children, marked,
                                          saw_by(form, form.children)),
                    "action", draw, &fault_of_plan);
}

Response show(const Caller& caller) {
    auto opened = open_form(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto& form = opened.value();
    std::vector<Field> fields{{"came", "done"}};
    put_date(fields, "on", caller.today());
    begin_as(form, Fields{std::move(fields)});
    return draw(form);
}

} // namespace

void add_plan_action_pages(Site& site) {
    add_page(site, Method::get, "plan.action", "/child/{id}/plan/action/{action}", show);
    add_page(site, Method::post, "plan.action", "/child/{id}/plan/action/{action}", save);
}

} // namespace gweld::web::pages
