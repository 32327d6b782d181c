#include "casework/plans.h"

#include "casework/enquiry_checks.h"
#include "protection/written_agreement.h"

#include <set>

namespace gweld::casework {

namespace {

using record::PlanAgreed;
using record::PlanKind;
using PlanFault = std::optional<PlanNonsense>;

bool has(const std::vector<PersonId>& children, PersonId child) {
    return std::ranges::find(children, child) != children.end();
}

// ---- the plan in itself
// --------------------------------------------------------------------------
PlanFault wrong_in(const record::PlanAction& action) {
    if (action.what.empty()) {
        return PlanNonsense::action_unsaid;
    }
    return action.who.empty() ? PlanFault{PlanNonsense::action_without_doer} : std::nullopt;
}

PlanFault wrong_in(const record::PlanOutcome& outcome, const PlanAgreed& plan) {
    if (outcome.better.empty()) {
        return PlanNonsense::outcome_unsaid;
    }
    if (outcome.children.empty() || std::ranges::any_of(outcome.children, [&](PersonId child) {
            return !has(plan.children, child);
        })) {
        return PlanNonsense::outcome_of_nobody;
    }
    for (const auto& action : outcome.actions) {
        if (const auto wrong = wrong_in(action)) {
            return wrong;
        }
    }
    return std::nullopt;
}

bool somebody_without_outcome(const PlanAgreed& plan) {
    return std::ranges::any_of(plan.children, [&](PersonId child) {
        return std::ranges::none_of(
            plan.outcomes, [&](const auto& outcome) { return has(outcome.children, child); });
    });
}

PlanFault wrong_in_outcomes(const PlanAgreed& plan) {
    for (const auto& outcome : plan.outcomes) {
        if (const auto wrong = wrong_in(outcome, plan)) {
            return wrong;
        }
    }
    return somebody_without_outcome(plan) ? PlanFault{PlanNonsense::no_outcome} : std::nullopt;
}

PlanFault wrong_in_review(const PlanAgreed& plan) {
    if (plan.kind == PlanKind::care_and_support && !plan.review_on) {
        return PlanNonsense::no_review_day;
    }
    return plan.review_on && *plan.review_on <= plan.on ? PlanFault{PlanNonsense::review_not_later}
                                                        : std::nullopt;
}

bool holds_an_agreement(const PlanAgreed& plan) {
    using protection::calls_itself_agreement;
    const bool in_outcomes = std::ranges::any_of(plan.outcomes, [](const auto& outcome) {
        return calls_itself_agreement(outcome.better) ||
               std::ranges::any_of(outcome.actions, [](const auto& action) {
                   return calls_itself_agreement(action.what).has_value();
               });
    });
    return in_outcomes || std::ranges::any_of(plan.contingency, [](const auto& one) {
               return calls_itself_agreement(one.happens) || calls_itself_agreement(one.then);
           });
}

PlanFault wrong_in(const PlanAgreed& plan, CivilDate today) {
    if (plan.children.empty() || names_one_twice(uuids_of(plan.children))) {
        return PlanNonsense::no_children;
    }
    if (plan.on > today) {
        return PlanNonsense::date_in_future;
    }
    if (const auto wrong = wrong_in_outcomes(plan)) {
        return wrong;
    }
    if (std::ranges::any_of(plan.contingency, [](const auto& one) {
            return one.happens.empty() || one.then.empty();
        })) {
        return PlanNonsense::contingency_unsaid;
    }
    if (holds_an_agreement(plan)) {
        return PlanNonsense::written_agreement;
    }
    return wrong_in_review(plan);
}

// ---- against the record
// ----------------------------------------------------------------------------
PlanFault wrong_kind(const Facts& child, const PlanAgreed& plan) {
    if (plan.kind == PlanKind::protection) {
        return on_register(child, plan.on) ? std::nullopt
                                           : PlanFault{PlanNonsense::not_on_register};
    }
    return kind_of_plan_on(child, plan.on) == PlanKind::care_and_support
               ? std::nullopt
               : PlanFault{PlanNonsense::on_register};
}

PlanFault does_not_follow(const FamilyFacts& children, const PlanAgreed& plan,
                          std::optional<base::EntryId> follows) {
    bool somebody_had_it = !follows;
    for (const auto& child : children) {
        const auto plans = plans_of(*child);
        const auto* holds = plans.current();
        if (holds == nullptr) {
            continue;
        }
        if (!follows || holds->entry != *follows) {
            return PlanNonsense::another_plan_holds;
        }
        somebody_had_it = true;
        if (plan.on < holds->plan.on) {
            return PlanNonsense::before_the_last_version;
        }
    }
    return somebody_had_it ? std::nullopt : PlanFault{PlanNonsense::another_plan_holds};
}

std::optional<PlanAgreed> before_it(const FamilyFacts& children,
                                    std::optional<base::EntryId> follows) {
    for (const auto& child : children) {
        if (auto document = follows ? document_of(*child, *follows) : std::nullopt) {
            return document;
        }
    }
    return std::nullopt;
}

bool says_the_same(PlanAgreed before, const PlanAgreed& after) {
    before.on = after.on;
    before.changed = after.changed;
    return record::encode(before) == record::encode(after);
}

// A new id is made of the form's own key and the place in it.
class Ids {
  public:
    Ids(const std::optional<PlanAgreed>& before, std::string key) : key_{std::move(key)} {
        if (!before) {
            return;
        }
        for (const auto& outcome : before->outcomes) {
            known_.insert(outcome.outcome.uuid);
            for (const auto& action : outcome.actions) {
                known_.insert(action.action.uuid);
            }
        }
    }
    PlanAgreed given(PlanAgreed plan) {
        for (auto& outcome : plan.outcomes) {
            settle(outcome.outcome);
            for (auto& action : outcome.actions) {
                settle(action.action);
            }
        }
        return plan;
    }

