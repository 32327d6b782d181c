#include "web/pages/meetings/typed.h"

#include "protection/written_agreement.h"
#include "web/pages/forms/answers.h"
#include "words/words.h"

#include <algorithm>
#include <array>

namespace gweld::web::pages {

namespace {

using record::Came;
using words::mark;

std::optional<record::Agency> agency_named(std::string_view name) {
    record::Agency agency{};
    const std::string text{name};
    return boost::describe::enum_from_string(text.c_str(), agency) ? std::optional{agency}
                                                                   : std::nullopt;
}

void add_invited(const Answers& answers, std::string_view field, Came came,
                 record::CoreGroupMet& met) {
    for (const auto ticked : answers.ticked(field)) {
        const auto agency = agency_named(ticked);
        const bool known =
            std::ranges::any_of(met.invited, [&](const auto& one) { return one.agency == agency; });
        if (agency && !known) {
            met.invited.push_back({*agency, {}, {}, came, {}});
        }
    }
}

record::MeetingAction action_typed(Answers& answers, int number) {
    record::MeetingAction action;
    action.what = answers.text(action_field("what", number));
    if (auto called = protection::calls_itself_agreement(action.what)) {
        answers.fault(action_field("what", number),
                      mark("“{name}” is not a way to manage risk to a child, so it cannot be part "
                           "of a plan. Write what will be done, by whom and by when"),
                      std::move(*called));
    }
    action.owner = answers.text(action_field("owner", number));
    action.by = answers.date(action_field("by", number), {});
    if (action.what.empty() && !(action.owner.empty() && !action.by)) {
        answers.fault(action_field("what", number), mark("Say what is to be done"));
    } else if (!action.what.empty() && action.owner.empty()) {
        answers.fault(action_field("owner", number), mark("Say who will do it"));
    }
    return action;
}

bool is_about(const record::PlanOutcome& outcome, const std::vector<base::PersonId>& children) {
    return std::ranges::any_of(outcome.children, [&](base::PersonId child) {
        return std::ranges::find(children, child) != children.end();
    });
}

void read_progress(std::span<const record::PlanOutcome> planned, Answers& answers,
                   CoreGroupTyped& typed) {
    for (const auto& outcome : planned) {
        if (!is_about(outcome, typed.children)) {
            continue;
        }
        const auto field = moved_field(outcome.outcome);
        const auto moved = answers.choice<record::OutcomeMoved>(field, {});
        if (!moved) {
            answers.fault(field, mark("Say how this has gone: {name}"), outcome.better);
        }
        typed.met.outcomes.push_back({outcome.outcome,
                                      moved.value_or(record::OutcomeMoved::not_discussed),
                                      answers.text(moved_words_field(outcome.outcome))});
    }
}

} // namespace

std::string moved_field(base::OutcomeId outcome) { return "moved-" + base::to_text(outcome.uuid); }
std::string moved_words_field(base::OutcomeId outcome) {
    return "moved-words-" + base::to_text(outcome.uuid);
}

std::string action_field(std::string_view what, int number) {
    return "action-" + std::string{what} + "-" + std::to_string(number);
}

std::span<const std::string_view> agencies_in_order() {
    static constexpr std::array<std::string_view, 9> all{"childrens_services",
                                                         "health",
                                                         "education",
                                                         "police",
                                                         "adult_services",
                                                         "housing",
                                                         "probation",
                                                         "voluntary_sector",
                                                         "other"};
    return all;
}

base::Result<CoreGroupTyped, std::vector<FieldFault>>
core_group_typed(const Fields& posted, std::span<const base::PersonId> offered,
                 std::span<const record::PlanOutcome> planned, time::CivilDate today) {
    Answers answers{posted, today};
    CoreGroupTyped typed;
    for (const auto& child : offered) {
        if (answers.is_ticked("child", base::to_text(child.uuid))) {
            typed.children.push_back(child);
        }
    }
    if (typed.children.empty()) {
        answers.fault("child", mark("Say which children the core group was about"));
    }
    typed.met.on = answers
                       .past_date("on", mark("Enter the day the core group met"),
                                  mark("The core group met today or in the past"))
                       .value_or(today);
    add_invited(answers, "came", Came::attended, typed.met);
    if (typed.met.invited.empty()) {
        answers.fault("came", mark("Say who was there"));
    }
    add_invited(answers, "apologies", Came::sent_apologies, typed.met);
    typed.met.family_part = answers.text("family");
    read_progress(planned, answers, typed);
    typed.met.progress = answers.text(
        "progress", typed.met.outcomes.empty() ? mark("Write how the plan is going") : "");
    for (int number = 1; number <= actions_on_form; ++number) {
        auto action = action_typed(answers, number);
        if (!action.what.empty()) {
            typed.met.actions.push_back(std::move(action));
        }
    }
    typed.met.next_on = answers.date("next", {});
    if (typed.met.next_on && *typed.met.next_on <= typed.met.on) {
        answers.fault("next-day", mark("The next meeting must be after this one"));
    }
    if (!answers.all_well()) {
        return base::Err{answers.take_faults()};
    }
    return base::Ok{std::move(typed)};
}

} // namespace gweld::web::pages
