#include "web/pages/assessments/assessment_form.h"

#include "web/pages/problems/problems.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

using casework::AssessmentNonsense;
using words::mark;

casework::Saw saw_now(const AssessmentForm& form) {
    return {form.key, {{form.open.file.id.uuid, form.open.file.version}}};
}

// As it was when the form was first shown, or as it is once the writer has seen what changed.
casework::Saw saw_to_send(const AssessmentForm& form) {
    const auto posted = saw_in(form.typed);
    return posted.versions.empty() || !form.since.empty()
               ? saw_now(form)
               : casework::Saw{form.key, posted.versions};
}

} // namespace

base::Result<AssessmentForm, casework::OpenRefused>
open_form(const Caller& caller, access::Action action, std::string_view page) {
    const auto id = base::parse_uuid(caller.param("id"));
    if (!id) {
        return base::Err{casework::OpenRefused{casework::NotFoundOrNotYours{}}};
    }
    auto opened = casework::open_assessment(caller.office(), caller.viewer,
                                            casework::AssessmentId{*id}, page);
    if (!opened.ok()) {
        return base::Err{opened.error()};
    }
    if (!opened.value().every(action, caller.viewer, caller.when())) {
        return base::Err{casework::OpenRefused{casework::NotFoundOrNotYours{}}};
    }
    AssessmentForm form{caller, std::move(opened).value()};
    take_typed(caller, form.typed, form.key);
    return base::Ok{std::move(form)};
}

Response show_page(const AssessmentForm& form, const AssessmentPage& page,
                   std::vector<Html> questions) {
    Sheet sheet;
    sheet.back = form.caller.to("assessment", {{"id", form.id()}});
    sheet.back_words = form.say().say("Back to the assessment");
    sheet.heading = page.heading;
    sheet.lede = page.lede;
    sheet.since = form.since;
    sheet.questions = std::move(questions);
    sheet.action = page.action;
    sheet.save = page.save;
    sheet.saw = saw_to_send(form);
    sheet.faults = form.faults;
    if (!form.on_record.list().empty()) {
        sheet.was = marks_of_what_was(form.on_record, form.since.empty() ? form.typed : Fields{});
    }
    sheet.status = form.status;
    return show_sheet(form.caller, sheet);
}

Response with_faults(AssessmentForm form, Answers& answers, DrawAssessment draw) {
    form.faults = answers.take_faults();
    form.status = 422;
    return draw(form);
}

FieldFault fault_of(AssessmentNonsense nonsense) {
    switch (nonsense) {
    case AssessmentNonsense::no_children:
        return {"child", mark("Tick at least one child"), {}};
    case AssessmentNonsense::date_in_future:
        return {"on-day", mark("The date must be today or in the past"), {}};
    case AssessmentNonsense::before_it_runs_from:
        return {"started-day", mark("It cannot start before the day it is counted from"), {}};
    case AssessmentNonsense::before_it_started:
        return {"on-day", mark("It cannot be finished before it was started"), {}};
    case AssessmentNonsense::before_it_was_returned:
        return {"on-day",
                mark("It was returned for rework after that day: say when the rework was done"),
                {}};
    case AssessmentNonsense::before_what_it_tells:
        return {"on-day",
                mark("It tells of a day after this one: a child seen, or what it was shared on"),
                {}};
    case AssessmentNonsense::gaps_remain:
        return {"on-day", mark("Something is still missing"), {}};
    case AssessmentNonsense::no_such_gap:
        return {"gap", mark("This is not missing any more"), {}};
    case AssessmentNonsense::no_reason:
        return {"because", mark("Write why"), {}};
    case AssessmentNonsense::shared_before_start:
        return {"started-day", mark("It cannot have been shared before it was started"), {}};
    case AssessmentNonsense::withdrawn:
        return {"main-content", mark("This assessment was withdrawn: nothing is added to it"), {}};
    case AssessmentNonsense::finished_once:
        return {"because", mark("It was finished once: put it right instead"), {}};
    case AssessmentNonsense::nothing_to_finish:
        break;
    }
    return {"on-day", mark("It is finished already, and nothing was written since"), {}};
}

Response answered(AssessmentForm form, const casework::AssessmentAnswer& answer,
                  std::string_view saved, DrawAssessment draw) {
    const auto& caller = form.caller;
    if (answer.ok()) {
        const auto to = caller.to("assessment", {{"id", form.id()}});
        return see_other(Url::path(to.text() + "?saved=" + std::string{saved}));
    }
    const auto again = [&](int status) {
        form.status = status;
        return draw(form);
    };
    return std::visit(base::overloaded{
                          [&](const casework::NotFoundOrNotYours&) { return not_found(caller); },
                          [&](const casework::SomebodyWasQuicker& quicker) {
                              form.since = said_since(caller.say, quicker.since);
                              if (!form.on_record.list().empty()) {
                                  form.meanwhile = bring_together(form.typed, form.on_record);
                              }
                              return again(409);
                          },
                          [&](const casework::KeyUsedForSomethingElse&) {
                              form.key.clear();
                              form.faults.push_back(
                                  {"on-day",
                                   mark("This form was saved once and then changed. If both "
                                        "are right, press the button again"),
                                   {}});
                              return again(409);
                          },
                          [&](const casework::CorrectedAlready&) { return not_found(caller); },
                          [&](AssessmentNonsense nonsense) {
                              form.faults.push_back(fault_of(nonsense));
                              return again(422);
                          },
                          [&](record::StoreFault fault) { return store_says(caller, fault); },
                      },
                      answer.error());
}

} // namespace gweld::web::pages
