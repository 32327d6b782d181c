// What was planned in the made-up county, and the gaps left in it on purpose.
#include "made.h"

#include "protection/moves.h"
#include "protection/plans.h"
#include "record/codec.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace gweld::demo {
namespace {

struct OnRegister {
    protection::History history;
    protection::Plans plans;
    std::vector<protection::Coordinator> named;
    protection::Moves moves;
};

std::map<base::Uuid, std::vector<record::Entry>> by_child() {
    std::map<base::Uuid, std::vector<record::Entry>> about;
    std::set<base::Uuid> placed;
    for (const auto& entry : usual_county().entries) {
        if (entry.kind == record::Named<record::PlacedOnRegister>::name) {
            placed.insert(entry.about.front());
        }
        for (const auto& subject : entry.about) {
            about[subject].push_back(entry);
        }
    }
    std::erase_if(about, [&](const auto& one) { return !placed.contains(one.first); });
    return about;
}

const std::vector<OnRegister>& children() {
    static const auto all = [] {
        std::vector<OnRegister> found;
        for (const auto& [id, entries] : by_child()) {
            const base::PersonId child{id};
            found.push_back({protection::history_of(child, entries, std::nullopt),
                             protection::plans_of(child, entries, std::nullopt),
                             protection::coordinators_of(child, entries, std::nullopt),
                             protection::moves_of(child, entries, std::nullopt)});
        }
        return found;
    }();
    return all;
}

std::size_t count(bool (*which)(const OnRegister& child, const protection::Registration* stay)) {
    std::size_t n = 0;
    for (const auto& child : children()) {
        n += which(child, protection::stay_on(child.history, usual_county().today)) ? 1U : 0U;
    }
    return n;
}

TEST(Planning, every_child_on_the_register_but_one_family_has_somebody_named) {
    const auto nobody = count([](const auto& child, const auto* stay) {
        return stay != nullptr &&
               protection::coordinator_on(child.named, *stay, usual_county().today) == nullptr;
    });
    EXPECT_GE(nobody, 1U);
    EXPECT_LE(nobody, 5U);
}

TEST(Planning, most_children_on_the_register_have_a_plan_with_marks_and_some_have_versions) {
    const auto on_register = count([](const auto&, const auto* stay) { return stay != nullptr; });
    const auto planned = count([](const auto& child, const auto* stay) {
        return stay != nullptr && child.plans.current() != nullptr;
    });
    EXPECT_GT(planned * 100, on_register * 70);
    EXPECT_LT(planned, on_register);
    EXPECT_GT(count([](const auto& child, const auto* stay) {
                  return stay != nullptr && child.plans.progress.size() > 1;
              }),
              20U);
    EXPECT_GT(count([](const auto& child, const auto* stay) {
                  return stay != nullptr && child.plans.versions.size() > 1;
              }),
              10U);
}

TEST(Planning, some_things_are_overdue_and_most_are_not) {
    std::size_t overdue = 0;
    std::size_t all = 0;
    for (const auto& child : children()) {
        if (const auto* plan = child.plans.current()) {
            overdue += protection::overdue_actions(child.plans, usual_county().today).size();
            for (const auto& outcome : plan->plan.outcomes) {
                all += outcome.actions.size();
            }
        }
    }
    EXPECT_GT(overdue, 5U);
    EXPECT_LT(overdue * 4, all);
}

TEST(Planning, after_the_register_most_have_a_plan_and_a_few_have_nothing) {
    const auto missing = count([](const auto& child, const auto* stay) {
        const auto found =
            protection::missing_plan(child.plans, child.history, usual_county().today);
        return stay == nullptr && found.has_value() &&
               child.history.registrations.back().start > usual_county().today.plus_days(-400);
    });
    EXPECT_GE(missing, 1U);
    EXPECT_LE(missing, 40U);
    EXPECT_GT(count([](const auto& child, const auto*) {
                  return child.plans.current() != nullptr &&
                         child.plans.current()->plan.kind == record::PlanKind::care_and_support;
              }),
              20U);
}

TEST(Planning, a_child_is_away_and_another_leaves_for_good) {
    EXPECT_GE(count([](const auto& child, const auto* stay) {
                  return stay != nullptr && protection::away_on(child.moves, stay->entry,
                                                                usual_county().today) != nullptr;
              }),
              1U);
    EXPECT_GE(count([](const auto& child, const auto* stay) {
                  return stay != nullptr &&
                         protection::leaving_from(child.moves, stay->entry) != nullptr;
              }),
              1U);
}

TEST(Planning, no_piece_of_a_plan_was_left_unfilled) {
    for (const auto& child : children()) {
        for (const auto& version : child.plans.versions) {
            EXPECT_EQ(record::encode(version.plan).find("{child}"), std::string::npos);
            EXPECT_EQ(record::encode(version.plan).find("{carer}"), std::string::npos);
            EXPECT_FALSE(version.plan.outcomes.empty());
        }
    }
}

} // namespace
} // namespace gweld::demo
