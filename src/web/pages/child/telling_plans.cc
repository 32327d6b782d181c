#include "casework/plans.h"
#include "web/pages/child/telling.h"
#include "web/pages/child/wording.h"
#include "web/pages/plans/plan_words.h"

#include <algorithm>

namespace gweld::web::pages::child_record {

namespace {

using record::Entry;

void add_line(std::string& text, const std::string& line) {
    if (!line.empty()) {
        text += (text.empty() ? "" : "\n") + line;
    }
}

} // namespace

std::string Teller::planned(record::Uuid id) const {
    const auto found = planned_.find(id);
    return found == planned_.end() ? std::string{} : found->second;
}

std::string Teller::progress_in_words(const record::CoreGroupMet& met) const {
    std::string text;
    for (const auto& one : met.outcomes) {
        if (const auto outcome = planned(one.outcome.uuid); !outcome.empty()) {
            auto line = pages::said(say_, one.moved) + ": " + outcome;
            add_line(text, one.words.empty() ? line : line + " " + one.words);
        }
    }
    add_line(text, met.progress);
    return text;
}

Told Teller::plan_agreed(const Entry& entry) const {
    const auto plan = record::body_of<record::PlanAgreed>(entry);
    const auto child = shown_.facts().child;
    Told told;
    told.title = pages::said(say_, plan.kind) + ": " + say_.say("a version was agreed");
    for (const auto& outcome : plan.outcomes) {
        if (std::ranges::find(outcome.children, child) != outcome.children.end()) {
            add_line(told.account, outcome.better);
        }
    }
    if (!plan.changed.empty()) {
        told.sentences.push_back(plan.changed);
    }
    return told;
}

Told Teller::action_marked(const Entry& entry) const {
    const auto marked = record::body_of<record::PlanActionMarked>(entry);
    const std::initializer_list<words::Slot> what{{"what", planned(marked.action.uuid)}};
    Told told;
    switch (marked.came) {
    case record::ActionCame::done:
        told.title = say_.say("Done in the plan: {what}", what);
        break;
    case record::ActionCame::not_done:
        told.title = say_.say("Will not be done in the plan: {what}", what);
        break;
    case record::ActionCame::to_do:
        told.title = say_.say("Still to do in the plan: {what}", what);
        break;
    }
    told.account = marked.words;
    return told;
}

Told Teller::plan_ended(const Entry& entry) const {
    Told told;
    told.title = say_.say("No plan follows");
    told.account = record::body_of<record::PlanEnded>(entry).reason;
    told.significant = true;
    return told;
}

Told Teller::coordinator_named(const Entry& entry) const {
    const auto named = record::body_of<record::CoordinatorNamed>(entry);
    Told told;
    told.title = say_.say("{name} was named to co-ordinate the plan",
                          {{"name", worker_named(named.worker.uuid)}});
    return told;
}

Told Teller::moved_for_a_time(const Entry& entry) const {
    const auto move = record::body_of<record::TemporarilyMoved>(entry);
    Told told;
    told.title = say_.say("Moved for a time to the area of {place}", {{"place", move.authority}});
    told.sentences.push_back(
        say_.say("Expected back on {date}.", {{"date", near_day(say_, move.until, shown_.today)}}));
    told.account = move.agreed;
    told.significant = true;
    return told;
}

Told Teller::came_back(const Entry&) const {
    Told told;
    told.title = say_.say("Back from a move to another authority’s area");
    return told;
}

Told Teller::move_notified(const Entry& entry) const {
    const auto move = record::body_of<record::PermanentMoveNotified>(entry);
    Told told;
    told.title = say_.say("Moves for good: {place} was told", {{"place", move.authority}});
    if (move.agreed_on) {
        told.sentences.push_back(
            say_.say("They agreed on {date} that the move is permanent.",
                     {{"date", near_day(say_, *move.agreed_on, shown_.today)}}));
    }
    told.significant = true;
    return told;
}

Told Teller::receiving_conference(const Entry& entry) const {
    const auto held = record::body_of<record::ReceivingConferenceHeld>(entry);
    Told told;
    told.title = say_.say("The authority the child moved to held its conference");
    switch (held.decision) {
    case record::ReceivingDecision::placed:
        told.sentences.push_back(say_.say("The name is on their register"));
        break;
    case record::ReceivingDecision::not_placed:
        told.sentences.push_back(say_.say("The name is not on their register"));
        break;
    case record::ReceivingDecision::not_told:
        told.sentences.push_back(say_.say("We have not been told"));
        break;
    }
    told.significant = true;
    return told;
}

} // namespace gweld::web::pages::child_record
