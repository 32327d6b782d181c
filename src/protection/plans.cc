#include "protection/plans.h"

#include "protection/chains.h"
#include "record/codec.h"

#include <algorithm>
#include <set>

namespace gweld::protection {
namespace {

using record::Entry;

record::PlanAgreed part_of(PersonId child, record::PlanAgreed plan) {
    std::erase_if(plan.outcomes, [&](const auto& outcome) {
        return std::ranges::find(outcome.children, child) == outcome.children.end();
    });
    return plan;
}

class PlanFold {
  public:
    PlanFold(PersonId child, std::span<const Entry> entries, std::optional<Instant> known_at)
        : child_{child}, chains_{child, entries, known_at} {}

    Plans result() {
        for (std::size_t at = 0; at < chains_.size(); ++at) {
            if (chains_.of_kind<record::PlanAgreed>(at)) {
                version(*chains_[at].back(), chains_[at].front()->seq);
            } else if (chains_.of_kind<record::PlanActionMarked>(at)) {
                mark(*chains_[at].back());
            } else if (chains_.of_kind<record::PlanEnded>(at)) {
                ending(*chains_[at].back());
            } else if (chains_.of_kind<record::CoreGroupMet>(at)) {
                core_group(*chains_[at].back());
            } else if (chains_.of_kind<record::ConferenceHeld>(at)) {
                conference(*chains_[at].back());
            }
        }
        finish();
        return std::move(plans_);
    }

  private:
    void version(const Entry& entry, std::int64_t seq) {
        plans_.versions.push_back({EntryId{entry.id},
                                   part_of(child_, record::body_of<record::PlanAgreed>(entry)),
                                   entry.recorded_at, entry.recorded_by.name, seq});
    }
    void mark(const Entry& entry) {
        const auto marked = record::body_of<record::PlanActionMarked>(entry);
        plans_.marks.insert_or_assign(
            marked.action,
            ActionMark{marked.came, marked.on, marked.words, entry.recorded_by.name});
    }
    void ending(const Entry& entry) {
        auto ended = record::body_of<record::PlanEnded>(entry);
        plans_.endings.push_back({ended.on, std::move(ended.reason), entry.seq});
    }
    void core_group(const Entry& entry) {
        auto met = record::body_of<record::CoreGroupMet>(entry);
        if (!met.outcomes.empty()) {
            plans_.progress.push_back({EntryId{entry.id}, met.on, std::move(met.outcomes)});
        }
    }
    void conference(const Entry& entry) {
        auto held = record::body_of<record::ConferenceHeld>(entry);
        if (!held.outline_plan.empty() && (!plans_.outline || plans_.outline->on <= held.on)) {
            plans_.outline = OutlinePlan{held.on, std::move(held.outline_plan)};
        }
    }
    // What a meeting said of a brother's outcome is not this child's.
    void finish() {
        std::ranges::stable_sort(plans_.versions, {}, [](const PlanVersion& version) {
            return std::pair{version.plan.on, version.seq};
        });
        std::set<OutcomeId> own;
        for (const auto& version : plans_.versions) {
            for (const auto& outcome : version.plan.outcomes) {
                own.insert(outcome.outcome);
            }
        }
        for (auto& meeting : plans_.progress) {
            std::erase_if(meeting.outcomes,
                          [&](const auto& said) { return !own.contains(said.outcome); });
        }
        std::erase_if(plans_.progress,
                      [](const auto& meeting) { return meeting.outcomes.empty(); });
        std::ranges::stable_sort(plans_.progress, {}, &GroupProgress::on);
    }

