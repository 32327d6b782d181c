#include "casework/standing.h"
#include "web/pages/enquiries/conference_type.h"
#include "web/pages/enquiries/enquiries.h"
#include "web/pages/enquiries/enquiry_words.h"
#include "web/pages/standing_words.h"
#include "web/pages/visit/answers.h"

namespace gweld::web::pages {

namespace {

using record::ConferenceType;
using words::mark;

std::string heading_for(const FamilyForm& form, ConferenceType type) {
    const auto name = casework::full_name(*form.first().person);
    switch (type) {
    case ConferenceType::initial:
        return form.say().say("Book an initial conference: {name}", {{"name", name}});
    case ConferenceType::review:
        return form.say().say("Book a review conference: {name}", {{"name", name}});
    case ConferenceType::transfer_in:
        break;
    }
    return form.say().say("Book a conference on moving here: {name}", {{"name", name}});
}

// By when an initial conference is due.
std::string due_for(const FamilyForm& form, ConferenceType type) {
    const auto history =
        protection::enquiries_of(form.first().child, form.first().entries, std::nullopt);
    const auto again = form.say().say("A later booking takes the place of the one before it.");
    if (type != ConferenceType::initial || history.enquiries.empty()) {
        return again;
    }
    const auto clock = protection::conference_clock(history, history.enquiries.back(),
                                                    form.caller.office().book, form.caller.today());
    return clock.due_by
               ? form.say().say("It is due by {date}, 15 working days from the last strategy "
                                "discussion.",
                                {{"date", near_date(form.caller, *clock.due_by)}})
               : again;
}

Response draw(const FamilyForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    const auto type = conference_type(form);
    std::vector<Html> questions;
    questions.push_back(carried_type(type));
    questions.push_back(which_children(form, say.say("Which children is it for?"), {}));
    questions.push_back(ask.date({"on", say.say("On which day?")}));
    questions.push_back(ask.short_line({"at", say.say("Time"), say.say("For example 15:10.")}));
    questions.push_back(ask.line({"place", say.say("Where?")}));
    questions.push_back(ask.line({"chair", say.say("Who chairs it?")}));
    return show_page(form,
                     {heading_for(form, type), due_for(form, type),
                      form.caller.to("conference.book", {{"id", form.id()}}),
                      say.say("Book the conference")},
                     std::move(questions));
}

Response save(const Caller& caller) {
    auto opened = open_family(caller, access::Action::record_enquiry, "book-conference");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto& form = opened.value();
    keep_those_it_is_for(form, conference_type(form));
    Answers answers{form.typed, caller.today()};
    record::ConferenceBooked booked;
    booked.type = conference_type(form);
    booked.on =
        answers.date("on", mark("Enter the day of the conference")).value_or(record::to_be_given);
    booked.at = answers.time_of_day("at");
    booked.place = answers.text("place", mark("Write where it will be"));
    booked.chair = answers.text("chair", mark("Write who chairs it"));
    const auto children = chosen(form, answers);
    if (!answers.all_well()) {
        return with_faults(form, answers, draw);
    }
    std::vector<casework::PersonId> ids;
    for (const auto& child : children) {
        ids.push_back(child->child);
    }
    return answered(form,
                    casework::book_conference(caller.office(), caller.viewer, booked, ids,
                                              saw_by(form, children)),
                    "booking", draw);
}

Response show(const Caller& caller) {
    auto opened = open_family(caller, access::Action::record_enquiry, "book-conference");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto& form = opened.value();
    keep_those_it_is_for(form, conference_type(form));
    tick_all(form);
    return draw(form);
}

} // namespace

void add_booking_pages(Site& site) {
    add_page(site, Method::get, "conference.book", "/child/{id}/conference/book", show);
    add_page(site, Method::post, "conference.book", "/child/{id}/conference/book", save);
}

} // namespace gweld::web::pages
