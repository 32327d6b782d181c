#include "web/pages/plans/plan_typed.h"

#include "protection/written_agreement.h"
#include "web/pages/forms/prefill.h"
#include "web/pages/forms/typed.h"
#include "words/words.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

using words::mark;

constexpr int most_slots = 60;

int slots_said(const Fields& fields, std::string_view name) {
    return std::clamp(whole_number(fields.text(name)).value_or(0), 0, most_slots);
}

// ---- to fields
// -----------------------------------------------------------------------------------
class Writing {
  public:
    void put(std::string name, std::string value) {
        fields_.push_back({std::move(name), std::move(value)});
    }
    void put(const std::string& name, const std::optional<time::CivilDate>& day) {
        if (day) {
            put_date(fields_, name, *day);
        }
    }
    void put_room(std::string name, std::size_t there, int at_least) {
        put(std::move(name), std::to_string(std::max(static_cast<int>(there) + 2, at_least)));
    }
    void outcome(const record::PlanOutcome& outcome, int number) {
        put_id(outcome_field("id", number), outcome.outcome.uuid);
        put(outcome_field("better", number), outcome.better);
        put(outcome_field("danger", number), outcome.danger);
        for (const auto& child : outcome.children) {
            put(outcome_field("child", number), base::to_text(child.uuid));
        }
        put_room(outcome_field("actions", number), outcome.actions.size(), 3);
        int at = 0;
        for (const auto& action : outcome.actions) {
            ++at;
            put_id(outcome_action_field("id", number, at), action.action.uuid);
            put(outcome_action_field("what", number, at), action.what);
            put(outcome_action_field("who", number, at), action.who);
            put(outcome_action_field("by", number, at), action.by);
        }
    }
    Fields take() { return Fields{std::move(fields_)}; }

  private:
    // What came from a document is in no plan yet and has no name of its own.
    void put_id(std::string field, base::Uuid id) {
        if (id != base::Uuid{}) {
            put(std::move(field), base::to_text(id));
        }
    }
    std::vector<Field> fields_;
};

// ---- and back
// ------------------------------------------------------------------------------------
template <class Tag> base::Id<Tag> id_in(const Answers& answers, const std::string& field) {
    return {base::parse_uuid(answers.text(field)).value_or(base::Uuid{})};
}

// The text; one that calls itself a written agreement is a fault beside it.
std::string planned_text(Answers& answers, const std::string& field) {
    auto text = answers.text(field);
    if (auto called = protection::calls_itself_agreement(text)) {
        answers.fault(field,
                      mark("“{name}” is not a way to manage risk to a child, so it cannot be part "
                           "of a plan. Write what will be done, by whom and by when"),
                      std::move(*called));
    }
    return text;
}

std::optional<record::PlanAction> action_in(Answers& answers, int outcome, int number) {
    const auto field = [&](std::string_view what) {
        return outcome_action_field(what, outcome, number);
    };
    record::PlanAction action;
    action.action = id_in<base::ActionTag>(answers, field("id"));
    action.what = planned_text(answers, field("what"));
    action.who = answers.text(field("who"));
    action.by = answers.date(field("by"), {});
    if (action.what.empty() && action.who.empty() && !action.by) {
        return std::nullopt;
    }
    if (action.what.empty()) {
        answers.fault(field("what"), mark("Say what is to be done"));
    } else if (action.who.empty()) {
        answers.fault(field("who"), mark("Say who will do it"));
    }
    return action;
}

std::vector<base::PersonId> whose(const OfferedChildren& children, const Answers& answers,
                                  int number) {
    std::vector<base::PersonId> ids;
    for (const auto& child : children) {
        if (children.size() == 1 ||
            answers.is_ticked(outcome_field("child", number), base::to_text(child->child.uuid))) {
            ids.push_back(child->child);
        }
    }
    return ids;
}

std::optional<record::PlanOutcome> outcome_in(const OfferedChildren& children, const Fields& posted,
                                              Answers& answers, int number) {
    if (answers.is_ticked(outcome_field("out", number), "yes")) {
        return std::nullopt;
    }
    record::PlanOutcome outcome;
    outcome.outcome = id_in<base::OutcomeTag>(answers, outcome_field("id", number));
    outcome.better = planned_text(answers, outcome_field("better", number));
    outcome.danger = answers.text(outcome_field("danger", number));
    for (int at = 1; at <= actions_of_outcome(posted, number); ++at) {
        if (auto action = action_in(answers, number, at)) {
            outcome.actions.push_back(std::move(*action));
        }
    }
    const bool anything =
        !outcome.better.empty() || !outcome.danger.empty() || !outcome.actions.empty();
    if (!anything) {
        return std::nullopt;
    }
    if (outcome.better.empty()) {
        answers.fault(outcome_field("better", number), mark("Write what will be better"));
    }
    outcome.children = whose(children, answers, number);
    if (outcome.children.empty()) {
        answers.fault(outcome_field("child", number), mark("Say for which child this is"));
    }
    return outcome;
}

