// assessment_form.h - a form about one assessment while it is being filled in: what was typed, what
// is wrong, what somebody else saved meanwhile. Knows no question.
#pragma once

#include "web/pages/assessments/assessment_words.h"
#include "web/pages/forms/answers.h"
#include "web/pages/forms/sheet.h"

namespace gweld::web::pages {

struct AssessmentForm {
    const Caller& caller;
    casework::OpenAssessment open;
    Fields typed = {};
    std::vector<FieldFault> faults = {};
    std::vector<std::string> since = {};
    Fields on_record = {};    // of a form that changes it: as the record stands now
    Meanwhile meanwhile = {}; // what became of both texts, where somebody was quicker
    std::string key = {};     // empty: a fresh one is made
    int status = 200;

    std::string id() const { return base::to_text(open.file.id.uuid); }
    const Words& say() const { return caller.say; }
    Questions questions() const { return {caller.say, typed, faults, &meanwhile}; }
};

// For /assessment/{id}/...: whoever may do this for every child of it. With a posted form, as it
// was typed.
base::Result<AssessmentForm, casework::OpenRefused>
open_form(const Caller& caller, access::Action action, std::string_view page);

struct AssessmentPage { // round the questions
    std::string heading;
    std::string lede = {};
    Url action = Url::path("/");
    std::string save;
};
Response show_page(const AssessmentForm& form, const AssessmentPage& page,
                   std::vector<Html> questions);

using DrawAssessment = Response (*)(const AssessmentForm& form);
Response with_faults(AssessmentForm form, Answers& answers, DrawAssessment draw);
// To the assessment with the banner `saved`, or the form again: 422 with what is wrong, 409 with
// what was recorded meanwhile, and every word kept.
Response answered(AssessmentForm form, const casework::AssessmentAnswer& answer,
                  std::string_view saved, DrawAssessment draw);
// The assessment's own form, with what `form` says is typed.
Response draw_writing(const AssessmentForm& form);
FieldFault fault_of(casework::AssessmentNonsense nonsense);

} // namespace gweld::web::pages
