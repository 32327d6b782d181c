#include "protection/plan_changes.h"

#include <algorithm>

namespace gweld::protection {
namespace {

using record::Contingency;
using record::PlanAction;
using record::PlanAgreed;
using record::PlanOutcome;
using record::TakingPart;

bool same(const PlanAction& a, const PlanAction& b) {
    return a.what == b.what && a.who == b.who && a.by == b.by;
}
bool same(const Contingency& a, const Contingency& b) {
    return a.happens == b.happens && a.then == b.then;
}
bool same(const TakingPart& a, const TakingPart& b) { return a.name == b.name && a.role == b.role; }
std::string text_of(const Contingency& one) { return one.happens + ": " + one.then; }
std::string text_of(const TakingPart& one) {
    return one.role.empty() ? one.name : one.name + ", " + one.role;
}
std::string text_of(const std::optional<time::CivilDate>& day) {
    return day ? time::to_iso(*day) : std::string{};
}

template <class Part, class Id, class Member>
const Part* with_id(const std::vector<Part>& parts, Id id, Member member) {
    const auto found = std::ranges::find(parts, id, member);
    return found == parts.end() ? nullptr : &*found;
}

class Comparing {
  public:
    explicit Comparing(std::vector<PlanChange>& changes) : changes_{changes} {}

    void outcomes(const PlanAgreed& before, const PlanAgreed& after) {
        for (const auto& now : after.outcomes) {
            const auto* was = with_id(before.outcomes, now.outcome, &PlanOutcome::outcome);
            if (was == nullptr) {
                add(PlanChanged::outcome_added, {}, now.better);
                continue;
            }
            reworded(PlanChanged::outcome_reworded, was->better, now.better);
            reworded(PlanChanged::danger_reworded, was->danger, now.danger);
            actions(*was, now);
        }
        for (const auto& was : before.outcomes) {
            if (with_id(after.outcomes, was.outcome, &PlanOutcome::outcome) == nullptr) {
                add(PlanChanged::outcome_taken_out, was.better, {});
            }
        }
    }
    // Those without their like on the other side.
    template <class Part>
    void parts(const std::vector<Part>& before, const std::vector<Part>& after, PlanChanged added,
               PlanChanged taken_out) {
        const auto missing = [](const std::vector<Part>& from, const Part& part) {
            return std::ranges::none_of(from, [&](const Part& one) { return same(one, part); });
        };
        for (const auto& now : after) {
            if (missing(before, now)) {
                add(added, {}, text_of(now));
            }
        }
        for (const auto& was : before) {
            if (missing(after, was)) {
                add(taken_out, text_of(was), {});
            }
        }
    }
    void reworded(PlanChanged what, const std::string& before, const std::string& after) {
        if (before != after) {
            add(what, before, after);
        }
    }
    void add(PlanChanged what, std::string before, std::string after) {
        changes_.push_back({what, std::move(before), std::move(after)});
    }

  private:
    void actions(const PlanOutcome& before, const PlanOutcome& after) {
        for (const auto& now : after.actions) {
            const auto* was = with_id(before.actions, now.action, &PlanAction::action);
            if (was == nullptr) {
                changes_.push_back({PlanChanged::action_added, {}, now.what, nullptr, &now});
            } else if (!same(*was, now)) {
                changes_.push_back({PlanChanged::action_changed, was->what, now.what, was, &now});
            }
        }
        for (const auto& was : before.actions) {
            if (with_id(after.actions, was.action, &PlanAction::action) == nullptr) {
                changes_.push_back({PlanChanged::action_taken_out, was.what, {}, &was, nullptr});
            }
        }
    }

    std::vector<PlanChange>& changes_;
};

} // namespace

std::vector<PlanChange> changes_between(const PlanAgreed& before, const PlanAgreed& after) {
    std::vector<PlanChange> changes;
    Comparing compare{changes};
    if (before.kind != after.kind) {
        compare.add(PlanChanged::kind, {}, {});
    }
    compare.outcomes(before, after);
    compare.parts(before.contingency, after.contingency, PlanChanged::contingency_added,
                  PlanChanged::contingency_taken_out);
    compare.parts(before.taking_part, after.taking_part, PlanChanged::person_added,
                  PlanChanged::person_taken_out);
    compare.reworded(PlanChanged::review_day, text_of(before.review_on), text_of(after.review_on));
    compare.reworded(PlanChanged::language, before.language, after.language);
    return changes;
}

} // namespace gweld::protection
