#include "web/pages/visit/form_pieces.h"

#include "web/components/button.h"
#include "web/components/date_input.h"
#include "web/components/fieldset.h"
#include "web/components/furniture.h"
#include "web/components/input.h"
#include "web/pages/visit/questions.h"
#include "web/pages/visit/visit_form.html.h"

namespace gweld::web::pages {

namespace {

using FaultList = std::vector<FieldFault>;

Html date_parts(const Words& say, const VisitForm& form, const FaultList& faults) {
    govuk::DateInput date;
    date.id = "date";
    date.name_prefix = "date";
    using govuk::DatePiece;
    date.parts = {{DatePiece::day, "day", say.say("Day")},
                  {DatePiece::month, "month", say.say("Month")},
                  {DatePiece::year, "year", say.say("Year")}};
    date.values = {{"date-day", form.day}, {"date-month", form.month}, {"date-year", form.year}};
    date.fieldset = govuk::Fieldset{};
    date.fieldset->legend.content = say.say("Date of the visit");
    date.fieldset->legend.classes = "govuk-visually-hidden";
    if (const auto fault = fault_of(say, "date-day", faults)) {
        date.error = govuk::ErrorMessage{*fault, say.say("Error"), {}, {}, {}};
    }
    return govuk::render(date);
}

Html when_question(const Words& say, const VisitForm& form, const WhenWords& when,
                   const FaultList& faults) {
    return ask(say,
               {"when",
                say.say("When was the visit?"),
                {},
                {{"today", when.today},
                 {"yesterday", when.yesterday},
                 {"other", say.say("Another day"), date_parts(say, form, faults)}},
                form.when,
                {},
                Question::Look::list},
               faults);
}

Html outcome_question(const Words& say, const VisitForm& form, const FaultList& faults) {
    const auto because = ask(say,
                             {"because",
                              say.say("Why was nobody seen?"),
                              {},
                              {{"nobody_home", say.say("Nobody was at home")},
                               {"refused_entry", say.say("I was refused entry")},
                               {"child_not_there", say.say("The child was not there")},
                               {"unsafe_to_go_in", say.say("It was not safe to go in")},
                               {"other", say.say("Another reason")}},
                              form.because,
                              {},
                              Question::Look::list},
                             faults);
    return ask(say,
               {"outcome",
                say.say("What happened?"),
                {},
                {{"made", say.say("I saw at least one child")},
                 {"attempted", say.say("I went, but saw no child"), because}},
                form.outcome,
                "outcome",
                Question::Look::list},
               faults);
}

Html arrived_box(const Words& say, const VisitForm& form, const FaultList& faults) {
    govuk::Input box;
    box.name = "arrived";
    box.label.content = say.say("What time did you get there? (optional)");
    box.label.classes = "govuk-label--s";
    box.hint = govuk::Hint{say.say("For example 15:10"), {}, {}, {}};
    box.value = form.arrived;
    box.autocomplete = "off";
    box.inputmode = "text";
    box.classes = "govuk-input--width-5";
    if (const auto fault = fault_of(say, "arrived", faults)) {
        box.error = govuk::ErrorMessage{*fault, say.say("Error"), {}, {}, {}};
    }
    return govuk::render(box);
}

Html place_question(const Words& say, const VisitForm& form, const FaultList& faults) {
    return ask(say,
               {"place",
                say.say("Where?"),
                {},
                {{"home", say.say("At home")},
                 {"school", say.say("At school or nursery")},
                 {"office", say.say("At an office")},
                 {"other", say.say("Elsewhere")}},
                form.place,
                "place"},
               faults);
}

Html announced_question(const Words& say, const VisitForm& form, const FaultList& faults) {
    return ask(
        say,
        {"announced",
         say.say("Did the family know you were coming?"),
         {},
         {{"announced", say.say("Yes, they knew")}, {"unannounced", say.say("No, they did not")}},
         form.announced},
        faults);
}

std::vector<Choice> yes_no(const Words& say) {
    return {{"yes", say.say("Yes")}, {"no", say.say("No")}};
}

ChildParts child_parts(const Words& say, const ChildAnswers& child, const FaultList& faults) {
    const std::string& name = child.name;
    ChildParts parts;
    auto seen = yes_no(say);
    seen.push_back({"not_part", say.say("Not part of this visit")});
    parts.seen = ask(say,
                     {field_of("seen", child.child),
                      say.say("Did you see {name}?", {{"name", name}}),
                      {},
                      std::move(seen),
                      child.seen,
                      "seen"},
                     faults);
    parts.alone =
        ask(say,
            {field_of("alone", child.child), say.say("Did you see {name} alone?", {{"name", name}}),
             say.say("Without a parent or carer, and apart from brothers and sisters."),
             yes_no(say), child.alone, "alone"},
            faults);
    parts.bedroom = ask(say,
                        {field_of("bedroom", child.child),
                         say.say("Did you see the bedroom of {name}?", {{"name", name}}),
                         {},
                         yes_no(say),
                         child.bedroom,
                         "bedroom"},
                        faults);
    parts.words = words_question(say, child, faults);
    return parts;
}

ours::VisitChild live_words(const Words& say, const std::string& name) {
    ours::VisitChild words;
    words.name = name;
    words.alone = {say.say("Seen alone"), say.say("Not seen alone")};
    words.home = {say.say("Seen at home"), say.say("Not seen at home")};
    words.bedroom = {say.say("Bedroom seen"), say.say("Bedroom not seen")};
    return words;
}

} // namespace

void put_common_questions(const Words& say, const VisitForm& form, const WhenWords& when,
                          const FaultList& faults, FormParts& parts) {
    parts.outcome = outcome_question(say, form, faults);
    parts.when = when_question(say, form, when, faults);
    parts.arrived = arrived_box(say, form, faults);
    parts.place = place_question(say, form, faults);
    parts.announced = announced_question(say, form, faults);
    parts.account =
        text_box(say,
                 {"account", say.say("What did you see and hear?"),
                  say.say("Facts first, then what you think they mean."), form.account, 8},
                 faults);
    parts.counts = ours::render(ours::Counts{say.say("What this visit will count for"),
                                             say.say("Answer the questions above to see.")});
}

Html child_box(const Words& say, const ChildAnswers& child, const std::string& age,
               const Html& above, const FaultList& faults) {
    auto parts = child_parts(say, child, faults);
    govuk::Fieldset box;
    box.legend.content = age.empty() ? child.name : child.name + ", " + age;
    box.legend.classes = "app-child__name";
    box.classes = "app-child";
    box.attributes = ours::visit_child(live_words(say, child.name));
    Markup inside;
    inside.put(above).put(child_questions(say, parts));
    box.content = inside.take();
    return govuk::render(box);
}

Html save_bar(const Words& say, const VisitForm& form, const Html& state) {
    govuk::Button save;
    save.content = form.purpose == Purpose::correcting ? say.say("Save the correction")
                                                       : say.say("Save the visit");
    save.name = "save";
    save.value = "whole";
    save.prevent_double_click = true;
    ours::SaveBar bar;
    Markup buttons;
    buttons.put(govuk::render(save));
    if (form.purpose == Purpose::recording) {
        govuk::Button stub;
        stub.content = say.say("Save now, write up later");
        stub.name = "save";
        stub.value = "stub";
        stub.classes = "govuk-button--secondary";
        stub.prevent_double_click = true;
        buttons.put(govuk::render(stub));
    }
    buttons.put(state); // in sight for as long as the form is filled in
    bar.button = buttons.take();
    return ours::render(bar);
}

std::string short_of_time(const Words& say) {
    return say.say("Short of time? Answer who was seen, alone and where, and save now: the visit "
                   "counts, and the write-up goes on your list.");
}

} // namespace gweld::web::pages
