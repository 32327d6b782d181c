// Agreeing a version of a plan: the whole of it on one page, begun with the version that holds, or
// with the outline plan of the conference.
#include "casework/plans.h"
#include "web/components/details.h"
#include "web/components/fieldset.h"
#include "web/components/markup.h"
#include "web/pages/brought_in/brought_in.h"
#include "web/pages/enquiries/family_form.h"
#include "web/pages/enquiries/rows.html.h"
#include "web/pages/plans/plan_faults.h"
#include "web/pages/plans/plan_typed.h"
#include "web/pages/plans/plan_words.h"
#include "web/pages/plans/plans.h"
#include "web/pages/visit/answers.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

using record::PlanAgreed;
using record::PlanKind;
using words::mark;

std::optional<base::EntryId> plan_that_holds(const casework::Facts& child) {
    const auto plans = casework::plans_of(child);
    const auto* holds = plans.current();
    return holds == nullptr ? std::nullopt : std::optional{holds->entry};
}

PlanKind kind_for(const FamilyForm& form) {
    return casework::kind_of_plan_on(form.first(), form.caller.today());
}

// The first child's, and of the brothers and sisters whoever has the same plan or none.
void keep_those_of_the_plan(FamilyForm& form) {
    const auto first = plan_that_holds(form.first());
    const auto kind = kind_for(form);
    const auto gone = std::ranges::remove_if(
        form.children.begin() + 1, form.children.end(), [&](const auto& child) {
            const auto theirs = plan_that_holds(*child);
            const bool fits = casework::kind_of_plan_on(*child, form.caller.today()) == kind;
            return !fits || (theirs && theirs != first);
        });
    form.children.erase(gone.begin(), gone.end());
}

bool is_offered(const FamilyForm& form, base::PersonId child) {
    return std::ranges::any_of(form.children, [&](const auto& one) { return one->child == child; });
}

// The version that holds, without what belongs to children this form is not for.
PlanAgreed begun_with(const FamilyForm& form) {
    PlanAgreed plan;
    const auto holds = plan_that_holds(form.first());
    if (auto document = holds ? casework::document_of(form.first(), *holds) : std::nullopt) {
        plan = std::move(*document);
        plan.review_on.reset(); // the next one is to be agreed again
        plan.brought_in.reset();
    } else {
        plan.language = form.first().person->language;
        for (const auto& child : form.children) {
            plan.children.push_back(child->child);
        }
    }
    const auto not_offered = [&](base::PersonId child) { return !is_offered(form, child); };
    std::erase_if(plan.children, not_offered);
    for (auto& outcome : plan.outcomes) {
        std::erase_if(outcome.children, not_offered);
    }
    std::erase_if(plan.outcomes, [](const auto& outcome) { return outcome.children.empty(); });
    return plan;
}

// The day is today's on every form and stands on no record.
Fields on_record_of(const FamilyForm& form) {
    const auto fields = fields_of(begun_with(form), form.caller.today());
    std::vector<Field> list;
    std::ranges::copy_if(fields.list(), std::back_inserter(list),
                         [](const Field& field) { return !field.name.starts_with("on-"); });
    return Fields{std::move(list)};
}

// ---- drawn
// ---------------------------------------------------------------------------------------

struct Drawn {
    const FamilyForm& form;
    Questions ask = form.questions();
    const Words& say() const { return form.caller.say; }
    std::string typed(const std::string& field) const {
        return std::string{form.typed.text(field)};
    }
    Html carried(const std::string& field) const { return hidden_field(field, typed(field)); }
};

Html action_row(const Drawn& on, int outcome, int number) {
    const auto n = std::to_string(number);
    const auto field = [&](std::string_view what) {
        return outcome_action_field(what, outcome, number);
    };
    Markup row;
    row.put(on.carried(field("id")));
    row.put(on.ask.line({field("what"), on.say().say("To do {n}: what", {{"n", n}})}));
    row.put(in_pairs(on.say(),
                     {on.ask.line({field("who"), on.say().say("To do {n}: who", {{"n", n}})}),
                      on.ask.date({field("by"), on.say().say("To do {n}: by when", {{"n", n}})})},
                     {}));
    return row.take();
}

Html whose_question(const Drawn& on, int number) {
    if (on.form.children.size() == 1) {
        return {};
    }
    std::vector<Option> options;
    for (const auto& child : on.form.children) {
        options.push_back({base::to_text(child->child.uuid), called(*child)});
    }
    return on.ask.any_of({outcome_field("child", number), on.say().say("For whom is this?"),
                          on.say().say("If it may go differently for one of them, write it once "
                                       "for each.")},
                         options);
}

