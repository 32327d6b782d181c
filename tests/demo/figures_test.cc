#include "made.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace gweld::demo {
namespace {

constexpr std::string_view seen_alone = "cp.visit.seen-alone";

time::CivilDate months_back(time::CivilDate today, int months) {
    const auto ymd = today.ymd();
    return time::CivilDate{ymd.year() / ymd.month() / std::chrono::day{1}}.plus_months_clipped(
        -months);
}

// From the first of the month so many months back to the last of the month before `until` back.
measure::Tally tally_of(const MadeCounty& county, std::string_view rule, int from, int until) {
    const measure::Period period{months_back(county.today, from),
                                 months_back(county.today, until).plus_days(-1)};
    measure::Tally all;
    for (const auto& child : county.duties(rule)) {
        all += measure::tally(child, period, county.today);
    }
    return all;
}

double percent(const measure::Tally& tally) { return tally.percent_on_time().value(); }

double percent_recorded_late(const measure::Tally& tally) {
    return 100.0 * static_cast<double>(tally.on_time_recorded_late) /
           static_cast<double>(tally.due);
}

TEST(Figures, about_two_in_three_duties_to_see_a_child_alone_were_met_in_time) {
    const auto year = tally_of(usual_county(), seen_alone, 12, 0);
    EXPECT_GT(year.due, 2000);
    EXPECT_GE(percent(year), 60.0);
    EXPECT_LE(percent(year), 75.0);
    EXPECT_EQ(year.undetermined, 0);
}

TEST(Figures, were_good_until_two_posts_fell_empty_and_bad_since) {
    const auto before = percent(tally_of(usual_county(), seen_alone, 24, 7));
    const auto since = percent(tally_of(usual_county(), seen_alone, 7, 0));
    EXPECT_GT(before, 76.0);
    EXPECT_LT(before, 85.0);
    EXPECT_LT(since, 68.0);
    EXPECT_GT(since, 55.0);
}

TEST(Figures, show_visits_recorded_after_they_were_due) {
    const auto year = tally_of(usual_county(), seen_alone, 12, 0);
    EXPECT_GE(percent_recorded_late(year), 5.0);
    EXPECT_LE(percent_recorded_late(year), 9.0);
    EXPECT_GT(year.late, 0);
    EXPECT_GT(year.not_met, 0);
}

TEST(Figures, are_better_at_home_than_alone_and_no_rule_is_perfect) {
    const auto home = tally_of(usual_county(), "cp.visit.seen-at-home", 12, 0);
    EXPECT_GT(percent(home), 82.0);
    EXPECT_LT(percent(home), 97.0);
    for (const auto rule : protection::tracked_rules()) {
        const auto year = tally_of(usual_county(), rule, 12, 0);
        EXPECT_GT(year.due, 30) << rule;
        EXPECT_LT(percent(year), 99.0) << rule;
        EXPECT_GT(percent(year), 55.0) << rule;
    }
}

TEST(Figures, hold_for_other_seeds_and_other_days) {
    for (const auto& [now, seed] :
         {std::pair{"2026-03-02T10:00:00Z", 1}, {"2027-07-16T08:30:00Z", 7}}) {
        const MadeCounty county{now, static_cast<std::uint64_t>(seed)};
        const auto year = percent(tally_of(county, seen_alone, 12, 0));
        EXPECT_GE(year, 60.0) << now;
        EXPECT_LE(year, 75.0) << now;
        const auto children = county.registered_on(county.today);
        EXPECT_GE(children, 105U) << now;
        EXPECT_LE(children, 125U) << now;
    }
}

TEST(Workforce, everyone_who_holds_families_holds_eight_to_sixteen_children) {
    const auto& county = usual_county();
    std::size_t holding = 0;
    std::size_t children = 0;
    for (const auto& worker : county.made.staff.workers) {
        const auto held = county.held_by(worker.name).size();
        if (worker.team == assessment) { // who have families of no register
            EXPECT_LE(held, 16U) << worker.name;
        } else if (held > 0) {
            ++holding;
            children += held;
            EXPECT_GE(held, 8U) << worker.name;
            EXPECT_LE(held, 16U) << worker.name;
        }
    }
    EXPECT_EQ(holding, 11U);
    EXPECT_GE(children, county.registered_on(county.today) - 2);
}

TEST(Workforce, two_children_on_the_register_have_no_social_worker) {
    const auto& county = usual_county();
    std::set<base::Uuid> held;
    for (const auto& worker : county.made.staff.workers) {
        const auto children = county.held_by(worker.name);
        held.insert(children.begin(), children.end());
    }
    std::set<std::string> without;
    for (const auto& [id, person] : county.people) {
        if (county.on_register(id) && !held.contains(id)) {
            without.insert(person.forename + ' ' + person.surname);
        }
    }
    EXPECT_EQ(without, (std::set<std::string>{"Dylan Hopkins", "Lili Hopkins"}));
}

TEST(Workforce, nobody_has_two_social_workers_at_once) {
    const auto& county = usual_county();
    for (const auto& a : county.allocations) {
        EXPECT_TRUE(!a.days.until || a.days.from < *a.days.until);
        for (const auto& b : county.allocations) {
            if (&a != &b && a.child == b.child && a.days.from <= b.days.from) {
                EXPECT_TRUE(a.days.until && *a.days.until <= b.days.from);
            }
        }
    }
}

} // namespace
} // namespace gweld::demo
