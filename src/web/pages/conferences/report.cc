// A report to a conference, in the one format for every agency, and the day the family had it.
#include "web/pages/conferences/conference_form.h"
#include "web/pages/conferences/conferences.h"
#include "web/pages/enquiries/enquiry_words.h"
#include "web/pages/problems/problems.h"
#include "web/pages/visit/family.h"

namespace gweld::web::pages {

namespace {

using words::mark;

// ---- the report
// ------------------------------------------------------------------------------------

Response draw_report(const FamilyForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Html> questions;
    questions.push_back(ask.from_list({"agency", say.say("Agency")}, agencies_of(form)));
    questions.push_back(ask.line({"name", say.say("Who wrote it?")}));
    questions.push_back(ask.line({"role", say.say("Role")}));
    questions.push_back(ask.date({"on", say.say("When did it come?")}));
    questions.push_back(ask.box({"strengths", say.say("What is going well?")}, 4));
    questions.push_back(ask.box({"words", say.say("What are the worries?")}, 4));
    questions.push_back(
        ask.box({"risk", say.say("How does the agency see the risk to each child?")}, 4));
    questions.push_back(ask.box({"change", say.say("What should change?")}, 4));
    return show_page(form,
                     {say.say("Record a report to the conference"),
                      which_conference(form) + ". " +
                          say.say("The same questions for every agency. Whether a name goes on the "
                                  "register is for the conference."),
                      form.caller.to("conference.report", {{"id", form.home_id}}),
                      say.say("Save the report")},
                     std::move(questions));
}

Response save_report(FamilyForm form) {
    Answers answers{form.typed, form.caller.today()};
    record::ConferenceReportReceived report;
    report.conference = conference_entry(form);
    report.agency = answers.choice<record::Agency>("agency", mark("Choose the agency"))
                        .value_or(record::Agency::other);
    report.name = answers.text("name", mark("Enter a name"));
    report.role = answers.text("role");
    report.received_on = answers
                             .past_date("on", mark("Enter the day the report came"),
                                        mark("The date must be today or in the past"))
                             .value_or(record::to_be_given);
    report.strengths = answers.text("strengths");
    report.worries = answers.text("words", mark("Write what the worries are, or that there are "
                                                "none"));
    report.risk = answers.text("risk", mark("Write how the agency sees the risk"));
    report.change = answers.text("change");
    if (!answers.all_well()) {
        return with_faults(std::move(form), answers, draw_report);
    }
    const auto answer = casework::record_report(form.caller.office(), form.caller.viewer, report,
                                                about_children(form), saw_by(form, form.children));
    return answered<casework::ConferenceNonsense>(std::move(form), answer, "report", draw_report,
                                                  &fault_of);
}

// ---- when the family had it
// ------------------------------------------------------------------------

const protection::ReportIn* report_in(const FamilyForm& form,
                                      const protection::Conference& conference) {
    const auto id = entry_in(form.caller, "report");
    const auto found = std::ranges::find_if(
        conference.reports, [&](const auto& in) { return id && in.received.entry == *id; });
    return found == conference.reports.end() ? nullptr : &*found;
}

Response draw_shared(const FamilyForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    const auto conference = conference_of(form);
    const auto* in = report_in(form, conference);
    if (in == nullptr) {
        return not_found(form.caller);
    }
    std::vector<Html> questions;
    questions.push_back(ask.date({"on", say.say("When did the family have it?")}));
    questions.push_back(ask.line({"with", say.say("Who had it, and how?"),
                                  say.say("For example: her mother, read to her in Polish.")}));
    return show_page(
        form,
        {say.say("A report shared with the family"),
         said(say, in->received.body.agency) + ", " + in->received.body.name,
         form.caller.to("conference.report.shared",
                        {{"id", form.home_id}, {"report", base::to_text(in->received.entry.uuid)}}),
         say.say("Save")},
        std::move(questions));
}

Response save_shared(FamilyForm form) {
    const auto conference = conference_of(form);
    const auto* in = report_in(form, conference);
    if (in == nullptr) {
        return not_found(form.caller);
    }
    Answers answers{form.typed, form.caller.today()};
    record::ConferenceReportShared shared;
    shared.report = in->received.entry;
    shared.on = answers
                    .past_date("on", mark("Enter the day the family had it"),
                               mark("The date must be today or in the past"))
                    .value_or(record::to_be_given);
    shared.with = answers.text("with", mark("Write who had it"));
    if (!answers.all_well()) {
        return with_faults(std::move(form), answers, draw_shared);
    }
    const auto answer = casework::share_report(form.caller.office(), form.caller.viewer, shared,
                                               about_children(form), saw_by(form, form.children));
    return answered<casework::ConferenceNonsense>(std::move(form), answer, "report-shared",
                                                  draw_shared, &fault_of);
}

} // namespace

void add_report_pages(Site& site) {
    add_form_page(site, {"conference.report", "/conference/{id}/report", "conference-report",
                         draw_report, save_report, nullptr});
    add_form_page(site, {"conference.report.shared", "/conference/{id}/report/{report}/shared",
                         "conference-report", draw_shared, save_shared, nullptr});
}

} // namespace gweld::web::pages
