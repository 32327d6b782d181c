// A chair's diary: the slots of a week, days away, the meetings booked.
#include "casework/chairs.h"
#include "casework/standing.h"
#include "web/components/button.h"
#include "web/components/card_table.h"
#include "web/pages/child/wording.h"
#include "web/pages/conferences/conference_words.h"
#include "web/pages/conferences/conferences.h"
#include "web/pages/conferences/load.html.h"
#include "web/pages/forms/lone_form.h"
#include "web/pages/forms/typed.h"
#include "web/pages/standing_words.h"

#include <array>
#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages {

namespace {

using record::Weekday;
using words::mark;

constexpr std::array weekdays{Weekday::monday, Weekday::tuesday, Weekday::wednesday,
                              Weekday::thursday, Weekday::friday};
constexpr int most_slots = 8; // of a week, on the form

std::string numbered(std::string_view what, int n) {
    return std::string{what} + "-" + std::to_string(n);
}

base::Result<casework::OpenDiary, Response> open(const Caller& caller) {
    const auto chair = base::parse_uuid(caller.param("worker"));
    if (!chair) {
        return base::Err{lone_refusal(caller, casework::NotFoundOrNotYours{})};
    }
    auto diary = casework::open_diary(caller.office(), caller.viewer, *chair);
    if (!diary.ok()) {
        return base::Err{lone_refusal(caller, diary.error())};
    }
    return base::Ok{std::move(diary).value()};
}

Url to(const Caller& caller, std::string_view route, const casework::OpenDiary& open) {
    return caller.to(route, {{"worker", base::to_text(open.chair.worker.worker)}});
}

LoneForm form_for(const Caller& caller, const casework::OpenDiary& open) {
    return lone_form(caller, {open.chair.worker.worker, open.version},
                     to(caller, "conferences.diary", open));
}

// ---- the page
// --------------------------------------------------------------------------------------

std::vector<std::string> week_lines(const Caller& caller, const casework::OpenDiary& open) {
    std::vector<std::string> lines;
    auto slots = open.chair.diary.week_of(caller.today());
    std::ranges::sort(slots, [](const auto& a, const auto& b) {
        return std::tie(a.day, a.at) < std::tie(b.day, b.at);
    });
    for (const auto& slot : slots) {
        lines.push_back(said(caller.say, slot.day) + " " + child_record::time_of_day(slot.at) +
                        ", " + minutes_in_words(caller.say, slot.minutes));
    }
    return lines;
}

std::vector<std::string> away_lines(const Caller& caller, const casework::OpenDiary& open) {
    std::vector<std::string> lines;
    for (const auto& row : open.chair.diary.rows()) {
        if (!row.back_day || *row.back_day <= caller.today().day_number()) {
            continue;
        }
        const auto first = child_record::day_numbered(row.from_day);
        const auto last = child_record::day_numbered(*row.back_day).plus_days(-1);
        auto line = caller.say.say("{first} to {last}", {{"first", near_date(caller, first)},
                                                         {"last", near_date(caller, last)}});
        lines.push_back(row.why.empty() ? line : line + ": " + row.why);
    }
    return lines;
}

Html meetings_table(const Caller& caller, const casework::OpenDiary& open) {
    if (open.meetings.empty()) {
        return {};
    }
    const auto& say = caller.say;
    ours::CardTable table;
    table.caption = say.say("Meetings booked");
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("When"), {}}, {say.say("What"), {}}, {say.say("Where"), {}}};
    for (const auto& meeting : open.meetings) {
        const auto& booked = meeting.booked;
        table.rows.push_back(
            {{near_date(caller, booked.on) + ", " + child_record::time_of_day(booked.at),
              short_type(say, booked.type), booked.place},
             ours::Tone::waiting,
             {}});
    }
    return ours::render(table);
}

Html link_button(const Url& href, const std::string& words) {
    govuk::Button button;
    button.content = words;
    button.href = href;
    button.classes = "govuk-button--secondary";
    return govuk::render(button);
}

Response show(const Caller& caller) {
    const auto opened = open(caller);
    if (!opened.ok()) {
        return Response{opened.error()};
    }
    const auto& diary = opened.value();
    const auto& say = caller.say;
    DiaryParts parts;
    parts.saved = saved_banner(caller);
    parts.heading = say.say("Diary of {name}", {{"name", diary.chair.worker.name}});
    parts.week = week_lines(caller, diary);
    parts.away = away_lines(caller, diary);
    parts.meetings = meetings_table(caller, diary);
    parts.buttons = {
        link_button(to(caller, "conferences.diary.slots", diary), say.say("Change the slots")),
        link_button(to(caller, "conferences.diary.away", diary), say.say("Record days away"))};
    Frame frame;
    frame.title = parts.heading;
    frame.here = Nav::conferences;
    frame.content = diary_page(say, parts);
    return framed(caller, frame);
}

// ---- slots
// -----------------------------------------------------------------------------------------

Html slot_row(const LoneForm& form, int n) {
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Option> days;
    for (const auto day : weekdays) {
        days.push_back({boost::describe::enum_to_string(day, ""), said(say, day), {}, {}});
    }
    return slot_fields(say, say.say("Slot {n}", {{"n", std::to_string(n)}}),
                       {ask.from_list({numbered("day", n), say.say("Day of the week")}, days),
                        ask.short_line({numbered("at", n), say.say("Time")}),
                        ask.short_line({numbered("minutes", n), say.say("Minutes")})});
}

