#include "casework/standing.h"
#include "web/components/markup.h"
#include "web/pages/child/wording.h"
#include "web/pages/enquiries/conference_type.h"
#include "web/pages/enquiries/enquiries.h"
#include "web/pages/enquiries/enquiry_words.h"
#include "web/pages/enquiries/invited.h"
#include "web/pages/enquiries/rows.html.h"
#include "web/pages/visit/answers.h"

#include <algorithm>
#include <array>
#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages {

namespace {

using record::Category;
using record::ConferenceDecision;
using record::ConferenceType;
using words::mark;

constexpr std::array categories{Category::neglect, Category::physical_abuse, Category::sexual_abuse,
                                Category::emotional_or_psychological_abuse,
                                Category::financial_abuse};

std::string heading_for(const FamilyForm& form, ConferenceType type) {
    const auto name = casework::full_name(*form.first().person);
    switch (type) {
    case ConferenceType::initial:
        return form.say().say("Record an initial conference: {name}", {{"name", name}});
    case ConferenceType::review:
        return form.say().say("Record a review conference: {name}", {{"name", name}});
    case ConferenceType::transfer_in:
        break;
    }
    return form.say().say("Record a conference on moving here: {name}", {{"name", name}});
}

Html category_ticks(const FamilyForm& form, const casework::Facts& child) {
    std::vector<Option> options;
    for (const auto category : categories) {
        options.push_back({boost::describe::enum_to_string(category, ""),
                           child_record::said(form.say(), category)});
    }
    return form.questions().any_of({name_for("category", child),
                                    form.say().say("In which category?"),
                                    form.say().say("Tick every one that applies.")},
                                   options);
}

Option option_for(const Words& say, ConferenceDecision decision, Html reveals = {}) {
    return {
        boost::describe::enum_to_string(decision, ""), said(say, decision), {}, std::move(reveals)};
}

std::vector<Option> decisions(const FamilyForm& form, const casework::Facts& child,
                              ConferenceType type) {
    const auto& say = form.say();
    if (type == ConferenceType::review) {
        return {option_for(say, ConferenceDecision::continued),
                option_for(say, ConferenceDecision::removed)};
    }
    return {option_for(say, ConferenceDecision::placed, category_ticks(form, child)),
            option_for(say, ConferenceDecision::not_placed)};
}

Html about_child(const FamilyForm& form, const casework::Facts& child, ConferenceType type) {
    const auto& say = form.say();
    const auto ask = form.questions();
    Markup content;
    content.put(ask.one_of({name_for("decision", child),
                            say.say("What was decided for {name}?", {{"name", called(child)}})},
                           decisions(form, child, type)));
    content.put(ask.box({name_for("why", child), say.say("Why?")}, 3));
    content.put(ask.box(
        {name_for("part", child),
         say.say("How did {name} take part, or how were they heard?", {{"name", called(child)}})},
        2));
    return content.take();
}

Response draw(const FamilyForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    const auto type = conference_type(form);
    std::vector<Html> questions;
    questions.push_back(carried_type(type));
    questions.push_back(ask.date({"on", say.say("When was it?")}));
    questions.push_back(ask.line({"chair", say.say("Who chaired it?")}));
    questions.push_back(form_heading(say, say.say("Who was invited")));
    for (auto& box : ask_invited(say, form.typed, form.faults)) {
        questions.push_back(std::move(box));
    }
    questions.push_back(
        ask.box({"went_ahead", say.say("If too few agencies were there: who decided to go on, and "
                                       "why?")},
                2));
    questions.push_back(ask.box({"parents", say.say("What part did the parents have in it?")}, 3));
    questions.push_back(form_heading(say, say.say("What was decided")));
    std::vector<Html> of_each;
    for (const auto& child : form.children) {
        of_each.push_back(about_child(form, *child, type));
    }
    questions.push_back(which_children(form, say.say("Which children was it about?"), of_each));
    questions.push_back(ask.box({"plan", say.say("Outline care and support protection plan")}, 6));
    return show_page(form,
                     {heading_for(form, type),
                      type == ConferenceType::review
                          ? say.say("A name that is removed leaves the register on the day after.")
                          : say.say("A name that is placed goes on the register on the day of the "
                                    "conference."),
                      form.caller.to("conference.record", {{"id", form.id()}}),
                      say.say("Save the conference")},
                     std::move(questions));
}

record::ChildAtConference read_child(const casework::Facts& child, Answers& answers) {
    record::ChildAtConference part;
    part.child = child.child;
    const auto field = name_for("decision", child);
    const auto decision = answers.choice<ConferenceDecision>(field, {});
    if (!decision || decision == ConferenceDecision::not_recorded) {
        answers.fault(field, mark("Say what was decided for {name}"), called(child));
    }
    part.decision = decision.value_or(ConferenceDecision::not_recorded);
    if (part.decision == ConferenceDecision::placed) {
        for (const auto ticked : answers.ticked(name_for("category", child))) {
            Category category{};
            if (boost::describe::enum_from_string(std::string{ticked}.c_str(), category)) {
                part.categories.push_back(category);
            }
        }
        if (part.categories.empty()) {
            answers.fault(name_for("category", child),
                          mark("Tick at least one category for {name}"), called(child));
        }
    }
    part.why = answers.text(name_for("why", child));
    if (part.why.empty()) {
        answers.fault(name_for("why", child), mark("Write why, for {name}"), called(child));
    }
    part.childs_part = answers.text(name_for("part", child));
    return part;
}

Response save(const Caller& caller) {
    auto opened = open_family(caller, access::Action::run_conference, "record-conference");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto& form = opened.value();
    keep_those_it_is_for(form, conference_type(form));
    Answers answers{form.typed, caller.today()};
    record::ConferenceHeld held;
    held.type = conference_type(form);
    held.on = answers
                  .past_date("on", mark("Enter the day of the conference"),
                             mark("The date must be today or in the past"))
                  .value_or(record::to_be_given);
    held.chair = answers.text("chair", mark("Write who chaired it"));
    held.invited = read_invited(form.typed, answers);
    held.parents_part = answers.text("parents", mark("Write what part the parents had in it"));
    const auto children = chosen(form, answers);
    for (const auto& child : children) {
        held.children.push_back(read_child(*child, answers));
    }
    held.outline_plan = answers.text("plan");
    held.went_ahead = answers.text("went_ahead");
    if (!answers.all_well()) {
        return with_faults(form, answers, draw);
    }
    return answered(
        form,
        casework::record_conference(caller.office(), caller.viewer, held, saw_by(form, children)),
        "conference", draw);
}

// When it was and who chaired it, as booked: of a booking whose day has come and that nobody has
// recorded.
std::vector<Field> as_booked(const FamilyForm& form, ConferenceType type) {
    const auto& history = form.first().enquiries;
    const protection::Booking* booked = nullptr;
    for (const auto& one : history.bookings) {
        booked = one.type == type && one.on <= form.caller.today() ? &one : booked;
    }
    const auto recorded = [&](const auto& held) {
        return held.type == type && held.on >= booked->on;
    };
    if (booked == nullptr || std::ranges::any_of(history.conferences, recorded)) {
        return {};
    }
    const auto ymd = booked->on.ymd();
    return {{"on-day", std::to_string(static_cast<unsigned>(ymd.day()))},
            {"on-month", std::to_string(static_cast<unsigned>(ymd.month()))},
            {"on-year", std::to_string(static_cast<int>(ymd.year()))},
            {"chair", booked->chair}};
}

Response show(const Caller& caller) {
    auto opened = open_family(caller, access::Action::run_conference, "record-conference");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto& form = opened.value();
    const auto type = conference_type(form);
    keep_those_it_is_for(form, type);
    tick_all(form, as_booked(form, type));
    return draw(form);
}

} // namespace

void add_conference_pages(Site& site) {
    add_page(site, Method::get, "conference.record", "/child/{id}/conference/record", show);
    add_page(site, Method::post, "conference.record", "/child/{id}/conference/record", save);
}

} // namespace gweld::web::pages
