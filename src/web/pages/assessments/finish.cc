#include "web/components/inset_text.h"
#include "web/pages/assessments/assessment_form.h"
#include "web/pages/assessments/assessments.h"
#include "web/pages/assessments/missing.html.h"
#include "web/pages/visit/answers.h"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages {

namespace {

using words::mark;

// ---- finishing
// -------------------------------------------------------------------------------------

Html same_words(const AssessmentForm& form) {
    std::vector<std::string> lines;
    for (const auto& same : form.open.same_words) {
        lines.push_back(
            form.say().say("{part}: {first} and {second}",
                           {{"part", said(form.say(), same.part)},
                            {"first", child_named(form.say(), form.open, same.first)},
                            {"second", child_named(form.say(), form.open, same.second)}}));
    }
    return lines.empty() ? Html{} : same_words_warning(form.say(), lines);
}

Html still_missing(const AssessmentForm& form) {
    std::vector<std::string> lines;
    for (const auto& gap : form.open.gaps) {
        lines.push_back(gap_words(form.say(), form.open, gap));
    }
    return lines.empty() ? Html{} : gaps_in_the_way(form.say(), lines);
}

Response draw_finish(const AssessmentForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Html> questions;
    questions.push_back(still_missing(form));
    questions.push_back(same_words(form));
    questions.push_back(ask.date({"on", say.say("When was it finished?")}));
    if (form.open.file.stands() != nullptr) {
        questions.push_back(
            ask.box({"because", say.say("What is different from the version before?"),
                     say.say("Both versions are kept and can be read. A signature under the one "
                             "before does not cover this one.")},
                    3));
    }
    return show_page(
        form,
        {say.say("Finish the assessment: {names}", {{"names", names_of(say, form.open)}}),
         say.say("It is finished as it was last saved, and then waits for a "
                 "manager’s signature."),
         form.caller.to("assessment.finish", {{"id", form.id()}}),
         say.say("Finish the assessment")},
        std::move(questions));
}

Response finish(const Caller& caller) {
    auto opened = open_form(caller, access::Action::record_assessment, "finish-assessment");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto& form = opened.value();
    Answers answers{form.typed, caller.today()};
    const auto on = answers.past_date("on", mark("Enter the day it was finished"),
                                      mark("The date must be today or in the past"));
    const auto changed =
        answers.text("because", form.open.file.stands() == nullptr ? std::string_view{}
                                                                   : mark("Write what changed"));
    if (!answers.all_well()) {
        return with_faults(std::move(form), answers, draw_finish);
    }
    const auto finished = casework::finish_assessment(
        caller.office(), caller.viewer, form.open.file.id, *on, changed, saw_in(form.typed));
    return answered(std::move(form), finished, "assessment-finished", draw_finish);
}

Response show_finish(const Caller& caller) {
    auto opened = open_form(caller, access::Action::record_assessment, "finish-assessment");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto& form = opened.value();
    const auto ymd = caller.today().ymd();
    begin_as(form, Fields{{{"on-day", std::to_string(static_cast<unsigned>(ymd.day()))},
                           {"on-month", std::to_string(static_cast<unsigned>(ymd.month()))},
                           {"on-year", std::to_string(static_cast<int>(ymd.year()))}}});
    return draw_finish(form);
}

// ---- a gap that is let stand
// -----------------------------------------------------------------------

std::string value_of(const casework::AssessmentGapFound& gap) {
    return std::string{boost::describe::enum_to_string(gap.gap, "")} +
           (gap.child ? ":" + base::to_text(gap.child->uuid) : "");
}

Response draw_gap(const AssessmentForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Option> gaps;
    for (const auto& gap : form.open.gaps) {
        gaps.push_back({value_of(gap), gap_words(say, form.open, gap)});
    }
    std::vector<Html> questions;
    questions.push_back(ask.from_list({"gap", say.say("What is missing?")}, gaps));
    questions.push_back(
        ask.box({"because", say.say("Why may the assessment be finished without it?"),
                 say.say("The reason and your name are shown with the assessment for as long as "
                         "the record stands.")},
                4));
    return show_page(form,
                     {say.say("Let a gap stand: {names}", {{"names", names_of(say, form.open)}}),
                      say.say("One gap at a time. It stays visible that the answer is missing."),
                      form.caller.to("assessment.gap", {{"id", form.id()}}),
                      say.say("Let it stand")},
                     std::move(questions));
}

Response let_stand(const Caller& caller) {
    auto opened = open_form(caller, access::Action::allow_gap, "allow-gap");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto& form = opened.value();
    Answers answers{form.typed, caller.today()};
    const auto wanted = answers.text("gap", mark("Choose what is missing"));
    const auto because = answers.text("because", mark("Write why"));
    const auto all = casework::gaps_in(form.open.file.content, {});
    const auto gap = std::ranges::find(all, wanted, value_of);
    if (answers.all_well() && gap == all.end()) {
        answers.fault("gap", mark("This is not missing any more"));
    }
    if (!answers.all_well()) {
        return with_faults(std::move(form), answers, draw_gap);
    }
    const auto allowed = casework::allow_gap(caller.office(), caller.viewer, form.open.file.id,
                                             *gap, because, saw_in(form.typed));
    return answered(std::move(form), allowed, "assessment-gap", draw_gap);
}

Response show_gap(const Caller& caller) {
    auto opened = open_form(caller, access::Action::allow_gap, "allow-gap");
    return opened.ok() ? draw_gap(opened.value()) : refusal(caller, opened.error());
}

} // namespace

void add_assessment_finishing_pages(Site& site) {
    add_page(site, Method::get, "assessment.finish", "/assessment/{id}/finish", show_finish);
    add_page(site, Method::post, "assessment.finish", "/assessment/{id}/finish", finish);
    add_page(site, Method::get, "assessment.gap", "/assessment/{id}/gap", show_gap);
    add_page(site, Method::post, "assessment.gap", "/assessment/{id}/gap", let_stand);
}

} // namespace gweld::web::pages
