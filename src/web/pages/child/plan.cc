// The part of a child's record that shows what is planned.
#include "casework/plans.h"
#include "web/components/button.h"
#include "web/components/ours.h"
#include "web/pages/brought_in/brought_in.h"
#include "web/pages/child/parts.h"
#include "web/pages/child/plan.html.h"
#include "web/pages/child/wording.h"
#include "web/pages/paper/paper.h"
#include "web/pages/plans/plan_words.h"
#include "web/pages/signing/signed_words.h"

#include <algorithm>

namespace gweld::web::pages::child_record {

namespace {

using protection::ActionState;
using protection::Plans;
using protection::PlanVersion;

struct Planned { // as every part of the page sees it
    const Shown& shown;
    Plans plans;
    const Words& say() const { return shown.say(); }
};

enum class Marks : std::uint8_t { shown, left_out };

// ---- one version
// ---------------------------------------------------------------------------------
Content state_cell(const Planned& on, const record::PlanAction& action) {
    const auto state = protection::state_of(on.plans, action, on.shown.today);
    const auto status = ours::render(status_of(on.shown.caller, state, action));
    if (!on.shown.may(access::Action::write_plan)) {
        return status;
    }
    const auto way = on.shown.to_if_there(
        "plan.action", {{"id", on.shown.id()}, {"action", base::to_text(action.action.uuid)}});
    return way ? Content{mark_link(on.say(), status, *way, action.what)} : Content{status};
}

Html actions_of(const Planned& on, const record::PlanOutcome& outcome, Marks marks) {
    if (outcome.actions.empty()) {
        return {};
    }
    const auto& say = on.say();
    ours::CardTable table;
    table.caption = say.say("What is to be done: {outcome}", {{"outcome", outcome.better}});
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("What"), {}}, {say.say("Who"), {}}, {say.say("By when"), {}}};
    if (marks == Marks::shown) {
        table.columns.back() = {say.say("How it stands"), {}};
    }
    for (const auto& action : outcome.actions) {
        const auto by = action.by ? near_day(say, *action.by, on.shown.today) : std::string{};
        const auto state = protection::state_of(on.plans, action, on.shown.today);
        const bool overdue = marks == Marks::shown && state == ActionState::overdue;
        table.rows.push_back({{action.what, action.who,
                               marks == Marks::shown ? state_cell(on, action) : Content{by}},
                              overdue ? ours::Tone::overdue : ours::Tone::waiting,
                              {}});
    }
    return ours::render(table);
}

void add_marks(const Planned& on, const record::PlanOutcome& outcome, OutcomeParts& parts) {
    for (const auto& meeting : on.plans.progress) {
        for (const auto& said_of : meeting.outcomes) {
            if (said_of.outcome != outcome.outcome) {
                continue;
            }
            parts.marks.push_back(
                {near_day(on.say(), meeting.on, on.shown.today),
                 ours::render(ours::Status{
                     tone_of(said_of.moved), pages::said(on.say(), said_of.moved), {}})});
            if (!said_of.words.empty()) {
                parts.last_words = on.say().say(
                    "{date}: {text}", {{"date", near_day(on.say(), meeting.on, on.shown.today)},
                                       {"text", said_of.words}});
            }
        }
    }
}

std::vector<std::string> facts_of(const Planned& on, const PlanVersion& version) {
    const auto& say = on.say();
    std::vector<std::string> facts{
        say.say("Agreed on {date}.", {{"date", near_day(say, version.plan.on, on.shown.today)}}),
        say.say("Written down by {name} at {moment}.",
                {{"name", version.recorded_by},
                 {"moment", near_moment(say, version.recorded_at, on.shown.today)}})};
    if (version.plan.review_on) {
        facts.push_back(
            say.say("To be reviewed on {date}.",
                    {{"date", near_day(say, *version.plan.review_on, on.shown.today)}}));
    }
    if (version.plan.language == "cy") {
        facts.push_back(say.say("The family’s copy is in Welsh."));
    } else if (version.plan.language == "en") {
        facts.push_back(say.say("The family’s copy is in English."));
    } else {
        facts.push_back(say.say("The headings of the family’s copy are in English."));
    }
    return facts;
}

