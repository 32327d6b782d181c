#include "casework/conference_checks.h"
#include "casework/standing.h"
#include "web/components/details.h"
#include "web/components/figures.h"
#include "web/components/furniture.h"
#include "web/components/markup.h"
#include "web/pages/child/wording.h"
#include "web/pages/child/working.h"
#include "web/pages/conferences/slots.h"
#include "web/pages/enquiries/conference_type.h"
#include "web/pages/enquiries/enquiries.h"
#include "web/pages/enquiries/enquiry_words.h"
#include "web/pages/enquiries/rows.html.h"
#include "web/pages/forms/typed.h"
#include "web/pages/problems/problems.h"
#include "web/pages/standing_words.h"
#include "web/pages/visit/answers.h"

#include <array>
#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages {

namespace {

using casework::SlotLength;
using record::Agency;
using record::ConferenceType;
using words::mark;

constexpr std::array agencies{Agency::childrens_services, Agency::police,           Agency::health,
                              Agency::education,          Agency::adult_services,   Agency::housing,
                              Agency::probation,          Agency::voluntary_sector, Agency::other};

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

// ---- by when
// ---------------------------------------------------------------------------------------

protection::ConferenceDue due_for(const FamilyForm& form, ConferenceType type) {
    const auto& child = form.first();
    const auto& enquiries = child.enquiries;
    return protection::due_of(type, nullptr, enquiries, child.history, form.caller.office().book,
                              form.caller.today());
}

std::string due_words(const FamilyForm& form, ConferenceType type,
                      const protection::ConferenceDue& due) {
    const auto& say = form.say();
    if (!due.due_by) {
        return type == ConferenceType::transfer_in
                   ? say.say("It is due 15 working days after notice and agreement that the move "
                             "is for good.")
                   : say.say("By when it is due cannot be worked out.");
    }
    const auto day = near_date(form.caller, *due.due_by);
    return type == ConferenceType::initial
               ? say.say("It is due by {date}, 15 working days from the last strategy discussion.",
                         {{"date", day}})
               : say.say("It is due by {date}: three months after the conference that placed the "
                         "name on the register, then every six months.",
                         {{"date", day}});
}

Html days_counted(const FamilyForm& form, const protection::ConferenceDue& due) {
    if (due.card == nullptr || !due.anchor || !due.due_by) {
        return {};
    }
    const auto& say = form.say();
    const auto today = form.caller.today();
    const auto working = child_record::working_of(
        say, today, due.card->interval, *due.anchor,
        form.caller.office().book.calendar(due.card->calendar), due.due_by);
    Markup lines;
    lines.raw("<p>").text(say.say("The time runs from {date}; that day is not counted.",
                                  {{"date", say.long_date(*due.anchor)}}));
    lines.raw("</p><p>").text(say.say("The last day on which it is on time is {date}.",
                                      {{"date", say.long_date(*due.due_by)}}));
    lines.raw("</p>");
    if (!working.counted.empty()) {
        lines.raw("<p>").text(working.counted).raw("</p><ul class=\"app-list\">");
        for (const auto& day : working.skipped) {
            lines.raw("<li>").text(day.day + ": " + day.reason).raw("</li>");
        }
        lines.raw("</ul>");
    }
    govuk::Details details;
    details.summary = say.say("How this day is worked out");
    details.content = lines.take();
    return govuk::render(details);
}

// ---- the questions
// ---------------------------------------------------------------------------------

bool speaks_another_language(const casework::Facts& child) {
    const auto& language = child.person->language;
    return !language.empty() && language != "en" && language != "cy";
}

SlotLength length_asked(const FamilyForm& form) {
    for (const auto asked : {form.typed.text("length"), form.caller.request.query.text("length")}) {
        if (!asked.empty()) {
            return asked == "twice" ? SlotLength::twice : SlotLength::usual;
        }
    }
    return speaks_another_language(form.first()) ? SlotLength::twice : SlotLength::usual;
}

Html which_length(const FamilyForm& form, ConferenceType type, SlotLength now) {
    const auto& say = form.say();
    const auto to = [&](std::string_view length) {
        const auto here = form.caller.to("conference.book", {{"id", form.id()}});
        return Url::path(here.text() + "?type=" + boost::describe::enum_to_string(type, "") +
                         "&length=" + std::string{length});
    };
    ours::Filters filters;
    filters.label = say.say("Length");
    filters.links = {
        {say.say("The usual length"), to("usual"), now == SlotLength::usual},
        {say.say("Twice as long, with an interpreter"), to("twice"), now == SlotLength::twice}};
    return ours::render(filters);
}

Html another_day(const FamilyForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    Markup content;
    content.put(ask.date({"on", say.say("On which day?")}));
    content.put(in_pairs(say,
                         {ask.short_line({"at", say.say("Time"), say.say("For example 15:10.")}),
                          ask.short_line({"minutes", say.say("How many minutes?")})},
                         {}));
    content.put(ask.line({"chair", say.say("Who chairs it?"),
                          say.say("Somebody whose diary is not kept here, or one of our own at "
                                  "another time.")}));
    return content.take();
}

std::vector<Option> agencies_to_invite(const Words& say) {
    std::vector<Option> options;
    for (const auto agency : agencies) {
        options.push_back({boost::describe::enum_to_string(agency, ""), said(say, agency)});
    }
    return options;
}

void ask_the_rest(const FamilyForm& form, ConferenceType type, std::vector<Html>& questions) {
    const auto& say = form.say();
    const auto ask = form.questions();
    questions.push_back(ask.box({"late", say.say("If it is for a day after it is due: why?")}, 2));
    if (type == ConferenceType::transfer_in) {
        questions.push_back(ask.date({"agreed",
                                      say.say("When was the move known and agreed to be "
                                              "for good?"),
                                      say.say("The later of notice and agreement.")}));
    }
    questions.push_back(ask.line({"place", say.say("Where?")}));
    questions.push_back(ask.line({"access", say.say("What do people need of the room?"),
                                  say.say("For example a lift, a hearing loop, a quiet room.")}));
    questions.push_back(ask.language({"interpreter",
                                      say.say("Which language is an interpreter "
                                              "needed for?"),
                                      say.say("Leave it when nobody needs one.")}));
    questions.push_back(ask.short_line({"travel",
                                        say.say("How many minutes does the chair travel, "
                                                "there and back?"),
                                        say.say("Leave it empty when you do not know.")}));
    questions.push_back(ask.any_of(
        {"agency", say.say("Which agencies are invited?"), say.say("Each is asked for a report.")},
        agencies_to_invite(say)));
    questions.push_back(ask.line(
        {"family", say.say("Who of the family is invited?"), say.say("And who comes with them.")}));
}

Response draw(const FamilyForm& form) {
    const auto& say = form.say();
    const auto type = conference_type(form);
    const auto due = due_for(form, type);
    const auto offered = slots_to_offer(form.caller, due.due_by, length_asked(form));
    if (!offered.ok()) {
        return store_says(form.caller, offered.error());
    }
    std::vector<Html> questions;
    questions.push_back(carried_type(type));
    questions.push_back(
        hidden_field("length", offered.value().length == SlotLength::twice ? "twice" : "usual"));
    questions.push_back(days_counted(form, due));
    questions.push_back(which_children(form, say.say("Which children is it for?"), {}));
    questions.push_back(which_length(form, type, offered.value().length));
    questions.push_back(ask_slot(say, form.questions(), offered.value(), another_day(form)));
    ask_the_rest(form, type, questions);
    return show_page(form,
                     {heading_for(form, type),
                      due_words(form, type, due) + " " +
                          say.say("A later booking takes the place of the one before it."),
                      form.caller.to("conference.book", {{"id", form.id()}}),
                      say.say("Book the conference")},
                     std::move(questions));
}

// ---- what was typed
// --------------------------------------------------------------------------------

std::optional<int> minutes_typed(Answers& answers, std::string_view field) {
    constexpr int longest = 480;
    const auto typed = answers.text(field);
    if (typed.empty()) {
        return std::nullopt;
    }
    const auto minutes = whole_number(typed);
    if (!minutes || *minutes > longest) {
        answers.fault(field, mark("Enter minutes as a whole number, for example 90"));
        return std::nullopt;
    }
    return minutes;
}

void read_when(const Caller& caller, Answers& answers, record::ConferenceBooked& booked) {
    if (const auto slot = slot_chosen(answers)) {
        booked.on = slot->on;
        booked.at = slot->at;
        booked.minutes = slot->minutes;
        booked.chair_worker = slot->chair;
        static_cast<void>(caller.office().store.read([&](const record::Reading& reading) {
            const auto worker = reading.worker(slot->chair.uuid);
            booked.chair = worker ? worker->name : std::string{};
        }));
        return;
    }
    booked.on =
        answers.date("on", mark("Enter the day of the conference")).value_or(record::to_be_given);
    booked.at = answers.time_of_day("at");
    booked.minutes = minutes_typed(answers, "minutes");
    booked.chair = answers.text("chair", mark("Write who chairs it"));
}

record::ConferenceBooked read_booking(const FamilyForm& form, Answers& answers) {
    record::ConferenceBooked booked;
    booked.type = conference_type(form);
    read_when(form.caller, answers, booked);
    booked.place = answers.text("place", mark("Write where it will be"));
    booked.interpreter = answers.text("interpreter");
    booked.access_needs = answers.text("access");
    booked.travel_minutes = minutes_typed(answers, "travel");
    booked.late_because = answers.text("late");
    booked.family_invited = answers.text("family");
    if (booked.type == ConferenceType::transfer_in) {
        booked.move_agreed_on = answers.date("agreed", {});
    }
    for (const auto ticked : answers.ticked("agency")) {
        Agency agency{};
        if (boost::describe::enum_from_string(std::string{ticked}.c_str(), agency)) {
            booked.invited.push_back(agency);
        }
    }
    return booked;
}

Response save(const Caller& caller) {
    auto opened = open_family(caller, access::Action::run_conference, "book-conference");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto& form = opened.value();
    keep_those_it_is_for(form, conference_type(form));
    Answers answers{form.typed, caller.today()};
    const auto booked = read_booking(form, answers);
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

// What is already known of the family is on the form.
void begin_with(FamilyForm& form) {
    std::vector<Field> fields;
    for (const auto& child : form.children) {
        fields.push_back({"child", base::to_text(child->child.uuid)});
    }
    for (const auto usual :
         {Agency::childrens_services, Agency::police, Agency::health, Agency::education}) {
        fields.push_back({"agency", boost::describe::enum_to_string(usual, "")});
    }
    if (speaks_another_language(form.first())) {
        fields.push_back({"interpreter", form.first().person->language});
    }
    begin_as(form, Fields{std::move(fields)});
}

Response show(const Caller& caller) {
    auto opened = open_family(caller, access::Action::run_conference, "book-conference");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto& form = opened.value();
    keep_those_it_is_for(form, conference_type(form));
    begin_with(form);
    return draw(form);
}

} // namespace

void add_booking_pages(Site& site) {
    add_page(site, Method::get, "conference.book", "/child/{id}/conference/book", show);
    add_page(site, Method::post, "conference.book", "/child/{id}/conference/book", save);
}

} // namespace gweld::web::pages