void read_contingency(const Fields& posted, Answers& answers, record::PlanAgreed& plan) {
    for (int number = 1; number <= slots_of(posted).contingency; ++number) {
        const auto happens = numbered_field("c", number, "happens");
        const auto then = numbered_field("c", number, "then");
        record::Contingency one{planned_text(answers, happens), planned_text(answers, then)};
        if (one.happens.empty() && one.then.empty()) {
            continue;
        }
        if (one.happens.empty() || one.then.empty()) {
            answers.fault(one.happens.empty() ? happens : then,
                          mark("Write both: what may happen and what is done then"));
        }
        plan.contingency.push_back(std::move(one));
    }
}

void read_taking_part(const Fields& posted, Answers& answers, record::PlanAgreed& plan) {
    for (int number = 1; number <= slots_of(posted).taking_part; ++number) {
        const auto name = numbered_field("p", number, "name");
        record::TakingPart one{answers.text(name),
                               answers.text(numbered_field("p", number, "role"))};
        if (one.name.empty() && one.role.empty()) {
            continue;
        }
        if (one.name.empty()) {
            answers.fault(name, mark("Enter the name"));
        }
        plan.taking_part.push_back(std::move(one));
    }
}

} // namespace

std::string numbered_field(std::string_view letter, int number, std::string_view what) {
    return std::string{letter} + std::to_string(number) + "-" + std::string{what};
}
std::string outcome_field(std::string_view what, int outcome) {
    return numbered_field("o", outcome, what);
}
std::string outcome_action_field(std::string_view what, int outcome, int action) {
    return outcome_field(numbered_field("a", action, what), outcome);
}

PlanSlots slots_of(const Fields& fields) {
    return {slots_said(fields, "outcomes"), slots_said(fields, "contingency"),
            slots_said(fields, "taking-part")};
}
int actions_of_outcome(const Fields& fields, int outcome) {
    return slots_said(fields, outcome_field("actions", outcome));
}

Fields fields_of(const record::PlanAgreed& plan, time::CivilDate today) {
    Writing out;
    out.put("on", today);
    out.put("language", plan.language);
    out.put("review", plan.review_on);
    out.put("brought-in", plan.brought_in ? base::to_text(plan.brought_in->uuid) : std::string{});
    for (const auto& child : plan.children) {
        out.put("child", base::to_text(child.uuid));
    }
    out.put_room("outcomes", plan.outcomes.size(), 3);
    const auto outcomes = static_cast<int>(plan.outcomes.size());
    for (int number = 1; number <= std::max(outcomes + 2, 3); ++number) {
        if (number <= outcomes) {
            out.outcome(plan.outcomes[static_cast<std::size_t>(number - 1)], number);
        } else {
            out.put_room(outcome_field("actions", number), 0, 3);
        }
    }
    out.put_room("contingency", plan.contingency.size(), 2);
    for (int number = 1; const auto& one : plan.contingency) {
        out.put(numbered_field("c", number, "happens"), one.happens);
        out.put(numbered_field("c", number++, "then"), one.then);
    }
    out.put_room("taking-part", plan.taking_part.size(), 4);
    for (int number = 1; const auto& one : plan.taking_part) {
        out.put(numbered_field("p", number, "name"), one.name);
        out.put(numbered_field("p", number++, "role"), one.role);
    }
    return out.take();
}

record::PlanAgreed plan_typed(const OfferedChildren& children, const Fields& posted,
                              Answers& answers) {
    record::PlanAgreed plan;
    for (int number = 1; number <= slots_of(posted).outcomes; ++number) {
        if (auto outcome = outcome_in(children, posted, answers, number)) {
            plan.outcomes.push_back(std::move(*outcome));
        }
    }
    read_contingency(posted, answers, plan);
    read_taking_part(posted, answers, plan);
    plan.language = answers.text("language");
    plan.review_on = answers.date("review", {});
    plan.changed = answers.text("changed");
    return plan;
}

} // namespace gweld::web::pages