PlanBody body_of(const Planned& on, const PlanVersion& version, Marks marks) {
    PlanBody body;
    for (const auto& outcome : version.plan.outcomes) {
        OutcomeParts parts;
        parts.id = "outcome-" + std::to_string(body.outcomes.size() + 1);
        parts.better = outcome.better;
        parts.danger = outcome.danger;
        parts.actions = actions_of(on, outcome, marks);
        if (marks == Marks::shown) {
            add_marks(on, outcome, parts);
        }
        body.outcomes.push_back(std::move(parts));
    }
    for (const auto& one : version.plan.contingency) {
        body.contingency.push_back({one.happens, one.then});
    }
    for (const auto& person : version.plan.taking_part) {
        body.taking_part.push_back(person.role.empty() ? person.name
                                                       : person.name + ", " + person.role);
    }
    body.facts = facts_of(on, version);
    return body;
}

std::string title_of(const Planned& on, const PlanVersion& version, std::size_t number) {
    const std::initializer_list<words::Slot> slots{
        {"n", std::to_string(number)},
        {"date", near_day(on.say(), version.plan.on, on.shown.today)}};
    return version.plan.kind == record::PlanKind::protection
               ? on.say().say("Care and support protection plan, version {n}, agreed on {date}",
                              slots)
               : on.say().say("Care and support plan, version {n}, agreed on {date}", slots);
}

std::vector<std::string> changes_of(const Planned& on, std::size_t at) {
    std::vector<std::string> sentences;
    if (at > 0) {
        for (const auto& change : protection::changes_between(on.plans.versions[at - 1].plan,
                                                              on.plans.versions[at].plan)) {
            sentences.push_back(pages::said(on.shown.caller, change));
        }
    }
    return sentences;
}

std::vector<VersionParts> versions_of(const Planned& on) {
    std::vector<VersionParts> list;
    for (std::size_t at = on.plans.versions.size(); at-- > 0;) {
        const auto& version = on.plans.versions[at];
        VersionParts parts;
        parts.title = title_of(on, version, at + 1);
        parts.recorded =
            on.say().say("Written down by {name} at {moment}.",
                         {{"name", version.recorded_by},
                          {"moment", near_moment(on.say(), version.recorded_at, on.shown.today)}});
        parts.why = version.plan.changed;
        parts.changes = changes_of(on, at);
        parts.whole = on.shown.caller.to(
            "plan.version", {{"id", on.shown.id()}, {"entry", base::to_text(version.entry.uuid)}});
        parts.spoken_after = title_of(on, version, at + 1);
        list.push_back(std::move(parts));
    }
    return list;
}

// ---- where things stand
// ----------------------------------------------------------------------------
std::string missing_sentence(const Planned& on, const protection::MissingPlan& missing) {
    const std::initializer_list<words::Slot> slots{
        {"name", on.shown.called()}, {"date", near_day(on.say(), missing.since, on.shown.today)}};
    return missing.what == protection::PlanMissing::protection_plan
               ? on.say().say("{name} has been on the register since {date}, and there is no care "
                              "and support protection plan yet.",
                              slots)
               : on.say().say("{name} left the register on {date}, and no care and support plan "
                              "has been made since.",
                              slots);
}

std::string overdue_sentence(const Planned& on) {
    const auto overdue = protection::overdue_actions(on.plans, on.shown.today);
    return overdue.empty() ? on.say().say("Nothing in the plan is overdue.")
                           : on.say().say_n("1 thing to do in the plan is overdue.",
                                            "{n} things to do in the plan are overdue.",
                                            static_cast<long>(overdue.size()));
}

std::vector<std::string> answer_of(const Planned& on) {
    std::vector<std::string> answer;
    const auto missing =
        protection::missing_plan(on.plans, on.shown.facts().history, on.shown.today);
    if (missing) {
        answer.push_back(missing_sentence(on, *missing));
    }
    if (on.plans.current() != nullptr) {
        answer.push_back(overdue_sentence(on));
    } else if (!on.plans.endings.empty()) {
        const auto& ended = on.plans.endings.back();
        answer.push_back(on.say().say(
            "On {date} it was recorded that no plan follows: {reason}",
            {{"date", near_day(on.say(), ended.on, on.shown.today)}, {"reason", ended.reason}}));
    } else if (!missing) {
        answer.push_back(
            on.say().say("There is no plan for {name}.", {{"name", on.shown.called()}}));
    }
    return answer;
}

std::string write_words(const Planned& on) {
    const auto& say = on.say();
    const auto* holds = on.plans.current();
    const auto kind = casework::kind_of_plan_on(on.shown.facts(), on.shown.today);
    if (holds != nullptr && holds->plan.kind == kind) {
        return say.say("Change the plan");
    }
    if (kind == record::PlanKind::protection) {
        return say.say("Write the care and support protection plan");
    }
    return holds != nullptr ? say.say("Carry it on as a care and support plan")
                            : say.say("Write a care and support plan");
}

