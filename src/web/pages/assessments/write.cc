#include "casework/standing.h"
#include "web/components/details.h"
#include "web/components/fieldset.h"
#include "web/components/inset_text.h"
#include "web/pages/assessments/assessment_form.h"
#include "web/pages/assessments/assessments.h"
#include "web/pages/assessments/missing.html.h"
#include "web/pages/assessments/typed.h"
#include "web/pages/brought_in/brought_in.h"
#include "web/pages/visit/answers.h"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages {

namespace {

using record::AssessmentGap;

Html boxed(const std::string& legend, Html content) {
    govuk::Fieldset box;
    box.legend.content = legend;
    box.legend.classes = "app-child__name";
    box.classes = "app-child";
    box.content = std::move(content);
    return govuk::render(box);
}

Html missing_list(const AssessmentForm& form) {
    const auto& open = form.open;
    std::vector<std::string> lines;
    for (const auto& gap : open.gaps) {
        lines.push_back(gap_words(form.say(), open, gap));
    }
    govuk::Details details;
    details.summary = lines.empty()
                          ? form.say().say("Nothing is missing in what was last saved")
                          : form.say().say_n("1 thing is missing in what was last saved",
                                             "{n} things are missing in what was last saved",
                                             static_cast<long>(lines.size()));
    details.content = missing_things(form.say(), lines);
    return govuk::render(details);
}

Html dates(const AssessmentForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Option> types;
    for (const auto type : assessment_types) {
        types.push_back({boost::describe::enum_to_string(type, ""), said(say, type)});
    }
    Markup content;
    content.put(ask.one_of({"type", say.say("What kind of assessment is it?")}, types));
    content.put(ask.date({"from", say.say("From which day is it counted?"),
                          say.say("The day of the referral, or the day the section 47 enquiries "
                                  "started. It is due 42 working days later.")}));
    content.put(ask.date({"started", say.say("When was it started?")}));
    return boxed(say.say("Kind and dates"), content.take());
}

Html family(const AssessmentForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    Markup content;
    content.put(ask.box({"why-now", said(say, AssessmentGap::why_now),
                         say.say("What led to the assessment, and what it is to find out.")},
                        3));
    content.put(
        ask.box({"others-seen", said(say, AssessmentGap::others_seen),
                 say.say("Parents, carers, other family, school, health: who, when and how.")},
                4));
    content.put(ask.box({"family", said(say, AssessmentGap::family),
                         say.say("What is known of the past, what is going on now, what the "
                                 "parents say themselves.")},
                        6));
    return boxed(say.say("The family"), content.take());
}

std::vector<Option> seen_options(const Words& say) {
    std::vector<Option> options;
    for (const auto seen : {record::SeenAtAssessment::alone, record::SeenAtAssessment::not_alone,
                            record::SeenAtAssessment::not_seen}) {
        options.push_back({boost::describe::enum_to_string(seen, ""), said(say, seen)});
    }
    return options;
}

void put_seen(const AssessmentForm& form, record::PersonId child, Markup& content) {
    const auto& say = form.say();
    const auto ask = form.questions();
    content.put(
        ask.one_of({field_of("seen", child), say.say("Was the child seen?")}, seen_options(say)));
    content.put(ask.date({field_of("seen-on", child), say.say("When last?")}));
    content.put(ask.box(
        {field_of("how", child), say.say("How?"), say.say("Where, how often, who else was there.")},
        2));
    content.put(ask.box({field_of("why-not", child), said(say, AssessmentGap::why_not_alone)}, 2));
    content.put(ask.box({field_of("words", child), said(say, AssessmentGap::words),
                         say.say("In the language the child spoke. Of a baby or a child who does "
                                 "not speak: what they showed.")},
                        4));
    content.put(
        ask.language({field_of("language", child), said(say, AssessmentGap::words_language)}));
    content.put(ask.box({field_of("communication", child), said(say, AssessmentGap::communication),
                         say.say("Needs, and what helps. Write “no special needs” if that is so.")},
                        2));
    content.put(ask.box({field_of("identity", child), said(say, AssessmentGap::identity)}, 2));
}

void put_judged(const AssessmentForm& form, record::PersonId child, Markup& content) {
    const auto& say = form.say();
    const auto ask = form.questions();
    const auto one_a_line = say.say("One on each line.");
    content.put(
        ask.box({field_of("risks", child), said(say, AssessmentGap::risks), one_a_line}, 4));
    content.put(ask.box(
        {field_of("protective", child), said(say, AssessmentGap::protective), one_a_line}, 4));
    content.put(ask.box({field_of("analysis", child), said(say, AssessmentGap::childs_analysis),
                         say.say("How the risks and what protects weigh up for this child.")},
                        5));
    std::vector<Option> decisions;
    for (const auto decision : assessment_decisions) {
        decisions.push_back({boost::describe::enum_to_string(decision, ""), said(say, decision)});
    }
    content.put(
        ask.one_of({field_of("decision", child), said(say, AssessmentGap::decision)}, decisions));
    content.put(ask.box({field_of("follows", child), said(say, AssessmentGap::what_follows)}, 2));
    content.put(
        ask.date({field_of("shared-on", child), said(say, AssessmentGap::shared_with_child)}));
}

Html child_box(const AssessmentForm& form, record::PersonId child) {
    Markup content;
    put_seen(form, child, content);
    put_judged(form, child, content);
    return boxed(child_named(form.say(), form.open, child), content.take());
}

void put_rows(const AssessmentForm& form, const std::string& who, const std::string& words,
              int rows, Markup& content) {
    const auto& say = form.say();
    const auto ask = form.questions();
    Markup more;
    for (int n = 1; n <= rows; ++n) {
        const auto number = std::to_string(n);
        Markup& into = n == 1 ? content : more;
        into.put(ask.line({who + "-name-" + number, n == 1 ? words : words + " " + number}));
        into.put(ask.date({who + "-on-" + number, say.say("When?")}));
    }
    govuk::Details details;
    details.summary = words + ": " + say.say("more");
    details.content = more.take();
    details.open = !form.typed.text(who + "-name-2").empty();
    content.put(govuk::render(details));
}

Html together(const AssessmentForm& form) {
    const auto& say = form.say();
    Markup content;
    content.put(form.questions().box({"analysis", said(say, AssessmentGap::analysis)}, 5));
    put_rows(form, "parent", say.say("Shared with a parent or carer: who?"), parents_on_form,
             content);
    put_rows(form, "agency", say.say("Shared with an agency: which? (optional)"), agencies_on_form,
             content);
    return boxed(say.say("Taken together"), content.take());
}

Response draw(const AssessmentForm& form) {
    const auto& say = form.say();
    std::vector<Html> questions;
    if (form.faults.empty() && form.since.empty()) {
        questions.push_back(saved_banner(form.caller));
    }
    questions.push_back(hidden_field("brought-in", std::string{form.typed.text("brought-in")}));
    questions.push_back(missing_list(form));
    questions.push_back(dates(form));
    questions.push_back(family(form));
    for (const auto& part : form.open.file.content.children) {
        questions.push_back(child_box(form, part.child));
    }
    questions.push_back(together(form));
    return show_page(
        form,
        {say.say("Write the assessment: {names}", {{"names", names_of(say, form.open)}}),
         say.say("Save as often as you like, with whatever is still missing. Every "
                 "version is kept."),
         form.caller.to("assessment.write", {{"id", form.id()}}), say.say("Save the assessment")},
        std::move(questions));
}

// Of whichever of its children the document was brought in for.
std::optional<base::EntryId> brought_in_of(const AssessmentForm& form) {
    for (const auto& child : form.open.children) {
        if (const auto id = child ? brought_in_typed(form.typed, *child) : std::nullopt) {
            return id;
        }
    }
    return std::nullopt;
}

Response save(const Caller& caller) {
    auto opened = open_form(caller, access::Action::record_assessment, "write-assessment");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto& form = opened.value();
    form.on_record = fields_of(form.open.file.content);
    Answers answers{form.typed, caller.today()};
    auto content = content_typed(answers, form.open.file.content);
    content.brought_in = brought_in_of(form);
    if (answers.all_well() && content.started < content.runs_from) {
        const auto fault = fault_of(casework::AssessmentNonsense::before_it_runs_from);
        answers.fault(fault.field, fault.sentence);
    }
    if (!answers.all_well()) {
        return with_faults(std::move(form), answers, draw);
    }
    const auto saved = casework::save_assessment(caller.office(), caller.viewer, form.open.file.id,
                                                 content, saw_in(form.typed));
    return answered(std::move(form), saved, "assessment", draw);
}

Response show(const Caller& caller) {
    auto opened = open_form(caller, access::Action::record_assessment, "write-assessment");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    opened.value().on_record = fields_of(opened.value().open.file.content);
    begin_as(opened.value(), opened.value().on_record);
    return draw(opened.value());
}

} // namespace

Response draw_writing(const AssessmentForm& form) { return draw(form); }

void add_assessment_writing_pages(Site& site) {
    add_page(site, Method::get, "assessment.write", "/assessment/{id}/write", show);
    add_page(site, Method::post, "assessment.write", "/assessment/{id}/write", save);
}

} // namespace gweld::web::pages
