#include "web/pages/meetings/core_group.h"

#include "casework/core_groups.h"
#include "casework/plans.h"
#include "web/components/details.h"
#include "web/components/fieldset.h"
#include "web/pages/forms/answers.h"
#include "web/pages/forms/sheet.h"
#include "web/pages/meetings/agency_words.h"
#include "web/pages/meetings/typed.h"
#include "web/pages/plans/plan_words.h"
#include "web/pages/problems/problems.h"
#include "web/pages/visit/answers.h"
#include "web/pages/visit/family.h"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages {

namespace {

using casework::PersonId;

struct Opened {
    const Caller& caller;
    PersonId child;
    VisitFamily family;
    std::vector<record::PlanOutcome> planned; // for any of them; each once
    std::vector<PersonId> offered() const {
        std::vector<PersonId> ids;
        std::ranges::transform(family.children, std::back_inserter(ids),
                               [](const auto& facts) { return facts->child; });
        return ids;
    }
};

// What was typed and what is to be said about it.
struct Filled {
    Fields typed;
    std::vector<FieldFault> faults;
    std::vector<std::string> since;
    casework::Saw saw;
    int status = 200;
};

// Of the plans that hold. Brothers and sisters may share an outcome.
std::vector<record::PlanOutcome> planned_for(const VisitFamily& family) {
    std::vector<record::PlanOutcome> all;
    for (const auto& facts : family.children) {
        const auto plans = casework::plans_of(*facts);
        const auto* holds = plans.current();
        if (holds == nullptr || holds->plan.kind != record::PlanKind::protection) {
            continue;
        }
        for (const auto& outcome : holds->plan.outcomes) {
            if (std::ranges::find(all, outcome.outcome, &record::PlanOutcome::outcome) ==
                all.end()) {
                all.push_back(outcome);
            }
        }
    }
    return all;
}

base::Result<Opened, casework::OpenRefused> open(const Caller& caller) {
    const auto child = person_in(caller, "id");
    if (!child) {
        return base::Err{casework::OpenRefused{casework::NotFoundOrNotYours{}}};
    }
    auto family = family_for(caller, *child, access::Action::record_meeting, "core-group");
    if (!family.ok()) {
        return base::Err{family.error()};
    }
    auto planned = planned_for(family.value());
    return base::Ok{Opened{caller, *child, std::move(family).value(), std::move(planned)}};
}

bool on_register(const casework::Facts& facts, time::CivilDate today) {
    return std::ranges::any_of(facts.history.registrations, [&](const auto& registration) {
        return time::Span{registration.start, registration.end}.contains(today);
    });
}

// Today, and every child of the family who is on the register.
Filled blank(const Opened& opened) {
    Filled filled;
    const auto today = opened.caller.today();
    const auto ymd = today.ymd();
    std::vector<Field> fields{{"on-day", std::to_string(static_cast<unsigned>(ymd.day()))},
                              {"on-month", std::to_string(static_cast<unsigned>(ymd.month()))},
                              {"on-year", std::to_string(static_cast<int>(ymd.year()))},
                              {"came", "childrens_services"}};
    for (const auto& facts : opened.family.children) {
        if (on_register(*facts, today)) {
            fields.push_back({"child", base::to_text(facts->child.uuid)});
        }
        filled.saw.versions.push_back({facts->child.uuid, facts->version});
    }
    filled.typed = Fields{std::move(fields)};
    return filled;
}

Filled begun_or_blank(const Opened& opened) {
    const auto* begun = opened.caller.typed();
    if (begun == nullptr) {
        return blank(opened);
    }
    Filled filled;
    filled.typed = *begun;
    filled.saw = saw_in(*begun);
    return filled;
}

std::vector<Option> agency_options(const Words& say) {
    std::vector<Option> options;
    for (const auto agency : agencies_in_order()) {
        options.push_back({std::string{agency}, agency_in_words(say, agency), {}, {}});
    }
    return options;
}

std::vector<Option> child_options(const Opened& opened) {
    std::vector<Option> options;
    for (const auto& facts : opened.family.children) {
        options.push_back(
            {base::to_text(facts->child.uuid), casework::full_name(*facts->person), {}, {}});
    }
    return options;
}

// Folded away until something was typed in it: most meetings agree on one thing or two.
Html actions_of(const Words& say, const Questions& ask, const Filled& filled) {
    Markup inside;
    for (int number = 1; number <= actions_on_form; ++number) {
        const auto n = std::to_string(number);
        inside.put(ask.line({action_field("what", number),
                             say.say("Action {n}: what is to be done (optional)", {{"n", n}}),
                             {}}));
        inside.put(ask.line({action_field("owner", number),
                             say.say("Action {n}: who will do it", {{"n", n}}),
                             {}}));
        inside.put(
            ask.date({action_field("by", number), say.say("Action {n}: by when", {{"n", n}}), {}}));
    }
    govuk::Details details;
    details.summary = say.say("Actions agreed");
    details.content = inside.take();
    details.open = std::ranges::any_of(filled.typed.list(), [](const auto& field) {
        return field.name.starts_with("action-") && !field.value.empty();
    });
    return govuk::render(details);
}

std::vector<Option> moves(const Words& say) {
    using record::OutcomeMoved;
    std::vector<Option> options;
    for (const auto moved : {OutcomeMoved::better, OutcomeMoved::no_change, OutcomeMoved::worse,
                             OutcomeMoved::not_discussed}) {
        options.push_back({boost::describe::enum_to_string(moved, ""), said(say, moved)});
    }
    return options;
}

Html outcome_box(const Words& say, const Questions& ask, const record::PlanOutcome& outcome) {
    Markup content;
    content.put(ask.one_of(
        {moved_field(outcome.outcome), say.say("How has it gone since last time?")}, moves(say)));
    content.put(
        ask.line({moved_words_field(outcome.outcome), say.say("What shows it? (optional)")}));
    govuk::Fieldset box;
    box.legend.content = outcome.better;
    box.legend.classes = "app-child__name";
    box.classes = "app-child";
    box.content = content.take();
    return govuk::render(box);
}

std::vector<Html> questions_for(const Opened& opened, const Filled& filled) {
    const auto& say = opened.caller.say;
    const Questions ask{say, filled.typed, filled.faults};
    std::vector<Html> questions;
    questions.push_back(ask.date({"on", say.say("When did the core group meet?"), {}}));
    questions.push_back(
        ask.any_of({"child", say.say("Which children was it about?"), {}}, child_options(opened)));
    questions.push_back(ask.any_of({"came", say.say("Who was there?"), {}}, agency_options(say)));
    questions.push_back(
        ask.any_of({"apologies", say.say("Who sent apologies?"), {}}, agency_options(say)));
    questions.push_back(
        ask.box({"family",
                 say.say("How did the parents and the child take part, or how were they heard?"),
                 {}},
                3));
    for (const auto& outcome : opened.planned) {
        questions.push_back(outcome_box(say, ask, outcome));
    }
    questions.push_back(
        opened.planned.empty()
            ? ask.box({"progress", say.say("How is the plan going?"),
                       say.say("Outcome by outcome: what has changed for the child, and what has "
                               "not.")},
                      5)
            : ask.box({"progress", say.say("How is the plan going as a whole? (optional)"), {}},
                      3));
    questions.push_back(actions_of(say, ask, filled));
    questions.push_back(
        ask.date({"next", say.say("When does the core group meet next? (optional)"), {}}));
    return questions;
}

Response show_form(const Opened& opened, const Filled& filled) {
    const auto& caller = opened.caller;
    const auto id = base::to_text(opened.child.uuid);
    Sheet sheet;
    sheet.back = caller.to("child", {{"id", id}});
    sheet.heading =
        caller.say.say("A core group: {name}", {{"name", family_name(caller, opened.family)}});
    sheet.lede = caller.say.say("Recorded once for all the children it was about.");
    sheet.since = filled.since;
    sheet.questions = questions_for(opened, filled);
    sheet.action = caller.to("core-group.new", {{"id", id}});
    sheet.save = caller.say.say("Save the core group");
    sheet.saw = filled.saw;
    sheet.faults = filled.faults;
    sheet.status = filled.status;
    return show_sheet(caller, sheet);
}

std::string_view sentence_for(casework::CoreGroupNonsense nonsense) {
    using casework::CoreGroupNonsense;
    switch (nonsense) {
    case CoreGroupNonsense::no_children:
        return words::mark("Say which children the core group was about");
    case CoreGroupNonsense::date_in_future:
        return words::mark("The core group met today or in the past");
    case CoreGroupNonsense::not_on_register:
        return words::mark("One of these children was not on the register on that day");
    case CoreGroupNonsense::nobody_came:
        return words::mark("Say who was there");
    case CoreGroupNonsense::no_progress:
        return words::mark("Write how the plan is going");
    case CoreGroupNonsense::next_not_later:
        return words::mark("The next meeting must be after this one");
    case CoreGroupNonsense::written_agreement:
        return words::mark("A written agreement or contract of expectations is not a way to "
                           "manage risk. Write what will be done, by whom and by when");
    }
    return {};
}

Response again(const Opened& opened, Filled filled, std::string_view sentence, int status) {
    filled.faults.push_back({"on-day", sentence, {}});
    filled.status = status;
    return show_form(opened, filled);
}

Response not_saved(const Opened& opened, const casework::CoreGroupRefused& refused, Filled filled) {
    const auto& caller = opened.caller;
    return std::visit(
        base::overloaded{
            [&](const casework::NotFoundOrNotYours&) { return not_found(caller); },
            [&](const casework::SomebodyWasQuicker& quicker) {
                filled.since = said_since(caller.say, quicker.since);
                filled.saw = blank(opened).saw; // the versions of now
                filled.status = 409;
                return show_form(opened, filled);
            },
            [&](const casework::KeyUsedForSomethingElse&) {
                filled.saw.idempotency_key.clear();
                return again(opened, std::move(filled),
                             words::mark("This form was saved once and then changed. If both are "
                                         "right, press Save again; if not, correct the entry "
                                         "that was saved."),
                             409);
            },
            [&](const casework::CorrectedAlready&) { return not_found(caller); },
            [&](casework::CoreGroupNonsense nonsense) {
                return again(opened, std::move(filled), sentence_for(nonsense), 422);
            },
            [&](record::StoreFault fault) { return store_says(caller, fault); },
        },
        refused);
}

Response show(const Caller& caller) {
    const auto opened = open(caller);
    return opened.ok() ? show_form(opened.value(), begun_or_blank(opened.value()))
                       : refusal(caller, opened.error());
}

Response save(const Caller& caller) {
    const auto opening = open(caller);
    if (!opening.ok()) {
        return refusal(caller, opening.error());
    }
    const auto& opened = opening.value();
    Filled filled;
    filled.typed = caller.request.form;
    filled.saw = saw_in(filled.typed);
    const auto typed =
        core_group_typed(filled.typed, opened.offered(), opened.planned, caller.today());
    if (!typed.ok()) {
        filled.faults = typed.error();
        filled.status = 422;
        return show_form(opened, filled);
    }
    const auto& [met, children] = typed.value();
    auto saw = filled.saw;
    std::erase_if(saw.versions, [&](const auto& seen) {
        return std::ranges::find(children, PersonId{seen.subject}) == children.end();
    });
    const auto answer =
        casework::record_core_group(caller.office(), caller.viewer, children, met, saw);
    return answer.ok() ? saved(caller, opened.child, "core-group")
                       : not_saved(opened, answer.error(), std::move(filled));
}

} // namespace

void add_core_group_pages(Site& site) {
    add_page(site, Method::get, "core-group.new", "/child/{id}/core-group", show);
    add_page(site, Method::post, "core-group.new", "/child/{id}/core-group", save);
}

} // namespace gweld::web::pages