Html button_to(const Url& to, const std::string& words, std::string_view classes) {
    govuk::Button button;
    button.content = words;
    button.href = to;
    button.classes = std::string{classes};
    return govuk::render(button);
}

std::vector<Html> buttons_of(const Planned& on) {
    constexpr std::string_view secondary = "govuk-button--secondary";
    const auto& say = on.say();
    const auto& shown = on.shown;
    std::vector<Html> row;
    if (shown.may(access::Action::write_plan)) {
        row.push_back(button_to(shown.to("plan.write"), write_words(on), {}));
    }
    if (on.plans.current() != nullptr) {
        row.push_back(button_to(shown.to("plan.copy"), say.say("The family’s copy"), secondary));
    }
    if (!shown.may(access::Action::keep_register)) {
        return row;
    }
    if (shown.record.coordinator) {
        row.push_back(
            button_to(shown.to("coordinator"), say.say("Name who co-ordinates"), secondary));
    }
    const bool off =
        casework::kind_of_plan_on(shown.facts(), shown.today) == record::PlanKind::care_and_support;
    const bool something =
        on.plans.current() != nullptr ||
        protection::missing_plan(on.plans, shown.facts().history, shown.today).has_value();
    if (off && something) {
        row.push_back(
            button_to(shown.to("plan.end"), say.say("Record that no plan follows"), secondary));
    }
    return row;
}

void add_coordinator(const Planned& on, PlanParts& parts) {
    const auto& coordinator = on.shown.record.coordinator;
    if (!coordinator) {
        return;
    }
    parts.coordinator = pages::said(on.say(), *coordinator);
    if (!coordinator->missing()) {
        parts.coordinator +=
            " " + on.say().say("Since {date}.",
                               {{"date", near_day(on.say(), coordinator->since, on.shown.today)}});
    }
}

// Who is meant, where two children have one name.
std::string facts_of_child(const Planned& on) {
    const auto& person = on.shown.person();
    auto facts = born(on.say(), person);
    facts += facts.empty() ? "" : ". ";
    return facts + on.say().say("Record number") + ": " + person.number;
}

Planned planned_for(const Shown& shown) { return {shown, casework::plans_of(shown.facts())}; }

} // namespace

Html plan_of(const Shown& shown) {
    const auto on = planned_for(shown);
    PlanParts parts;
    parts.answer = answer_of(on);
    add_coordinator(on, parts);
    parts.buttons = buttons_of(on);
    if (on.plans.versions.empty() && on.plans.outline) {
        parts.outline = on.plans.outline->text;
    }
    if (const auto* holds = on.plans.current()) {
        parts.title = title_of(on, *holds, on.plans.versions.size());
        parts.body = body_of(on, *holds, Marks::shown);
        parts.body.signature = signature_of(shown.caller, holds->entry);
        if (holds->plan.brought_in) {
            parts.body.begun_with =
                begun_with(shown.caller, shown.facts(), *holds->plan.brought_in);
        }
        parts.ways_out = ways_out(shown.caller, "plan.download", {{"id", shown.id()}}, parts.title);
    }
    parts.versions = versions_of(on);
    parts.brought_in = brought_in_list(shown, record::BroughtInAs::plan);
    return child_plan(shown.say(), parts);
}

std::optional<OnPaperPart> plan_on_paper(const Shown& shown) {
    const auto on = planned_for(shown);
    const auto* holds = on.plans.current();
    if (holds == nullptr) {
        return std::nullopt;
    }
    PlanParts parts;
    add_coordinator(on, parts);
    parts.body = body_of(on, *holds, Marks::shown);
    parts.body.signature = signature_of(shown.caller, holds->entry);
    const auto name = casework::full_name(shown.person());
    return OnPaperPart{title_of(on, *holds, on.plans.versions.size()) + ": " + name,
                       plan_for_paper(on.say(), parts, facts_of_child(on))};
}

std::optional<Html> plan_version_of(const Shown& shown, base::EntryId entry) {
    const auto on = planned_for(shown);
    const auto* version = on.plans.version(entry);
    if (version == nullptr) {
        return std::nullopt;
    }
    const auto at = static_cast<std::size_t>(version - on.plans.versions.data());
    return plan_as_it_was(shown.say(), title_of(on, *version, at + 1), changes_of(on, at),
                          body_of(on, *version, Marks::left_out), shown.to("child.plan"));
}

} // namespace gweld::web::pages::child_record