Response draw_slots(const LoneForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Html> questions;
    questions.push_back(ask.date({"on", say.say("From which day?")}));
    for (int n = 1; n <= most_slots; ++n) {
        questions.push_back(slot_row(form, n));
    }
    return show_lone(
        form,
        {say.say("The slots of a week"),
         say.say("What is booked already stays booked. Leave every slot empty when the "
                 "chair chairs no more."),
         form.caller.to("conferences.diary.slots",
                        {{"worker", std::string{form.caller.param("worker")}}}),
         say.say("Save the slots")},
        std::move(questions));
}

void begin_slots(LoneForm& form, const casework::OpenDiary& open) {
    std::vector<Field> fields;
    int n = 0;
    for (const auto& slot : open.chair.diary.week_of(form.caller.today())) {
        ++n;
        fields.push_back({numbered("day", n), boost::describe::enum_to_string(slot.day, "")});
        fields.push_back({numbered("at", n), slot.at});
        fields.push_back({numbered("minutes", n), std::to_string(slot.minutes)});
    }
    begin_as(form, Fields{std::move(fields)});
}

void read_slot(Answers& answers, int n, record::ChairSlotsSet& set) {
    const auto minutes = answers.text(numbered("minutes", n));
    const auto at = answers.time_of_day(numbered("at", n));
    if (answers.text(numbered("day", n)).empty() && at.empty() && minutes.empty()) {
        return;
    }
    record::WeeklySlot slot;
    slot.day = answers.choice<Weekday>(numbered("day", n), mark("Choose the day of the week"))
                   .value_or(Weekday::monday);
    slot.at = at;
    slot.minutes = whole_number(minutes).value_or(0);
    if (at.empty()) {
        answers.fault(numbered("at", n), mark("Give every slot a time, for example 10:00"));
    }
    if (slot.minutes == 0) {
        answers.fault(numbered("minutes", n), mark("A slot has between 1 and 480 minutes"));
    }
    set.slots.push_back(std::move(slot));
}

Response show_slots(const Caller& caller) {
    const auto opened = open(caller);
    if (!opened.ok()) {
        return Response{opened.error()};
    }
    auto form = form_for(caller, opened.value());
    begin_slots(form, opened.value());
    return draw_slots(form);
}

Response save_slots(const Caller& caller) {
    const auto opened = open(caller);
    if (!opened.ok()) {
        return Response{opened.error()};
    }
    auto form = form_for(caller, opened.value());
    Answers answers{form.typed, caller.today()};
    record::ChairSlotsSet set;
    set.chair = base::WorkerId{opened.value().chair.worker.worker};
    set.from = answers.date("on", mark("Enter the day from which this holds"))
                   .value_or(record::to_be_given);
    for (int n = 1; n <= most_slots; ++n) {
        read_slot(answers, n, set);
    }
    if (!answers.all_well()) {
        return lone_faults(std::move(form), answers, draw_slots);
    }
    const auto answer =
        casework::set_slots(caller.office(), caller.viewer, set, saw_in(caller.request.form));
    return lone_answered<casework::DiaryNonsense>(std::move(form), answer, "diary", draw_slots,
                                                  &fault_of);
}

// ---- days away
// -------------------------------------------------------------------------------------

Response draw_away(const LoneForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Html> questions;
    questions.push_back(ask.date({"on", say.say("First day away")}));
    questions.push_back(ask.date({"until", say.say("Last day away")}));
    questions.push_back(ask.line({"why", say.say("Why?"), say.say("For example leave.")}));
    return show_lone(form,
                     {say.say("Days away"),
                      say.say("What is booked for these days stays booked: book it again."),
                      form.caller.to("conferences.diary.away",
                                     {{"worker", std::string{form.caller.param("worker")}}}),
                      say.say("Save")},
                     std::move(questions));
}

Response show_away(const Caller& caller) {
    const auto opened = open(caller);
    return opened.ok() ? draw_away(form_for(caller, opened.value())) : Response{opened.error()};
}

Response save_away(const Caller& caller) {
    const auto opened = open(caller);
    if (!opened.ok()) {
        return Response{opened.error()};
    }
    auto form = form_for(caller, opened.value());
    Answers answers{form.typed, caller.today()};
    record::ChairAway away;
    away.chair = base::WorkerId{opened.value().chair.worker.worker};
    away.from = answers.date("on", mark("Enter the first day away")).value_or(record::to_be_given);
    const auto last = answers.date("until", mark("Enter the last day away"));
    away.back_on = last.value_or(record::to_be_given).next_day();
    away.why = answers.text("why");
    if (!answers.all_well()) {
        return lone_faults(std::move(form), answers, draw_away);
    }
    const auto answer =
        casework::set_away(caller.office(), caller.viewer, away, saw_in(caller.request.form));
    return lone_answered<casework::DiaryNonsense>(std::move(form), answer, "diary", draw_away,
                                                  &fault_of);
}

} // namespace

void add_diary_pages(Site& site) {
    add_page(site, Method::get, "conferences.diary", "/conferences/diary/{worker}", show);
    add_page(site, Method::get, "conferences.diary.slots", "/conferences/diary/{worker}/slots",
             show_slots);
    add_page(site, Method::post, "conferences.diary.slots", "/conferences/diary/{worker}/slots",
             save_slots);
    add_page(site, Method::get, "conferences.diary.away", "/conferences/diary/{worker}/away",
             show_away);
    add_page(site, Method::post, "conferences.diary.away", "/conferences/diary/{worker}/away",
             save_away);
}

} // namespace gweld::web::pages
