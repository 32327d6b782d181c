#include "casework/standing.h"
#include "protection/enquiries.h"
#include "web/pages/assessments/assessment_form.h"
#include "web/pages/assessments/assessments.h"
#include "web/pages/assessments/typed.h"
#include "web/pages/enquiries/family_form.h"
#include "web/pages/problems/problems.h"
#include "web/pages/visit/answers.h"

#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages {

namespace {

using record::AssessmentType;
using words::mark;

std::vector<Option> type_options(const Words& say) {
    std::vector<Option> options;
    for (const auto type : assessment_types) {
        options.push_back(
            {boost::describe::enum_to_string(type, ""), said(say, type),
             type == AssessmentType::care_and_support
                 ? say.say("Counted from the referral.")
                 : say.say("Counted from the start of the section 47 enquiries. For a child whose "
                           "name went on the register.")});
    }
    return options;
}

Response draw(const FamilyForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Html> questions;
    questions.push_back(which_children(form, say.say("Which children is it about?"), {}));
    questions.push_back(
        ask.one_of({"type", say.say("What kind of assessment is it?")}, type_options(say)));
    const std::string proposed{form.typed.text("proposed")};
    questions.push_back(ask.date(
        {"from", say.say("From which day is it counted?"),
         say.say("The day of the referral, or the day the section 47 enquiries started. "
                 "It is due 42 working days later.") +
             (proposed.empty() ? std::string{}
                               : " " + say.say("Proposed: {what}.", {{"what", proposed}}))}));
    questions.push_back(ask.date({"started", say.say("When was it started?")}));
    questions.push_back(
        ask.box({"why-now", say.say("Why now? (can be left for later)"),
                 say.say("What led to the assessment, and what it is to find out.")},
                3));
    return show_page(form,
                     {say.say("Start an assessment: {name}",
                              {{"name", casework::full_name(*form.first().person)}}),
                      say.say("It is written once for the family; each child has a part of "
                              "their own in it."),
                      form.caller.to("assessment.new", {{"id", form.id()}}),
                      say.say("Start the assessment")},
                     std::move(questions));
}

// What is owed and has no assessment yet: the oldest of it.
const casework::AssessmentDue* owed(const std::vector<casework::AssessmentDue>& all) {
    for (const auto& due : all) {
        if (!due.assessment && due.condition.open()) {
            return &due;
        }
    }
    return nullptr;
}

void begin(FamilyForm& form) {
    const auto& caller = form.caller;
    const auto all = casework::assessments_due(form.first(), caller.office().book, caller.today());
    record::AssessmentContent content;
    content.started = caller.today();
    const auto* due = owed(all);
    if (due != nullptr) {
        content.runs_from = due->condition.duty.anchor;
        content.type = due->runs_from == protection::RunsFrom::enquiries
                           ? AssessmentType::after_section_47
                           : AssessmentType::care_and_support;
    }
    const auto begun = fields_of(content);
    std::vector<Field> fields{begun.list().begin(), begun.list().end()};
    if (due == nullptr) { // nothing in the record says from which day: nobody guesses
        std::erase_if(fields, [](const Field& field) { return field.name.starts_with("from-"); });
    } else {
        fields.push_back({"proposed", runs_from_words(caller, *due)});
    }
    fields.push_back({"child", form.id()});
    begin_as(form, Fields{std::move(fields)});
}

FieldFault start_fault(casework::AssessmentNonsense nonsense) {
    return nonsense == casework::AssessmentNonsense::date_in_future
               ? FieldFault{"started-day", mark("The date must be today or in the past"), {}}
               : fault_of(nonsense);
}

Response not_started(FamilyForm form, const casework::AssessmentRefused& refused) {
    const auto& caller = form.caller;
    const auto again = [&](int status) {
        form.status = status;
        return draw(form);
    };
    return std::visit(base::overloaded{
                          [&](const casework::NotFoundOrNotYours&) { return not_found(caller); },
                          [&](const casework::SomebodyWasQuicker& quicker) {
                              form.since = said_since(caller.say, quicker.since);
                              return again(409);
                          },
                          [&](const casework::KeyUsedForSomethingElse&) {
                              form.key.clear();
                              form.faults.push_back(
                                  {"started-day",
                                   mark("This form was saved once and then changed. If both "
                                        "are right, press the button again"),
                                   {}});
                              return again(409);
                          },
                          [&](const casework::CorrectedAlready&) { return not_found(caller); },
                          [&](casework::AssessmentNonsense nonsense) {
                              form.faults.push_back(start_fault(nonsense));
                              return again(422);
                          },
                          [&](record::StoreFault fault) { return store_says(caller, fault); },
                      },
                      refused);
}

Response save(const Caller& caller) {
    auto opened = open_family(caller, access::Action::record_assessment, "start-assessment");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto& form = opened.value();
    Answers answers{form.typed, caller.today()};
    const auto children = chosen(form, answers);
    record::AssessmentContent content;
    for (const auto& child : children) {
        content.children.emplace_back();
        content.children.back().child = child->child;
    }
    content = content_typed(answers, content);
    if (answers.all_well() && content.started < content.runs_from) {
        answers.fault("started-day", mark("It cannot start before the day it is counted from"));
    }
    if (!answers.all_well()) {
        return with_faults(form, answers, draw);
    }
    const auto started =
        casework::start_assessment(caller.office(), caller.viewer, content, saw_by(form, children));
    if (!started.ok()) {
        return not_started(form, started.error());
    }
    const auto to =
        caller.to("assessment.write", {{"id", base::to_text(started.value().assessment.uuid)}});
    return see_other(Url::path(to.text() + "?saved=assessment-started"));
}

Response show(const Caller& caller) {
    auto opened = open_family(caller, access::Action::record_assessment, "start-assessment");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    begin(opened.value());
    return draw(opened.value());
}

} // namespace

void add_assessment_start_pages(Site& site) {
    add_page(site, Method::get, "assessment.new", "/child/{id}/assessment/new", show);
    add_page(site, Method::post, "assessment.new", "/child/{id}/assessment/new", save);
}

} // namespace gweld::web::pages
