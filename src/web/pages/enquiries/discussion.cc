#include "casework/standing.h"
#include "web/components/fieldset.h"
#include "web/components/markup.h"
#include "web/pages/enquiries/enquiries.h"
#include "web/pages/enquiries/enquiry_words.h"
#include "web/pages/enquiries/family_form.h"
#include "web/pages/enquiries/invited.h"
#include "web/pages/enquiries/rows.html.h"
#include "web/pages/visit/answers.h"

namespace gweld::web::pages {

namespace {

using record::Threshold;
using words::mark;

constexpr std::size_t actions = 3;
constexpr std::string_view none = "none";

std::string action_field(std::string_view what, std::size_t row) {
    return std::string{what} + "-" + std::to_string(row + 1);
}

std::vector<Html> thresholds(const FamilyForm& form) {
    std::vector<Html> questions;
    for (const auto& child : form.children) {
        questions.push_back(form.questions().one_of(
            {name_for("threshold", *child),
             form.say().say("Was the threshold of significant harm met for {name}?",
                            {{"name", called(*child)}})},
            {{"met", form.say().say("It was met")},
             {"not_met", form.say().say("It was not met")}}));
    }
    return questions;
}

Html action_row(const FamilyForm& form, std::size_t row) {
    const auto& say = form.say();
    const auto ask = form.questions();
    govuk::Fieldset box;
    box.legend.content = say.say("Action {n}", {{"n", std::to_string(row + 1)}});
    box.legend.classes = "app-child__name";
    box.classes = "app-child";
    box.content = in_pairs(say,
                           {ask.line({action_field("what", row), say.say("What is to be done?")}),
                            ask.line({action_field("owner", row), say.say("Who does it?")})},
                           ask.date({action_field("by", row), say.say("By when?")}));
    return govuk::render(box);
}

Response draw(const FamilyForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Html> questions;
    questions.push_back(ask.date({"on", say.say("When was it?")}));
    questions.push_back(ask.short_line({"at", say.say("Time"), say.say("For example 15:10.")}));
    questions.push_back(form_heading(say, say.say("Who was invited")));
    questions.push_back(form_note(
        say, say.say("Without the police or children’s services this is recorded as an internal "
                     "meeting. It cannot start a section 47 enquiry.")));
    for (auto& box : ask_invited(say, form.typed, form.faults)) {
        questions.push_back(std::move(box));
    }
    questions.push_back(form_heading(say, say.say("What was decided")));
    questions.push_back(
        which_children(form, say.say("Which children was it about?"), thresholds(form)));
    questions.push_back(
        ask.one_of({"enquiry", say.say("Will there be a section 47 enquiry?")},
                   {{"jointly_with_police", say.say("Yes, jointly with the police")},
                    {"social_services", say.say("Yes, by social services alone")},
                    {std::string{none}, say.say("No, there will not")}}));
    questions.push_back(ask.box({"decided", say.say("What was decided?")}, 3));
    questions.push_back(ask.box({"reason", say.say("Why?")}, 4));
    for (std::size_t row = 0; row < actions; ++row) {
        questions.push_back(action_row(form, row));
    }
    return show_page(
        form,
        {say.say("Record a strategy discussion: {name}",
                 {{"name", casework::full_name(*form.first().person)}}),
         say.say("It is one entry for all the children ticked, and stands in the record of each."),
         form.caller.to("discussion.new", {{"id", form.id()}}), say.say("Save the discussion")},
        std::move(questions));
}

std::vector<record::MeetingAction> read_actions(Answers& answers) {
    std::vector<record::MeetingAction> list;
    for (std::size_t row = 0; row < actions; ++row) {
        record::MeetingAction action{answers.text(action_field("what", row)),
                                     answers.text(action_field("owner", row)),
                                     answers.date(action_field("by", row), {})};
        if (action.what.empty() && action.owner.empty() && !action.by) {
            continue;
        }
        if (action.what.empty()) {
            answers.fault(action_field("what", row), mark("Write what is to be done"));
        }
        if (action.owner.empty()) {
            answers.fault(action_field("owner", row), mark("Write who does it"));
        }
        list.push_back(std::move(action));
    }
    return list;
}

void read_enquiry(const Fields& posted, Answers& answers, record::StrategyDiscussionHeld& held) {
    if (posted.text("enquiry") != none) {
        held.enquiry = answers.choice<record::EnquiryBy>(
            "enquiry", mark("Say whether there will be a section 47 enquiry"));
    }
    bool met = false;
    for (const auto& part : held.children) {
        met = met || part.threshold == Threshold::met;
    }
    if (held.enquiry && !met) {
        answers.fault("enquiry",
                      mark("A section 47 enquiry needs the threshold of significant harm "
                           "to be met for at least one child"));
    }
}

Response save(const Caller& caller) {
    const auto opened = open_family(caller, access::Action::record_enquiry, "record-discussion");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& form = opened.value();
    Answers answers{form.typed, caller.today()};
    record::StrategyDiscussionHeld held;
    const auto on = answers.past_date("on", mark("Enter the date of the discussion"),
                                      mark("The date must be today or in the past"));
    held.on = on.value_or(record::to_be_given);
    held.at = answers.time_of_day("at");
    held.invited = read_invited(form.typed, answers);
    const auto children = chosen(form, answers);
    for (const auto& child : children) {
        const auto threshold = answers.choice<Threshold>(name_for("threshold", *child), {});
        if (!threshold) {
            answers.fault(name_for("threshold", *child),
                          mark("Say whether the threshold was met for {name}"), called(*child));
        }
        held.children.push_back({child->child, threshold.value_or(Threshold::not_met)});
    }
    read_enquiry(form.typed, answers, held);
    held.decided = answers.text("decided", mark("Write what was decided"));
    held.why = answers.text("reason", mark("Write why"));
    held.actions = read_actions(answers);
    if (!answers.all_well()) {
        return with_faults(form, answers, draw);
    }
    return answered(
        form,
        casework::record_discussion(caller.office(), caller.viewer, held, saw_by(form, children)),
        "discussion", draw);
}

Response show(const Caller& caller) {
    const auto opened = open_family(caller, access::Action::record_enquiry, "record-discussion");
    return opened.ok() ? draw(opened.value()) : refusal(caller, opened.error());
}

} // namespace

void add_discussion_pages(Site& site) {
    add_page(site, Method::get, "discussion.new", "/child/{id}/discussion/new", show);
    add_page(site, Method::post, "discussion.new", "/child/{id}/discussion/new", save);
}

} // namespace gweld::web::pages
