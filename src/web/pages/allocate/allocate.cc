#include "web/pages/allocate/allocate.h"

#include "casework/child.h"
#include "casework/worklist.h"
#include "web/components/date_input.h"
#include "web/components/select.h"
#include "web/components/spoken.h"
#include "web/pages/allocate/typed.h"
#include "web/pages/forms/answers.h"
#include "web/pages/forms/sheet.h"
#include "web/pages/frame/frame.h"
#include "web/pages/problems/problems.h"
#include "web/pages/standing_words.h"
#include "web/pages/visit/answers.h"
#include "web/pages/visit/family.h"
#include "web/pages/visit/questions.h"

#include <algorithm>
#include <map>

namespace gweld::web::pages {

namespace {

struct Opened {
    const Caller& caller;
    casework::OpenRecord record;
    std::vector<record::WorkerRow> offered;
    const casework::Facts& facts() const { return *record.standing.facts; }
    std::string id() const { return base::to_text(facts().child.uuid); }
};

struct View {
    AllocationTyped typed;
    std::vector<FieldFault> faults;
    std::vector<std::string> since;
    casework::Saw saw;
    int status = 200;
};

base::Result<Opened, casework::OpenRefused> open(const Caller& caller) {
    const auto child = person_in(caller, "id");
    if (!child) {
        return base::Err{casework::OpenRefused{casework::NotFoundOrNotYours{}}};
    }
    auto record = casework::open_record(caller.office(), caller.viewer, *child,
                                        access::Action::allocate, "allocate");
    if (!record.ok()) {
        return base::Err{record.error()};
    }
    std::vector<record::WorkerRow> offered;
    const auto read = caller.office().store.read([&](const record::Reading& reading) {
        offered = casework::workers_of(reading, caller.viewer);
    });
    if (!read.ok()) {
        return base::Err{casework::OpenRefused{read.error()}};
    }
    return base::Ok{Opened{caller, std::move(record).value(), std::move(offered)}};
}

std::map<base::Uuid, std::size_t> caseloads(const Caller& caller) {
    std::map<base::Uuid, std::size_t> loads;
    const auto team = casework::team_today(caller.office(), caller.viewer);
    if (team.ok()) {
        for (const auto& load : team.value()->caseloads) {
            loads[load.worker.worker] = load.on_register;
        }
    }
    return loads;
}

Html worker_question(const Opened& opened, const View& view) {
    const auto& say = opened.caller.say;
    auto loads = caseloads(opened.caller);
    govuk::Select select;
    select.name = "worker";
    select.label.content = say.say("Who will be the worker?");
    select.label.classes = "govuk-label--s";
    select.hint = govuk::Hint{
        say.say("The number is how many children on the register they have now."), {}, {}, {}};
    select.items.push_back({say.say("Choose a worker"), "", {}, false, {}});
    for (const auto& worker : opened.offered) {
        select.items.push_back(
            {say.say("{name} ({count})",
                     {{"name", worker.name}, {"count", std::to_string(loads[worker.worker])}}),
             base::to_text(worker.worker),
             {},
             false,
             {}});
    }
    select.value = view.typed.worker;
    if (const auto fault = fault_of(say, "worker", view.faults)) {
        select.error = govuk::error_message(say, *fault);
    }
    return govuk::render(select);
}

Html first_day(const Words& say, const View& view) {
    using govuk::DatePiece;
    govuk::DateInput date;
    date.id = "first";
    date.name_prefix = "first";
    date.parts = {{DatePiece::day, "day", say.say("Day")},
                  {DatePiece::month, "month", say.say("Month")},
                  {DatePiece::year, "year", say.say("Year")}};
    date.values = {{"first-day", view.typed.day},
                   {"first-month", view.typed.month},
                   {"first-year", view.typed.year}};
    date.fieldset = govuk::Fieldset{};
    date.fieldset->legend.content = say.say("First day");
    date.fieldset->legend.classes = "govuk-visually-hidden";
    if (const auto fault = fault_of(say, "first-day", view.faults)) {
        date.error = govuk::error_message(say, *fault);
    }
    return govuk::render(date);
}

Html from_question(const Opened& opened, const View& view) {
    const auto& say = opened.caller.say;
    return ask(say,
               {"from",
                say.say("From which day?"),
                say.say("Today or a day in the next 28 days."),
                {{"today",
                  say.say("Today, {date}", {{"date", say.short_date(opened.caller.today())}}),
                  {}},
                 {"other", say.say("Another day"), first_day(say, view)}},
                view.typed.from,
                {},
                Question::Look::list},
               view.faults);
}

std::string who_now(const Opened& opened) {
    const auto& say = opened.caller.say;
    const auto& name = opened.facts().person->forename;
    const auto* held = opened.record.standing.allocated;
    if (held == nullptr) {
        return say.say("Nobody is allocated to {name} today.", {{"name", name}});
    }
    const auto worker = opened.record.workers().find(held->worker);
    const auto since = time::CivilDate::from_day_number(static_cast<std::int32_t>(held->from_day));
    return say.say("{worker} has been the worker of {name} since {date}. That ends on the first "
                   "day of the new worker.",
                   {{"worker", worker == opened.record.workers().end() ? say.say("not known")
                                                                       : worker->second.name},
                    {"name", name},
                    {"date", near_date(opened.caller, since)}});
}

Response show_form(const Opened& opened, const View& view) {
    const auto& caller = opened.caller;
    const auto& say = caller.say;
    Sheet sheet;
    sheet.back = caller.to("child", {{"id", opened.id()}});
    sheet.heading = say.say("Allocate a worker: {name}",
                            {{"name", casework::full_name(*opened.facts().person)}});
    sheet.lede = who_now(opened);
    sheet.since = view.since;
    sheet.questions = {worker_question(opened, view), from_question(opened, view)};
    sheet.action = caller.to("allocate", {{"id", opened.id()}});
    sheet.save = say.say("Allocate");
    sheet.saw = view.saw;
    sheet.faults = view.faults;
    sheet.here = Nav::team;
    sheet.status = view.status;
    return show_sheet(caller, sheet);
}

Response show(const Caller& caller) {
    const auto opened = open(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    View view;
    view.typed.from = "today";
    view.saw.versions = {{opened.value().facts().child.uuid, opened.value().facts().version}};
    if (const auto* begun = caller.typed()) {
        view.typed = allocation_typed(*begun);
        view.saw = saw_in(*begun);
    }
    return show_form(opened.value(), view);
}

Response saved(const Opened& opened) {
    const auto to = opened.caller.to("child", {{"id", opened.id()}});
    return see_other(Url::path(to.text() + "?saved=allocation"));
}

// The button pressed twice: what was asked for is what is so.
bool is_so_already(const Opened& opened, const casework::Allocate& what) {
    return std::ranges::any_of(opened.facts().allocations, [&](const auto& row) {
        return row.worker == what.worker && row.from_day == what.from.day_number() &&
               row.as == "allocated_worker";
    });
}

Response somebody_was_quicker(const Caller& caller, View view,
                              const casework::SomebodyWasQuicker& quicker) {
    // Opened again, so that what is shown and what is sent next are the newest.
    const auto opened = open(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    view.since = said_since(caller.say, quicker.since);
    view.saw = {{}, {{opened.value().facts().child.uuid, opened.value().facts().version}}};
    view.status = 409;
    return show_form(opened.value(), view);
}

FieldFault fault_for(casework::AllocationNonsense nonsense, const AllocationTyped& typed) {
    using casework::AllocationNonsense;
    switch (nonsense) {
    case AllocationNonsense::from_before_now:
        return {typed.from == "other" ? "first-day" : "from",
                words::mark("The first day must be today or in the next 28 days"),
                {}};
    case AllocationNonsense::already_theirs:
        return {"worker", words::mark("This child is allocated to that worker already"), {}};
    case AllocationNonsense::no_such_worker:
        break;
    }
    return {"worker", words::mark("Choose a worker"), {}};
}

Response not_saved(const Opened& opened, const casework::Allocate& what,
                   const casework::AllocationRefused& refused, View view) {
    const auto& caller = opened.caller;
    return std::visit(base::overloaded{
                          [&](const casework::NotFoundOrNotYours&) { return not_found(caller); },
                          [&](const casework::SomebodyWasQuicker& quicker) {
                              return somebody_was_quicker(caller, view, quicker);
                          },
                          [&](const casework::KeyUsedForSomethingElse&) {
                              view.saw.idempotency_key.clear();
                              view.faults.push_back(
                                  {"worker",
                                   words::mark("This form was saved once and then changed. If "
                                               "that is right, press Allocate again"),
                                   {}});
                              view.status = 409;
                              return show_form(opened, view);
                          },
                          [&](const casework::CorrectedAlready&) { return not_found(caller); },
                          [&](casework::AllocationNonsense nonsense) {
                              if (nonsense == casework::AllocationNonsense::already_theirs &&
                                  is_so_already(opened, what)) {
                                  return saved(opened);
                              }
                              view.faults.push_back(fault_for(nonsense, view.typed));
                              view.status = 422;
                              return show_form(opened, view);
                          },
                          [&](record::StoreFault fault) { return store_says(caller, fault); },
                      },
                      refused);
}

Response save(const Caller& caller) {
    const auto opening = open(caller);
    if (!opening.ok()) {
        return refusal(caller, opening.error());
    }
    const auto& opened = opening.value();
    View view;
    view.typed = allocation_typed(caller.request.form);
    view.saw = saw_in(caller.request.form);
    const auto what = parse(view.typed, opened.facts().child, opened.offered, caller.today());
    if (!what.ok()) {
        view.faults = what.error();
        view.status = 422;
        return show_form(opened, view);
    }
    const auto answer = casework::allocate(caller.office(), caller.viewer, what.value(), view.saw);
    return answer.ok() ? saved(opened)
                       : not_saved(opened, what.value(), answer.error(), std::move(view));
}

} // namespace

void add_allocation_pages(Site& site) {
    add_page(site, Method::get, "allocate", "/child/{id}/allocate", show);
    add_page(site, Method::post, "allocate", "/child/{id}/allocate", save);
}

} // namespace gweld::web::pages
