#include "web/pages/assessments/assessment_form.h"
#include "web/pages/assessments/assessments.h"
#include "web/pages/problems/problems.h"
#include "web/pages/visit/answers.h"

namespace gweld::web::pages {

namespace {

using access::Action;

Response draw_withdrawal(const AssessmentForm& form) {
    const auto& say = form.say();
    std::vector<Html> questions;
    questions.push_back(form.questions().box(
        {"because", say.say("Why should this assessment not be here?"), {}}, 3));
    return show_page(
        form,
        {say.say("Withdraw the assessment: {names}", {{"names", names_of(say, form.open)}}),
         say.say("For one that was started by mistake. It leaves the children’s assessments and "
                 "what is due, and can still be read with your name and reason."),
         form.caller.to("assessment.withdraw", {{"id", form.id()}}),
         say.say("Withdraw the assessment")},
        std::move(questions));
}

Response show(const Caller& caller) {
    auto opened = open_form(caller, Action::record_assessment, "withdraw-assessment");
    return opened.ok() ? draw_withdrawal(opened.value()) : refusal(caller, opened.error());
}

Response withdraw(const Caller& caller) {
    auto opened = open_form(caller, Action::record_assessment, "withdraw-assessment");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto& form = opened.value();
    Answers answers{form.typed, caller.today()};
    const auto because = answers.text("because", words::mark("Write why"));
    if (!answers.all_well()) {
        return with_faults(std::move(form), answers, draw_withdrawal);
    }
    const auto done = casework::withdraw_assessment(caller.office(), caller.viewer,
                                                    form.open.file.id, because, saw_in(form.typed));
    return answered(std::move(form), done, "withdrawn", draw_withdrawal);
}

} // namespace

void add_assessment_withdrawal_pages(Site& site) {
    add_page(site, Method::get, "assessment.withdraw", "/assessment/{id}/withdraw", show);
    add_page(site, Method::post, "assessment.withdraw", "/assessment/{id}/withdraw", withdraw);
}

} // namespace gweld::web::pages
