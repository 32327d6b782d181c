#include "web/pages/child/due.html.h"

#include "casework/assessments_due.h"
#include "law/vocabulary.h"
#include "web/components/details.h"
#include "web/components/ours.h"
#include "web/pages/child/duty_words.h"
#include "web/pages/child/parts.h"
#include "web/pages/child/wording.h"
#include "web/pages/child/working.h"
#include "web/pages/standing_words.h"

namespace gweld::web::pages::child_record {

namespace {

using casework::Condition;
using protection::Duty;
using words::mark;

std::string runs_from(const Words& say, const Duty& duty, const std::string& date) {
    if (duty.rule == "local.visit.write-up") {
        return say.say("It runs from {date}, the day the short record was saved.",
                       {{"date", date}});
    }
    return say.say("It runs from {date}. That day is not counted.", {{"date", date}});
}

void add_facts(const Shown& shown, const Duty& duty, DueRule& rule) {
    const auto& say = shown.say();
    rule.facts.push_back(runs_from(say, duty, say.long_date(duty.anchor)));
    if (duty.due_by) {
        rule.facts.push_back(say.say("The last day on which it is on time is {date}.",
                                     {{"date", say.long_date(*duty.due_by)}}));
    }
    if (duty.met_on) {
        rule.facts.push_back(
            say.say("It was met on {date}.", {{"date", say.long_date(*duty.met_on)}}));
    }
}

// The days themselves, from the same clock the duty was worked out by.
void add_working(const Shown& shown, const law::Card& card, const Duty& duty, DueRule& rule) {
    const auto* calendar = shown.caller.office().book.calendar(card.calendar);
    const auto& interval = interval_of(card, duty, shown.facts().history);
    auto working =
        working_of(shown.say(), shown.today, interval, duty.anchor, calendar, duty.due_by);
    rule.counted = std::move(working.counted);
    rule.skipped = std::move(working.skipped);
}

DueRule::Said said_by(const Shown& shown, const law::Source& source) {
    const auto& say = shown.say();
    DueRule::Said said{source.instrument, std::nullopt, {}};
    if (!source.provision.empty()) {
        said.by += ", " + source.provision;
    }
    if (!source.address.empty()) {
        said.address = Url::source(source.address);
    }
    if (const auto day = time::parse_iso(source.consulted_on)) {
        said.consulted = say.say("Read on {date}.", {{"date", plain_date(say, *day)}});
    }
    return said;
}

void add_source(const Shown& shown, const law::Card& card, DueRule& rule) {
    const auto& say = shown.say();
    rule.force = say.say(law::label(card.force));
    rule.standing = say.say(law::label(card.standing));
    rule.confidence = say.say(law::label(card.confidence));
    rule.unverified = card.confidence == law::Confidence::unverified;
    rule.reading = spoken(say, card.reading);
    rule.disagreement = spoken(say, card.disagreement);
    rule.not_modelled = spoken(say, card.not_modelled);
    rule.source = said_by(shown, card.source);
    rule.page = shown.to_if_there("rule", {{"rule", card.id}});
    if (!card.tightened_by.empty()) {
        rule.local = said_by(shown, card.tightened_source);
        rule.local_reading = spoken(say, card.tightened_reading);
    }
    if (const auto* meaning = shown.caller.office().book.working_day(card.calendar)) {
        rule.working_day = spoken(say, meaning->definition);
        rule.working_day_reading = spoken(say, meaning->reading);
    }
}

std::string due_cell(const Shown& shown, const Duty& duty) {
    return duty.due_by ? shown.say().short_date_year(*duty.due_by)
                       : shown.say().say("Cannot be worked out");
}

ours::Tone tone_of_past(protection::DutyState state) {
    return state == protection::DutyState::overdue ? ours::Tone::overdue : ours::Tone::waiting;
}

Html history(const Shown& shown, const std::string& title, const std::vector<Duty>& duties) {
    if (duties.empty()) {
        return {};
    }
    const auto& say = shown.say();
    ours::CardTable table;
    table.caption = title + ": " + say.say("every time so far, newest first");
    table.caption_classes = "govuk-visually-hidden";
    for (const auto head :
         {mark("Ran from"), mark("Due by"), mark("Met on"), mark("How it stands")}) {
        table.columns.push_back({say.say(head), {}, ours::Column::text});
    }
    for (auto duty = duties.rbegin(); duty != duties.rend(); ++duty) {
        table.rows.push_back(
            {{say.short_date_year(duty->anchor), due_cell(shown, *duty),
              duty->met_on ? say.short_date_year(*duty->met_on) : say.say("Not met"),
              state_in_words(say, duty->state)},
             tone_of_past(duty->state),
             {}});
    }
    govuk::Details details;
    details.summary = say.say_n("This duty so far (once)", "This duty so far ({n} times)",
                                static_cast<long>(duties.size()));
    details.content = ours::render(table);
    return govuk::render(details);
}

Html status_now(const Shown& shown, const Condition& condition) {
    const auto& say = shown.say();
    const auto& duty = condition.duty;
    std::string when;
    if (condition.open() && duty.due_by) {
        const auto date = near_day(say, *condition.act_by(), shown.today);
        when = condition.overdue() ? say.say("was due {date}", {{"date", date}})
                                   : say.say("by {date}", {{"date", date}});
    }
    return ours::render(
        ours::Status{pages::tone_of(condition), left_in_words(say, condition), when});
}

DueRule rule_of(const Shown& shown, const law::Card& card) {
    const auto& say = shown.say();
    const auto& book = shown.caller.office().book;
    const auto duties = protection::duties_of(shown.facts().history, card, book, shown.today,
                                              shown.facts().coverage);
    DueRule rule;
    rule.id = card.id;
    rule.title = spoken(say, card.title);
    rule.sentence = spoken(say, card.sentence);
    const auto* condition = shown.standing().condition(card.id);
    if (condition != nullptr) {
        rule.status = status_now(shown, *condition);
        rule.why = why_in_words(say, book, condition->duty);
        add_facts(shown, condition->duty, rule);
        add_working(shown, card, condition->duty, rule);
    } else {
        rule.facts.push_back(
            say.say("Nothing runs for {name} under this rule today.", {{"name", shown.called()}}));
    }
    add_source(shown, card, rule);
    rule.history = history(shown, rule.title, duties);
    return rule;
}

// The write-up of a visit hangs on the visit, not on the register.
DueRule write_up_of(const Shown& shown, const law::Card& card) {
    auto rule = rule_of(shown, card);
    const auto duties =
        protection::duties_of(shown.facts().history, card, shown.caller.office().book, shown.today,
                              shown.facts().coverage);
    if (!duties.empty() && !duties.back().met_on) {
        const auto& say = shown.say();
        const auto& duty = duties.back();
        rule.facts.clear();
        rule.why = why_in_words(say, shown.caller.office().book, duty);
        const bool overdue = duty.state == protection::DutyState::overdue;
        rule.status = ours::render(ours::Status{
            overdue ? ours::Tone::overdue : ours::Tone::soon, state_in_words(say, duty.state), {}});
        add_facts(shown, duty, rule);
        add_working(shown, card, duty, rule);
    }
    return rule;
}

// An assessment is due once; each that is open, or the newest there was.
std::vector<DueRule> assessment_rules(const Shown& shown) {
    const auto& say = shown.say();
    std::vector<DueRule> rules;
    const auto all =
        casework::assessments_due(shown.facts(), shown.caller.office().book, shown.today);
    for (const auto id : {protection::needs_rule, protection::after_enquiries_rule}) {
        const auto& card = *shown.caller.office().book.card(id);
        DueRule rule;
        rule.id = card.id;
        rule.title = spoken(say, card.title);
        rule.sentence = spoken(say, card.sentence);
        add_source(shown, card, rule);
        std::vector<Duty> duties;
        const Condition* shown_one = nullptr;
        for (const auto& due : all) {
            if (due.condition.card == &card) {
                duties.push_back(due.condition.duty);
                const bool settled = shown_one == nullptr || !shown_one->open();
                shown_one = settled ? &due.condition : shown_one;
            }
        }
        if (shown_one == nullptr) {
            continue;
        }
        rule.status = shown_one->open()
                          ? status_now(shown, *shown_one)
                          : ours::render(ours::Status{tone_of_past(shown_one->duty.state),
                                                      state_in_words(say, shown_one->duty.state),
                                                      {}});
        rule.why = why_in_words(say, shown.caller.office().book, shown_one->duty);
        add_facts(shown, shown_one->duty, rule);
        add_working(shown, card, shown_one->duty, rule);
        rule.history = history(shown, rule.title, duties);
        rules.push_back(std::move(rule));
    }
    return rules;
}

} // namespace

Html what_is_due(const Shown& shown) {
    DueParts parts;
    parts.answer = answer_of(shown);
    for (const auto id : protection::tracked_rules()) {
        const auto* card = shown.caller.office().book.card(id);
        if (card != nullptr) {
            parts.rules.push_back(id.starts_with("local.") ? write_up_of(shown, *card)
                                                           : rule_of(shown, *card));
        }
    }
    for (auto& rule : assessment_rules(shown)) {
        parts.rules.push_back(std::move(rule));
    }
    return child_due(shown.say(), parts);
}

} // namespace gweld::web::pages::child_record
