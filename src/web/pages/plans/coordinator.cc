// Naming who co-ordinates the plan, or somebody else from a day.
#include "casework/coordinators.h"
#include "web/pages/enquiries/family_form.h"
#include "web/pages/forms/prefill.h"
#include "web/pages/plans/plan_faults.h"
#include "web/pages/plans/plan_typed.h"
#include "web/pages/plans/plan_words.h"
#include "web/pages/plans/plans.h"
#include "web/pages/standing_words.h"
#include "web/pages/visit/answers.h"

namespace gweld::web::pages {

namespace {

using words::mark;

std::vector<Option> workers_offered(const Caller& caller) {
    std::vector<Option> options;
    const auto read = caller.office().store.read([&](const record::Reading& reading) {
        for (const auto& worker : casework::who_may_coordinate(reading, caller.viewer)) {
            options.push_back(
                {base::to_text(worker.worker),
                 caller.say.say(
                     "{name}, {title}, {team}",
                     {{"name", worker.name}, {"title", worker.job_title}, {"team", worker.team}})});
        }
    });
    return read.ok() ? options : std::vector<Option>{};
}

std::string who_now(const FamilyForm& form) {
    std::optional<casework::CoordinatorToday> now;
    const auto read = form.caller.office().store.read([&](const record::Reading& reading) {
        now = casework::coordinator_of(reading, form.first(), form.caller.today());
    });
    if (!read.ok() || !now) {
        return {};
    }
    return now->missing() ? said(form.say(), *now)
                          : form.say().say("{name} has co-ordinated the plan since {date}. That "
                                           "ends on the first day of whoever is named now.",
                                           {{"name", now->worker->name},
                                            {"date", near_date(form.caller, now->since)}});
}

Response draw(const FamilyForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Html> questions;
    questions.push_back(which_children(form, say.say("Whose plan is it?"), {}));
    questions.push_back(
        ask.from_list({"worker", say.say("Who co-ordinates the plan?"),
                       say.say("Only a social worker with a registration number who works here "
                               "today can be named.")},
                      workers_offered(form.caller)));
    questions.push_back(ask.date({"from", say.say("From which day?"),
                                  say.say("Today, a day in the next 28 days, or a day in the past "
                                          "since the name was placed on the register.")}));
    return show_page(form,
                     {say.say("Who co-ordinates the plan: {name}",
                              {{"name", casework::full_name(*form.first().person)}}),
                      who_now(form), form.caller.to("coordinator", {{"id", form.id()}}),
                      say.say("Save who co-ordinates")},
                     std::move(questions));
}

// Brothers and sisters on the register today; the child asked for stays, to be told why not.
FamilyOpened open_form(const Caller& caller) {
    auto opened = open_family(caller, access::Action::keep_register, "name-coordinator");
    if (!opened.ok()) {
        return opened;
    }
    auto form = std::move(opened).value();
    form.home = "child.plan";
    form.first_field = "worker";
    const auto today = caller.today();
    const auto gone = std::ranges::remove_if(
        form.children.begin() + 1, form.children.end(),
        [&](const auto& child) { return protection::stay_on(child->history, today) == nullptr; });
    form.children.erase(gone.begin(), gone.end());
    return base::Ok{std::move(form)};
}

Response save(const Caller& caller) {
    const auto opened = open_form(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& form = opened.value();
    Answers answers{form.typed, caller.today()};
    const auto children = chosen(form, answers);
    const auto worker = base::parse_uuid(answers.text("worker"));
    if (!worker) {
        answers.fault("worker", mark("Choose who co-ordinates the plan"));
    }
    const auto from = answers.date("from", mark("Enter the first day"));
    if (!answers.all_well()) {
        return with_faults(form, answers, draw);
    }
    std::vector<base::PersonId> ids;
    for (const auto& child : children) {
        ids.push_back(child->child);
    }
    return answered(form,
                    casework::name_coordinator(caller.office(), caller.viewer, ids,
                                               base::WorkerId{*worker}, *from,
                                               saw_by(form, children)),
                    "coordinator", draw, &fault_of_naming);
}

Response show(const Caller& caller) {
    auto opened = open_form(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto& form = opened.value();
    std::vector<Field> fields;
    put_date(fields, "from", caller.today());
    for (const auto& child : form.children) {
        fields.push_back({"child", base::to_text(child->child.uuid)});
    }
    begin_as(form, Fields{std::move(fields)});
    return draw(form);
}

} // namespace

void add_coordinator_pages(Site& site) {
    add_page(site, Method::get, "coordinator", "/child/{id}/coordinator", show);
    add_page(site, Method::post, "coordinator", "/child/{id}/coordinator", save);
}

} // namespace gweld::web::pages
