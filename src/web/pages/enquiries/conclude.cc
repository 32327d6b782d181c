#include "casework/standing.h"
#include "web/components/fieldset.h"
#include "web/components/markup.h"
#include "web/pages/enquiries/enquiries.h"
#include "web/pages/enquiries/enquiry_words.h"
#include "web/pages/enquiries/family_form.h"
#include "web/pages/visit/answers.h"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages {

namespace {

using record::Determination;
using words::mark;

constexpr auto kind = record::Named<record::EnquiryStarted>::name;

// Children for whom it has been concluded are not asked about again.
void keep_open_ones(FamilyForm& form, base::EntryId enquiry) {
    std::erase_if(form.children, [&](const auto& child) {
        const auto& history = child->enquiries;
        const auto* found = history.enquiry(enquiry);
        return found == nullptr || found->concluded;
    });
}

std::vector<Option> determinations(const Words& say) {
    std::vector<Option> options;
    for (const auto each :
         {Determination::not_substantiated, Determination::substantiated_not_continuing_risk,
          Determination::substantiated_continuing_risk}) {
        options.push_back({boost::describe::enum_to_string(each, ""), said(say, each)});
    }
    return options;
}

Html child_box(const FamilyForm& form, const casework::Facts& child) {
    const auto& say = form.say();
    const auto ask = form.questions();
    Markup content;
    content.put(hidden_field("child", base::to_text(child.child.uuid)));
    content.put(
        ask.one_of({name_for("determination", child), say.say("What did the enquiry find?")},
                   determinations(say)));
    content.put(
        ask.box({name_for("analysis", child), say.say("Analysis"),
                 say.say("What makes you say so: the risk, what protects the child, what is "
                         "not known.")},
                5));
    content.put(ask.box({name_for("follows", child), say.say("What follows?")}, 2));
    govuk::Fieldset box;
    box.legend.content = casework::full_name(*child.person);
    box.legend.classes = "app-child__name";
    box.classes = "app-child";
    box.content = content.take();
    return govuk::render(box);
}

Response draw(const FamilyForm& form) {
    const auto& say = form.say();
    std::vector<Html> questions;
    questions.push_back(form.questions().date({"on", say.say("When was it concluded?")}));
    for (const auto& child : form.children) {
        questions.push_back(child_box(form, *child));
    }
    return show_page(
        form,
        {say.say("What the section 47 enquiry found"),
         say.say("There is one answer for each child. An initial conference follows for "
                 "a child at continuing risk of significant harm."),
         form.caller.to("enquiry.conclude", {{"id", std::string{form.caller.param("id")}}}),
         say.say("Save what it found")},
        std::move(questions));
}

record::ChildAtEnquiry read_child(const casework::Facts& child, Answers& answers) {
    record::ChildAtEnquiry part;
    part.child = child.child;
    const auto field = name_for("determination", child);
    const auto found = answers.choice<Determination>(field, {});
    if (!found) {
        answers.fault(field, mark("Choose what the enquiry found for {name}"), called(child));
    }
    part.determination = found.value_or(Determination::not_substantiated);
    part.analysis = answers.text(name_for("analysis", child));
    if (part.analysis.empty()) {
        answers.fault(name_for("analysis", child), mark("Write the analysis for {name}"),
                      called(child));
    }
    part.what_follows = answers.text(name_for("follows", child));
    return part;
}

// The children the form was made for; the page has a hidden field for each.
std::vector<std::shared_ptr<const casework::Facts>> asked_about(const FamilyForm& form) {
    std::vector<std::shared_ptr<const casework::Facts>> children;
    std::ranges::copy_if(form.children, std::back_inserter(children),
                         [&](const auto& child) { return is_ticked(form, *child); });
    return children;
}

Response save(const Caller& caller) {
    const auto opened =
        open_entry(caller, kind, access::Action::record_enquiry, "conclude-enquiry");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto form = opened.value().form;
    Answers answers{form.typed, caller.today()};
    const auto on = answers.past_date("on", mark("Enter the day it was concluded"),
                                      mark("The date must be today or in the past"));
    form.children = asked_about(form);
    record::EnquiryConcluded concluded;
    concluded.enquiry = base::EntryId{opened.value().entry.id};
    concluded.on = on.value_or(record::to_be_given);
    for (const auto& child : form.children) {
        concluded.children.push_back(read_child(*child, answers));
    }
    if (form.children.empty()) {
        return see_other(caller.to("child.protection", {{"id", opened.value().form.id()}}));
    }
    if (!answers.all_well()) {
        return with_faults(form, answers, draw);
    }
    return answered(form,
                    casework::conclude_enquiry(caller.office(), caller.viewer, concluded,
                                               saw_by(form, form.children)),
                    "conclusion", draw);
}

Response show(const Caller& caller) {
    auto opened = open_entry(caller, kind, access::Action::record_enquiry, "conclude-enquiry");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto& form = opened.value().form;
    const auto first = form.id();
    keep_open_ones(form, base::EntryId{opened.value().entry.id});
    return form.children.empty() ? see_other(caller.to("child.protection", {{"id", first}}))
                                 : draw(form);
}

} // namespace

void add_conclusion_pages(Site& site) {
    add_page(site, Method::get, "enquiry.conclude", "/enquiry/{id}/conclude", show);
    add_page(site, Method::post, "enquiry.conclude", "/enquiry/{id}/conclude", save);
}

} // namespace gweld::web::pages