Html outcome_box(const Drawn& on, int number) {
    const auto& say = on.say();
    Markup content;
    content.put(on.carried(outcome_field("id", number)));
    content.put(on.carried(outcome_field("actions", number)));
    content.put(on.ask.box({outcome_field("better", number), say.say("What will be better?"),
                            say.say("In words the child and the family would use.")},
                           2));
    content.put(on.ask.box(
        {outcome_field("danger", number), say.say("What is the worry it is an answer to?")}, 2));
    content.put(whose_question(on, number));
    for (int at = 1; at <= actions_of_outcome(on.form.typed, number); ++at) {
        content.put(action_row(on, number, at));
    }
    if (!on.typed(outcome_field("id", number)).empty()) {
        content.put(on.ask.any_of({outcome_field("out", number), say.say("Is it still needed?")},
                                  {{"yes", say.say("Take this out of the plan")}}));
    }
    govuk::Fieldset box;
    box.legend.content = say.say("Outcome {n}", {{"n", std::to_string(number)}});
    box.legend.classes = "app-child__name";
    box.classes = "app-child";
    box.content = content.take();
    return govuk::render(box);
}

bool anything_in(const Drawn& on, int number) {
    const auto prefix = numbered_field("o", number, "");
    return std::ranges::any_of(on.form.typed.list(), [&](const auto& field) {
        return field.name.starts_with(prefix) && !field.value.empty() &&
               field.name != outcome_field("actions", number);
    });
}

// One more than there are lies open; the rest is folded away.
void add_outcomes(const Drawn& on, std::vector<Html>& questions) {
    Markup more;
    bool folded = false;
    bool one_empty = false;
    for (int number = 1; number <= slots_of(on.form.typed).outcomes; ++number) {
        const bool typed = anything_in(on, number);
        if (typed || !one_empty) {
            questions.push_back(outcome_box(on, number));
        } else {
            more.put(outcome_box(on, number));
            folded = true;
        }
        one_empty = one_empty || !typed;
    }
    if (folded) {
        govuk::Details details;
        details.summary = on.say().say("Another outcome");
        details.content = more.take();
        questions.push_back(govuk::render(details));
    }
}

void add_contingency(const Drawn& on, std::vector<Html>& questions) {
    const auto& say = on.say();
    questions.push_back(form_heading(say, say.say("What happens if …")));
    for (int number = 1; number <= slots_of(on.form.typed).contingency; ++number) {
        const auto n = std::to_string(number);
        questions.push_back(in_pairs(
            say,
            {on.ask.box({numbered_field("c", number, "happens"),
                         say.say("{n}: if this happens", {{"n", n}})},
                        2),
             on.ask.box(
                 {numbered_field("c", number, "then"), say.say("{n}: we do this", {{"n", n}})}, 2)},
            {}));
    }
}

void add_taking_part(const Drawn& on, std::vector<Html>& questions) {
    const auto& say = on.say();
    questions.push_back(form_heading(say, say.say("Who takes part")));
    for (int number = 1; number <= slots_of(on.form.typed).taking_part; ++number) {
        const auto n = std::to_string(number);
        questions.push_back(in_pairs(
            say,
            {on.ask.line({numbered_field("p", number, "name"), say.say("{n}: name", {{"n", n}})}),
             on.ask.line({numbered_field("p", number, "role"),
                          say.say("{n}: who they are to the family", {{"n", n}})})},
            {}));
    }
}

std::string heading_of(const FamilyForm& form) {
    const std::initializer_list<words::Slot> name{
        {"name", casework::full_name(*form.first().person)}};
    const bool first = !plan_that_holds(form.first());
    if (kind_for(form) == PlanKind::protection) {
        return first ? form.say().say("Write the care and support protection plan: {name}", name)
                     : form.say().say("Change the care and support protection plan: {name}", name);
    }
    return first ? form.say().say("Write the care and support plan: {name}", name)
                 : form.say().say("Change the care and support plan: {name}", name);
}

std::string lede_of(const FamilyForm& form) {
    const auto& say = form.say();
    const auto holds = plan_that_holds(form.first());
    if (!holds) {
        return say.say("Saving makes the first version. Each change that is agreed later is a "
                       "version of its own.");
    }
    const auto document = casework::document_of(form.first(), *holds);
    if (document && document->kind != kind_for(form)) {
        return say.say("It begins with everything in the care and support protection plan. Take "
                       "out what is not needed any more. The old plan stays readable.");
    }
    return say.say("Saving makes a new version; the old one stays readable. Empty all the boxes "
                   "of a thing to do to take it out.");
}

void add_outline(const FamilyForm& form, std::vector<Html>& questions) {
    const auto plans = casework::plans_of(form.first());
    if (plans.versions.empty() && plans.outline) {
        questions.push_back(form_heading(form.say(), form.say().say("The outline plan of the "
                                                                    "conference")));
        questions.push_back(form_note(form.say(), plans.outline->text));
    }
}

