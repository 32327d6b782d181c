#include "web/pages/child/duty_words.h"

#include "web/pages/child/wording.h"
#include "web/pages/standing_words.h"

#include <algorithm>

namespace gweld::web::pages::child_record {

namespace {

using casework::Condition;
using protection::Duty;
using protection::DutyState;
using protection::WhyUndetermined;
using words::mark;

std::optional<double> share_gone(const Condition& condition, CivilDate today) {
    const auto& duty = condition.duty;
    if (!duty.due_by || !condition.open()) {
        return std::nullopt;
    }
    const int whole = time::days_between(duty.anchor, *duty.due_by);
    const int gone = time::days_between(duty.anchor, today);
    return whole <= 0 ? 1.0 : std::clamp(static_cast<double>(gone) / whole, 0.0, 1.0);
}

std::string every(const Words& say, const law::Interval& interval) {
    return std::visit(
        base::overloaded{
            [&](law::WorkingDays n) {
                return say.say_n("Every working day.", "Every {n} working days.", n.count);
            },
            [&](law::Days n) { return say.say_n("Every day.", "Every {n} days.", n.count); },
            [&](law::Weeks n) { return say.say_n("Every week.", "Every {n} weeks.", n.count); },
            [&](law::Months n) { return say.say_n("Every month.", "Every {n} months.", n.count); },
            [](law::Hours) { return std::string{}; },
            [](law::Immediately) { return std::string{}; },
        },
        interval);
}

std::string within(const Words& say, const law::Interval& interval, const std::string& date) {
    return std::visit(
        base::overloaded{
            [&](law::WorkingDays n) {
                return say.say_n("Within 1 working day of {date}.",
                                 "Within {n} working days of {date}.", n.count, {{"date", date}});
            },
            [&](law::Days n) {
                return say.say_n("Within 1 day of {date}.", "Within {n} days of {date}.", n.count,
                                 {{"date", date}});
            },
            [&](law::Weeks n) {
                return say.say_n("Within 1 week of {date}.", "Within {n} weeks of {date}.", n.count,
                                 {{"date", date}});
            },
            [&](law::Months n) {
                return say.say_n("Within 1 month of {date}.", "Within {n} months of {date}.",
                                 n.count, {{"date", date}});
            },
            [](law::Hours) { return std::string{}; },
            [](law::Immediately) { return std::string{}; },
        },
        interval);
}

std::string how_often(const Shown& shown, const Condition& condition) {
    const auto& say = shown.say();
    const auto& card = *condition.card;
    if (card.kind == law::ClockKind::once_between) {
        return say.say("Once between one conference and the next.");
    }
    const auto& interval = interval_of(card, condition.duty, shown.facts().history);
    return card.kind == law::ClockKind::recurring
               ? every(say, interval)
               : within(say, interval, near_day(say, condition.duty.anchor, shown.today));
}

std::string when_due(const Shown& shown, const Condition& condition) {
    const auto& say = shown.say();
    const auto& duty = condition.duty;
    if (duty.state == DutyState::undetermined) {
        return why_in_words(say, shown.caller.office().book, duty);
    }
    if (!condition.open() || !duty.due_by) {
        return {};
    }
    const auto date = near_day(say, *condition.act_by(), shown.today);
    const auto due = condition.overdue() ? say.say("Was due by {date}.", {{"date", date}})
                                         : say.say("Due by {date}.", {{"date", date}});
    return condition.booked ? due + " " +
                                  say.say("The review conference is booked for {date}.",
                                          {{"date", near_day(say, *condition.booked, shown.today)}})
                            : due;
}

} // namespace

const std::string& spoken(const Words& say, const law::Bilingual& text) {
    return say.language() == words::Language::welsh ? text.cy : text.en;
}

std::string condition_named(const Shown& shown, std::string_view rule) {
    const auto& say = shown.say();
    if (rule == "cp.visit.seen-alone") {
        return say.say(for_sex(shown.person(), {mark("Seen on her own"), mark("Seen on his own"),
                                                mark("Seen alone")}));
    }
    if (rule == "cp.visit.seen-at-home") {
        return say.say("Seen at home");
    }
    if (rule == "cp.visit.bedroom-seen") {
        return say.say("Bedroom seen");
    }
    if (rule == "cp.core-group") {
        return say.say("Core group");
    }
    if (rule == "cp.conference.review") {
        return say.say("Review conference");
    }
    return say.say("Write-up of a visit");
}

const law::Interval& interval_of(const law::Card& card, const Duty& duty,
                                 const protection::History& history) {
    const bool first = std::ranges::any_of(history.registrations, [&](const auto& registration) {
        return registration.entry == duty.registration && registration.start == duty.anchor;
    });
    return first || !card.then ? card.interval : *card.then;
}

std::string state_in_words(const Words& say, DutyState state) {
    switch (state) {
    case DutyState::on_track:
        return say.say("Not due yet");
    case DutyState::due_today:
        return say.say("Due today");
    case DutyState::overdue:
        return say.say("Overdue");
    case DutyState::on_time:
        return say.say("On time");
    case DutyState::on_time_recorded_late:
        return say.say("On time, recorded late");
    case DutyState::on_time_recording_unknown:
        return say.say("On time, not known when it was recorded");
    case DutyState::late:
        return say.say("Late");
    case DutyState::not_done:
        return say.say("Not done");
    case DutyState::lapsed:
        return say.say("Ended before it was due");
    case DutyState::undetermined:
        break;
    }
    return say.say("Cannot be worked out");
}

std::string why_in_words(const Words& say, const law::Book& book, const Duty& duty) {
    switch (duty.why) {
    case WhyUndetermined::nothing:
        return {};
    case WhyUndetermined::meetings_never_imported:
        return say.say("The child’s record came from another system without its meetings, so "
                       "nobody can say until one is recorded here.");
    case WhyUndetermined::beyond_calendar:
        break;
    }
    const auto* card = book.card(duty.rule);
    const auto* calendar = card == nullptr ? nullptr : book.calendar(card->calendar);
    if (calendar == nullptr || !calendar->known().until) {
        return say.say("The bank holidays of those years are not known.");
    }
    return say.say("Bank holidays are known only until {date}.",
                   {{"date", plain_date(say, *calendar->known().until)}});
}

std::string left_in_words(const Words& say, const Condition& condition) {
    const auto& duty = condition.duty;
    if (condition.open()) {
        return days_words(say, condition);
    }
    return duty.met_on && duty.state != DutyState::undetermined ? say.say("Done")
                                                                : state_in_words(say, duty.state);
}

ours::Clock clock_of(const Shown& shown, const Condition& condition) {
    const auto& say = shown.say();
    std::string rule;
    const auto add = [&](const std::string& sentence) {
        rule.append(rule.empty() || sentence.empty() ? "" : " ").append(sentence);
    };
    add(how_often(shown, condition));
    if (condition.last_met) {
        add(say.say("Last: {date}.", {{"date", near_day(say, *condition.last_met, shown.today)}}));
    } else {
        add(say.say("Not yet since the name went on the register."));
    }
    add(when_due(shown, condition));
    return {pages::tone_of(condition), condition_named(shown, condition.card->id),
            left_in_words(say, condition), share_gone(condition, shown.today), rule};
}

} // namespace gweld::web::pages::child_record
