#include "web/pages/plans/plan_words.h"

#include "web/pages/standing_words.h"

namespace gweld::web::pages {

namespace {

using protection::ActionState;
using protection::PlanChanged;
using record::OutcomeMoved;
using words::mark;

struct Sentence {
    PlanChanged what;
    std::string_view sentence; // with {before} and {after} as far as there are
};
constexpr Sentence sentences[] = {
    {PlanChanged::kind, mark("It goes on as a care and support plan.")},
    {PlanChanged::outcome_added, mark("New: {after}")},
    {PlanChanged::outcome_taken_out, mark("Taken out: {before}")},
    {PlanChanged::outcome_reworded, mark("What will be better, before: {before} Now: {after}")},
    {PlanChanged::danger_reworded, mark("What the worry is, before: {before} Now: {after}")},
    {PlanChanged::action_added, mark("New to do: {after}")},
    {PlanChanged::action_taken_out, mark("No longer to do: {before}")},
    {PlanChanged::action_changed, mark("To do, before: {before} Now: {after}")},
    {PlanChanged::contingency_added, mark("New, what happens if: {after}")},
    {PlanChanged::contingency_taken_out, mark("Taken out, what happens if: {before}")},
    {PlanChanged::person_added, mark("Takes part from now: {after}")},
    {PlanChanged::person_taken_out, mark("No longer takes part: {before}")},
    {PlanChanged::language, mark("The family’s copy is in another language.")},
};

std::string day_in_words(const Caller& caller, const std::string& iso) {
    const auto day = time::parse_iso(iso);
    return day ? near_date(caller, *day) : caller.say.say("no day");
}

} // namespace

std::string said(const Words& say, record::PlanKind kind) {
    return kind == record::PlanKind::protection ? say.say("Care and support protection plan")
                                                : say.say("Care and support plan");
}

std::string said(const Words& say, OutcomeMoved moved) {
    switch (moved) {
    case OutcomeMoved::better:
        return say.say("Better");
    case OutcomeMoved::no_change:
        return say.say("No change");
    case OutcomeMoved::worse:
        return say.say("Worse");
    case OutcomeMoved::not_discussed:
        break;
    }
    return say.say("Not discussed");
}

ours::Tone tone_of(OutcomeMoved moved) {
    switch (moved) {
    case OutcomeMoved::better:
        return ours::Tone::ok;
    case OutcomeMoved::no_change:
        return ours::Tone::waiting;
    case OutcomeMoved::worse:
        return ours::Tone::soon;
    case OutcomeMoved::not_discussed:
        break;
    }
    return ours::Tone::unknown;
}

ours::Status status_of(const Caller& caller, ActionState state, const record::PlanAction& action) {
    const auto& say = caller.say;
    const auto date = action.by ? near_date(caller, *action.by) : std::string{};
    switch (state) {
    case ActionState::done:
        return {ours::Tone::ok, say.say("Done"), {}};
    case ActionState::not_done:
        return {ours::Tone::unknown, say.say("Will not be done"), {}};
    case ActionState::overdue:
        return {ours::Tone::overdue, say.say("Overdue"),
                say.say("was due {date}", {{"date", date}})};
    case ActionState::to_do:
        break;
    }
    return {ours::Tone::waiting, say.say("To do"),
            action.by ? say.say("by {date}", {{"date", date}}) : std::string{}};
}

std::string in_one_line(const Caller& caller, const record::PlanAction& action) {
    return action.by
               ? caller.say.say("{what} ({owner}, by {date})",
                                {{"what", action.what},
                                 {"owner", action.who},
                                 {"date", near_date(caller, *action.by)}})
               : caller.say.say("{what} ({owner})", {{"what", action.what}, {"owner", action.who}});
}

std::string said(const Caller& caller, const protection::PlanChange& change) {
    const auto& say = caller.say;
    if (change.what == PlanChanged::review_day) {
        return say.say("The day of the review, before: {before}. Now: {after}.",
                       {{"before", day_in_words(caller, change.before)},
                        {"after", day_in_words(caller, change.after)}});
    }
    const auto text = [&](const record::PlanAction* action, const std::string& plain) {
        return action == nullptr ? plain : in_one_line(caller, *action);
    };
    for (const auto& sentence : sentences) {
        if (sentence.what == change.what) {
            return say.say(sentence.sentence,
                           {{"before", text(change.action_before, change.before)},
                            {"after", text(change.action_after, change.after)}});
        }
    }
    return {};
}

std::string said(const Words& say, const casework::CoordinatorToday& coordinator) {
    using casework::CoordinatorState;
    const std::initializer_list<words::Slot> name{
        {"name", coordinator.worker ? coordinator.worker->name : say.say("not known")}};
    switch (coordinator.state) {
    case CoordinatorState::named:
        return say.say("{name} co-ordinates the plan.", name);
    case CoordinatorState::nobody:
        return say.say("Nobody is named to co-ordinate the plan.");
    case CoordinatorState::has_left:
        return say.say("{name}, who was named to co-ordinate the plan, no longer works here.",
                       name);
    case CoordinatorState::not_registered:
        break;
    }
    return say.say("{name}, who was named to co-ordinate the plan, has no social work "
                   "registration number here.",
                   name);
}

} // namespace gweld::web::pages