Html hidden_fields(const Drawn& on) {
    const auto& form = on.form;
    // Shown what somebody else agreed meanwhile, the writer goes on from that.
    const auto holds = plan_that_holds(form.first());
    const auto now = holds ? base::to_text(holds->uuid) : std::string{};
    const bool begins = !form.typed.has("follows") || !form.since.empty();
    Markup hidden;
    hidden.put(hidden_field("follows", begins ? now : on.typed("follows")));
    for (const auto* room : {"outcomes", "contingency", "taking-part", "brought-in"}) {
        hidden.put(on.carried(room));
    }
    return hidden.take();
}

std::vector<Html> questions_of(const Drawn& on) {
    const auto& form = on.form;
    const auto& say = form.say();
    std::vector<Html> questions;
    questions.push_back(hidden_fields(on));
    add_outline(form, questions);
    questions.push_back(which_children(form, say.say("Which children is it for?"), {}));
    questions.push_back(on.ask.date({"on", say.say("When was it agreed?")}));
    add_outcomes(on, questions);
    add_contingency(on, questions);
    add_taking_part(on, questions);
    questions.push_back(on.ask.language(
        {"language", say.say("In which language does the family read its copy?"),
         say.say("The headings of the copy are in Welsh or English; the plan itself is as it is "
                 "written here.")}));
    const bool of_support = kind_for(form) == PlanKind::care_and_support;
    questions.push_back(on.ask.date(
        {"review",
         of_support ? say.say("When is the plan reviewed?")
                    : say.say("When is the plan reviewed? (optional)"),
         of_support ? say.say("A care and support plan has to say how it is reviewed: Care and "
                              "Support (Care Planning) (Wales) Regulations 2015, regulation 3. No "
                              "longest time could be confirmed.")
                    : std::string{}}));
    if (plan_that_holds(form.first())) {
        questions.push_back(on.ask.box({"changed", say.say("Why is it changed?")}, 2));
    }
    return questions;
}

Response draw(const FamilyForm& form) {
    return show_page(form,
                     {heading_of(form), lede_of(form),
                      form.caller.to("plan.write", {{"id", form.id()}}),
                      form.say().say("Save the plan")},
                     questions_of(Drawn{form}));
}

// ---- read
// ----------------------------------------------------------------------------------------

FamilyOpened open_plan(const Caller& caller) {
    auto opened = open_family(caller, access::Action::write_plan, "write-plan");
    if (!opened.ok()) {
        return opened;
    }
    auto form = std::move(opened).value();
    form.home = "child.plan";
    keep_those_of_the_plan(form);
    return base::Ok{std::move(form)};
}

Response save(const Caller& caller) {
    auto opened = open_plan(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto& form = opened.value();
    form.on_record = on_record_of(form);
    Answers answers{form.typed, caller.today()};
    const auto children = chosen(form, answers);
    const auto on = answers.past_date("on", mark("Enter the day it was agreed"),
                                      mark("The date must be today or in the past"));
    auto plan = plan_typed(children, form.typed, answers);
    plan.on = on.value_or(caller.today());
    plan.kind = casework::kind_of_plan_on(form.first(), plan.on);
    for (const auto& child : children) {
        plan.children.push_back(child->child);
    }
    plan.brought_in = brought_in_typed(form.typed, form.first());
    if (!answers.all_well()) {
        return with_faults(form, answers, draw);
    }
    const auto follows = base::parse_uuid(form.typed.text("follows"));
    return answered(
        form,
        casework::write_plan(caller.office(), caller.viewer, plan,
                             follows ? std::optional{base::EntryId{*follows}} : std::nullopt,
                             saw_by(form, children)),
        "plan", draw, &fault_of_plan);
}

Response show(const Caller& caller) {
    auto opened = open_plan(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto& form = opened.value();
    form.on_record = on_record_of(form);
    begin_as(form, fields_of(begun_with(form), caller.today()));
    return draw(form);
}

} // namespace

Response show_plan_form_with(const Caller& caller, record::PlanAgreed more) {
    auto opened = open_plan(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto& form = opened.value();
    auto plan = begun_with(form);
    for (auto& outcome : more.outcomes) {
        outcome.children = {form.first().child};
        plan.outcomes.push_back(std::move(outcome));
    }
    std::ranges::move(more.contingency, std::back_inserter(plan.contingency));
    std::ranges::move(more.taking_part, std::back_inserter(plan.taking_part));
    plan.brought_in = more.brought_in;
    form.on_record = on_record_of(form);
    form.typed = fields_of(plan, caller.today());
    form.key.clear();
    return draw(form);
}

void add_plan_writing_pages(Site& site) {
    add_page(site, Method::get, "plan.write", "/child/{id}/plan/write", show);
    add_page(site, Method::post, "plan.write", "/child/{id}/plan/write", save);
}

} // namespace gweld::web::pages