    PersonId child_;
    Chains chains_;
    Plans plans_;
};

bool ended_since(const Plans& plans, CivilDate day) {
    return std::ranges::any_of(plans.endings,
                               [&](const PlanEnding& ending) { return ending.on >= day; });
}

bool agreed_since(const Plans& plans, record::PlanKind kind, CivilDate day) {
    return std::ranges::any_of(plans.versions, [&](const PlanVersion& version) {
        return version.plan.kind == kind && version.plan.on >= day;
    });
}

} // namespace

const PlanVersion* Plans::version(EntryId entry) const {
    const auto found = std::ranges::find(versions, entry, &PlanVersion::entry);
    return found == versions.end() ? nullptr : &*found;
}

const PlanVersion* Plans::current() const {
    if (versions.empty()) {
        return nullptr;
    }
    const auto& last = versions.back();
    const bool ended = std::ranges::any_of(
        endings, [&](const PlanEnding& ending) { return ending.seq > last.seq; });
    return ended ? nullptr : &last;
}

Plans plans_of(PersonId child, std::span<const Entry> entries, std::optional<Instant> known_at) {
    return PlanFold{child, entries, known_at}.result();
}

ActionState state_of(const Plans& plans, const record::PlanAction& action, CivilDate today) {
    const auto marked = plans.marks.find(action.action);
    if (marked != plans.marks.end() && marked->second.came != record::ActionCame::to_do) {
        return marked->second.came == record::ActionCame::done ? ActionState::done
                                                               : ActionState::not_done;
    }
    return action.by && *action.by < today ? ActionState::overdue : ActionState::to_do;
}

std::vector<OverdueAction> overdue_actions(const Plans& plans, CivilDate today) {
    std::vector<OverdueAction> found;
    if (const auto* current = plans.current()) {
        for (const auto& outcome : current->plan.outcomes) {
            for (const auto& action : outcome.actions) {
                if (state_of(plans, action, today) == ActionState::overdue) {
                    found.push_back({&outcome, &action});
                }
            }
        }
    }
    std::ranges::stable_sort(found, {}, [](const OverdueAction& one) { return *one.action->by; });
    return found;
}

std::optional<MissingPlan> missing_plan(const Plans& plans, const History& history,
                                        CivilDate today) {
    using record::PlanKind;
    if (const auto* stay = stay_on(history, today)) {
        return agreed_since(plans, PlanKind::protection, stay->start)
                   ? std::nullopt
                   : std::optional{MissingPlan{PlanMissing::protection_plan, stay->start}};
    }
    const Registration* last = nullptr;
    for (const auto& stay : history.registrations) {
        last = stay.end && *stay.end <= today ? &stay : last;
    }
    if (last == nullptr || last->ground != record::GroundForRemoval::decided_at_review_conference) {
        return std::nullopt;
    }
    const auto conference = last->end->plus_days(-1);
    if (agreed_since(plans, PlanKind::care_and_support, conference) ||
        ended_since(plans, conference)) {
        return std::nullopt;
    }
    return MissingPlan{PlanMissing::care_and_support_plan, *last->end};
}

std::vector<Coordinator> coordinators_of(PersonId child, std::span<const Entry> entries,
                                         std::optional<Instant> known_at) {
    const Chains chains{child, entries, known_at};
    std::vector<Coordinator> named;
    for (std::size_t at = 0; at < chains.size(); ++at) {
        if (chains.of_kind<record::CoordinatorNamed>(at)) {
            const auto& entry = *chains[at].back();
            const auto naming = record::body_of<record::CoordinatorNamed>(entry);
            named.push_back({EntryId{entry.id}, naming.worker, naming.from});
        }
    }
    std::ranges::stable_sort(named, {}, &Coordinator::from);
    return named;
}

const Coordinator* coordinator_on(const std::vector<Coordinator>& named, const Registration& stay,
                                  CivilDate day) {
    const Coordinator* found = nullptr;
    for (const auto& one : named) {
        found = one.from >= stay.start && one.from <= day ? &one : found;
    }
    return found;
}

const Registration* stay_on(const History& history, CivilDate day) {
    const auto found = std::ranges::find_if(history.registrations, [&](const auto& stay) {
        return time::Span{stay.start, stay.end}.contains(day);
    });
    return found == history.registrations.end() ? nullptr : &*found;
}

} // namespace gweld::protection