  private:
    template <class Tag> void settle(base::Id<Tag>& id) {
        ++place_;
        if (known_.erase(id.uuid) == 0) {
            id.uuid = base::uuid_of("gweld", "plan", key_ + " " + std::to_string(place_));
        }
    }
    std::set<Uuid> known_; // each is given once
    std::string key_;
    int place_ = 0;
};

bool is_planned(const protection::Plans& plans, base::ActionId action) {
    const auto* holds = plans.current();
    return holds != nullptr && std::ranges::any_of(holds->plan.outcomes, [&](const auto& outcome) {
               return std::ranges::find(outcome.actions, action, &record::PlanAction::action) !=
                      outcome.actions.end();
           });
}

PlanFault cannot_mark(const Facts& child, const record::PlanActionMarked& marked) {
    const auto plans = plans_of(child);
    if (!is_planned(plans, marked.action)) {
        return PlanNonsense::no_such_action;
    }
    const auto mark = plans.marks.find(marked.action);
    const auto now = mark == plans.marks.end() ? record::ActionCame::to_do : mark->second.came;
    return now == marked.came ? PlanFault{PlanNonsense::marked_so_already} : std::nullopt;
}

PlanFault cannot_end(const Facts& child, CivilDate on, CivilDate today) {
    if (kind_of_plan_on(child, on) == PlanKind::protection) {
        return PlanNonsense::on_register;
    }
    const auto plans = plans_of(child);
    if (const auto* holds = plans.current()) {
        return on < holds->plan.on ? PlanFault{PlanNonsense::before_the_last_version}
                                   : std::nullopt;
    }
    return protection::missing_plan(plans, child.history, today)
               ? std::nullopt
               : PlanFault{PlanNonsense::no_plan_to_end};
}

PlanAnswer refuse(PlanNonsense nonsense) { return base::Err{PlanRefused{nonsense}}; }

} // namespace

PlanAnswer write_plan(Office& office, const access::Viewer& viewer, const PlanAgreed& plan,
                      std::optional<base::EntryId> follows, const Saw& saw) {
    if (const auto wrong = wrong_in(plan, office.today())) {
        return refuse(*wrong);
    }
    auto keyed = saw;
    if (keyed.idempotency_key.empty()) {
        keyed.idempotency_key = base::to_text(fresh_id(office));
    }
    const auto about = uuids_of(plan.children);
    return take_step<PlanNonsense>(
        office, viewer, {access::Action::write_plan, "write-plan", about}, keyed,
        [&](const FamilyFacts& children) -> PlanFault {
            for (const auto& child : children) {
                if (const auto wrong = wrong_kind(*child, plan)) {
                    return wrong;
                }
            }
            if (const auto wrong = does_not_follow(children, plan, follows)) {
                return wrong;
            }
            const auto before = before_it(children, follows);
            if (before && says_the_same(*before, plan)) {
                return PlanNonsense::nothing_changed;
            }
            return before && plan.changed.empty() ? PlanFault{PlanNonsense::no_reason}
                                                  : std::nullopt;
        },
        [&](const FamilyFacts& children) {
            Ids ids{before_it(children, follows), keyed.idempotency_key};
            return std::vector{draft_about(office, viewer, about, plan.on, ids.given(plan))};
        });
}

PlanAnswer mark_action(Office& office, const access::Viewer& viewer,
                       const std::vector<PersonId>& children,
                       const record::PlanActionMarked& marked, const Saw& saw) {
    const auto about = uuids_of(children);
    if (about.empty() || names_one_twice(about)) {
        return refuse(PlanNonsense::no_children);
    }
    if (marked.on > office.today()) {
        return refuse(PlanNonsense::date_in_future);
    }
    return take_step<PlanNonsense>(
        office, viewer, {access::Action::write_plan, "mark-action", about}, saw,
        [&](const FamilyFacts& facts) -> PlanFault {
            for (const auto& child : facts) {
                if (const auto wrong = cannot_mark(*child, marked)) {
                    return wrong;
                }
            }
            return std::nullopt;
        },
        [&](const FamilyFacts&) {
            return std::vector{draft_about(office, viewer, about, marked.on, marked)};
        });
}

PlanAnswer end_plan(Office& office, const access::Viewer& viewer, PersonId child,
                    const record::PlanEnded& ended, const Saw& saw) {
    const auto today = office.today();
    if (ended.reason.empty()) {
        return refuse(PlanNonsense::no_reason);
    }
    if (ended.on > today) {
        return refuse(PlanNonsense::date_in_future);
    }
    return take_step<PlanNonsense>(
        office, viewer, {access::Action::keep_register, "end-plan", {child.uuid}}, saw,
        [&](const FamilyFacts& facts) { return cannot_end(*facts.front(), ended.on, today); },
        [&](const FamilyFacts&) {
            return std::vector{draft_about(office, viewer, {child.uuid}, ended.on, ended)};
        });
}

PlanKind kind_of_plan_on(const Facts& child, CivilDate day) {
    return on_register(child, day) && on_register(child, day.next_day())
               ? PlanKind::protection
               : PlanKind::care_and_support;
}

protection::Plans plans_of(const Facts& child) {
    return protection::plans_of(child.child, child.entries, std::nullopt);
}

std::optional<PlanAgreed> document_of(const Facts& child, base::EntryId version) {
    const auto entry = std::ranges::find(child.entries, version.uuid, &record::Entry::id);
    if (entry == child.entries.end() || entry->kind != record::Named<PlanAgreed>::name) {
        return std::nullopt;
    }
    return record::body_of<PlanAgreed>(*entry);
}

} // namespace gweld::casework
