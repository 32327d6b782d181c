#include "web/pages/standing_words.h"

#include "web/components/markup.h"

#include <cstdlib>

namespace gweld::web::pages {

namespace {

using casework::Condition;
using protection::DutyState;

constexpr int half_a_year = 183; // days
constexpr int years_from_months = 24;

std::string overdue_days(const Words& say, int days) {
    return say.say_n("1 working day overdue", "{n} working days overdue", days);
}

std::string days_left(const Words& say, int days) {
    return say.say_n("1 working day left", "{n} working days left", days);
}

// Due on a day that is no working day, with no working day between.
std::string open_words(const Words& say, const Condition& condition) {
    const int days = condition.working_days_left.value_or(0);
    if (condition.overdue()) {
        return days == 0 ? say.say("Overdue") : overdue_days(say, std::abs(days));
    }
    if (condition.duty.state == DutyState::due_today) {
        return say.say("Due today");
    }
    return days == 0 ? say.say("Due before the next working day") : days_left(say, days);
}

bool was_met(DutyState state) {
    return state == DutyState::on_time || state == DutyState::on_time_recorded_late ||
           state == DutyState::on_time_recording_unknown || state == DutyState::late;
}

} // namespace

ours::Tone tone_of(const Condition& condition) {
    if (condition.overdue()) {
        return ours::Tone::overdue;
    }
    if (was_met(condition.duty.state)) {
        return ours::Tone::ok;
    }
    if (!condition.open()) {
        return ours::Tone::unknown;
    }
    if (condition.due_soon()) {
        return ours::Tone::soon;
    }
    // Seen in an earlier stretch between conferences says nothing of this one.
    const bool once =
        condition.card != nullptr && condition.card->kind == law::ClockKind::once_between;
    return condition.last_met && !once ? ours::Tone::ok : ours::Tone::waiting;
}

std::string near_date(const Caller& caller, time::CivilDate date) {
    const bool near = std::abs(time::days_between(caller.today(), date)) <= half_a_year;
    return near ? caller.say.short_date(date) : caller.say.short_date_year(date);
}

std::string days_words(const Words& say, const Condition& condition) {
    return condition.open() ? open_words(say, condition) : say.say("Cannot be worked out");
}

ours::Status status_of(const Caller& caller, const Condition& condition) {
    const auto& say = caller.say;
    const auto tone = tone_of(condition);
    const auto by = condition.act_by();
    const auto due = by ? near_date(caller, *by) : "";
    if (was_met(condition.duty.state)) {
        return {tone,
                say.say("Seen {date}", {{"date", near_date(caller, *condition.duty.met_on)}}),
                {}};
    }
    switch (tone) {
    case ours::Tone::overdue:
        return {tone, say.say("Overdue"), say.say("was due {date}", {{"date", due}})};
    case ours::Tone::soon:
        return {tone, open_words(say, condition), say.say("by {date}", {{"date", due}})};
    case ours::Tone::ok:
        return {tone, say.say("On time"), say.say("next by {date}", {{"date", due}})};
    case ours::Tone::waiting:
        return {tone, say.say("Not seen yet"), say.say("by {date}", {{"date", due}})};
    case ours::Tone::unknown:
        break;
    }
    return {ours::Tone::unknown, say.say("Cannot be worked out"), {}};
}

ours::Due due_block(const Words& say, const casework::Standing& standing) {
    const auto* first = standing.most_urgent();
    if (first == nullptr) {
        return {ours::Tone::waiting, say.say("Nothing due")};
    }
    const auto tone = tone_of(*first);
    return {tone == ours::Tone::ok ? ours::Tone::waiting : tone, open_words(say, *first)};
}

std::string age_words(const Words& say, const record::PersonRow& person, time::CivilDate today) {
    const auto months = casework::age_in_months_on(person, today);
    if (!months) {
        return person.expected && !person.born ? say.say("not born yet") : std::string{};
    }
    if (*months < years_from_months) {
        return say.say_n("1 month", "{n} months", *months);
    }
    return std::to_string(*months / 12);
}

Html name_and_age(const Caller& caller, const casework::Facts& facts) {
    const auto age = age_words(caller.say, *facts.person, caller.today());
    Markup out;
    out.raw("<a class=\"govuk-link govuk-link--no-visited-state\"")
        .attribute("href", caller.to("child", {{"id", base::to_text(facts.child.uuid)}}).text())
        .raw(">")
        .text(casework::full_name(*facts.person))
        .raw("</a>");
    if (!age.empty()) {
        out.text(", ").text(age);
    }
    return out.take();
}

} // namespace gweld::web::pages
