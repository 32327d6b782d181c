// What was sent out after a conference, when and to whom.
#include "web/pages/conferences/conference_form.h"
#include "web/pages/conferences/conferences.h"
#include "web/pages/enquiries/enquiry_words.h"
#include "web/pages/forms/typed.h"
#include "web/pages/paper/recipients.h"
#include "web/pages/paper/recipients.html.h"

#include <algorithm>
#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages {

namespace {

using record::ConferencePaper;
using words::mark;

ConferencePaper paper_asked(const FamilyForm& form) {
    ConferencePaper paper = ConferencePaper::full_record;
    for (const auto text : {form.typed.text("paper"), form.caller.request.query.text("paper")}) {
        if (boost::describe::enum_from_string(std::string{text}.c_str(), paper)) {
            return paper;
        }
    }
    return ConferencePaper::full_record;
}

std::string lines_of(const FamilyForm& form) {
    const auto conference = conference_of(form);
    std::string lines;
    if (conference.held) {
        for (const auto& person : conference.held->body.invited) {
            if (!person.name.empty()) {
                lines += person.name + " (" + said(form.say(), person.agency) + ")\n";
            }
        }
    }
    const auto* booked = conference.booking();
    if (booked != nullptr && !booked->family_invited.empty()) {
        lines += booked->family_invited + "\n";
    }
    return lines;
}

void begin(FamilyForm& form) {
    const auto paper = paper_asked(form);
    begin_as(form, Fields{{{"paper", boost::describe::enum_to_string(paper, "")},
                           {"name", lines_of(form)}}});
}

std::vector<std::string> names_in(const std::string& text) {
    std::vector<std::string> names;
    std::string_view rest{text};
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        if (auto name = trimmed(rest.substr(0, end)); !name.empty()) {
            names.push_back(std::move(name));
        }
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return names;
}

// Of those who came or were invited as family, and in none of these families any more; and whoever
// is in neither list. What the store cannot say now is looked at by a person.
std::vector<std::string> doubts_about(const FamilyForm& form) {
    std::vector<std::string> doubts;
    const auto invited = names_in(lines_of(form));
    for (const auto& name : names_in(std::string{form.typed.text("name")})) {
        const bool was_invited = std::ranges::find(invited, name) != invited.end();
        auto worst = casework::ToTheChild::not_known;
        for (const auto& child : form.children) {
            const auto people = people_of_child(form.caller, *child);
            const auto now = people.ok() ? casework::who_is(people.value().people, name)
                                         : casework::ToTheChild::not_known;
            if (worst == casework::ToTheChild::not_known || casework::wants_another_look(now)) {
                worst = now == casework::ToTheChild::not_known ? worst : now;
            }
        }
        const bool unknown = worst == casework::ToTheChild::not_known;
        if (unknown ? !was_invited : casework::wants_another_look(worst)) {
            doubts.push_back(doubt_about(form.say(), name, worst));
        }
    }
    return doubts;
}

Response draw(const FamilyForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    const auto option = [&](ConferencePaper paper) {
        return Option{boost::describe::enum_to_string(paper, ""), said(say, paper), {}, {}};
    };
    std::vector<Html> questions;
    questions.push_back(
        ask.one_of({"paper", say.say("What was sent out?")},
                   {option(ConferencePaper::outline_plan), option(ConferencePaper::full_record)}));
    questions.push_back(ask.date({"on", say.say("When was it sent?")}));
    if (const auto doubts = doubts_about(form); !doubts.empty()) {
        questions.push_back(doubtful(say, doubts));
        questions.push_back(ask.any_of(
            {"looked", say.say("Are they to get it all the same?")},
            {{"yes", say.say("I have made sure that everybody named is to get it"), {}, {}}}));
    }
    questions.push_back(ask.box({"name", say.say("To whom?"),
                                 say.say("One person on a line. Those who were invited stand here "
                                         "already: take out who did not get it.")},
                                8));
    return show_page(form,
                     {say.say("Record what was sent out"), which_conference(form),
                      form.caller.to("conference.paper", {{"id", form.home_id}}), say.say("Save")},
                     std::move(questions));
}

Response save(FamilyForm form) {
    Answers answers{form.typed, form.caller.today()};
    record::ConferencePaperSent sent;
    sent.conference = conference_entry(form);
    sent.paper = answers.choice<ConferencePaper>("paper", mark("Say what was sent out"))
                     .value_or(ConferencePaper::full_record);
    sent.on = answers
                  .past_date("on", mark("Enter the day it was sent"),
                             mark("The date must be today or in the past"))
                  .value_or(record::to_be_given);
    sent.to = names_in(answers.text("name", mark("Write who got it")));
    if (!doubts_about(form).empty() && !answers.is_ticked("looked", "yes")) {
        answers.fault("looked", mark("Look again at who got it, and say that you have made sure"));
    }
    if (!answers.all_well()) {
        return with_faults(std::move(form), answers, draw);
    }
    const auto answer = casework::send_paper(form.caller.office(), form.caller.viewer, sent,
                                             about_children(form), saw_by(form, form.children));
    return answered<casework::ConferenceNonsense>(std::move(form), answer, "paper", draw,
                                                  &fault_of);
}

} // namespace

void add_paper_pages(Site& site) {
    add_form_page(site, {"conference.paper", "/conference/{id}/paper", "conference-paper", draw,
                         save, begin});
}

} // namespace gweld::web::pages
