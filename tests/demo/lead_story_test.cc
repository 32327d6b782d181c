#include "made.h"

#include "demo/register_plan.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace gweld::demo {
namespace {

constexpr std::string_view alone = "cp.visit.seen-alone";
constexpr std::string_view home = "cp.visit.seen-at-home";
constexpr std::string_view bedroom = "cp.visit.bedroom-seen";
constexpr int soon = 3; // working days: what the pages call due soon

bool met(const MadeCounty& county, base::Uuid child, std::string_view rule) {
    return county.open_duty(child, rule).met_on.has_value();
}

void the_davies_children_are_overdue(const MadeCounty& county) {
    const auto ffion = county.child("Ffion", "Davies");
    const auto osian = county.child("Osian", "Davies");
    EXPECT_EQ(county.days_left(ffion, alone), -2);
    EXPECT_EQ(county.days_left(osian, alone), -1);
    for (const auto child : {ffion, osian}) {
        EXPECT_GE(county.days_left(child, home), 0);
        EXPECT_LE(county.days_left(child, home), 2);
    }
    EXPECT_TRUE(met(county, ffion, bedroom));
    EXPECT_FALSE(met(county, osian, bedroom));
    EXPECT_GT(county.days_left(osian, bedroom), 0);
}

void kacper_and_mabli_are_due_soon(const MadeCounty& county) {
    const auto kacper = county.child("Kacper", "Nowak");
    EXPECT_EQ(county.days_left(kacper, alone), 1);
    EXPECT_GT(county.days_left(kacper, home), soon);
    EXPECT_TRUE(met(county, kacper, bedroom));
    const auto mabli = county.child("Mabli", "Rees");
    EXPECT_EQ(county.days_left(mabli, alone), 3);
    EXPECT_GE(county.days_left(mabli, home), 0);
    EXPECT_LE(county.days_left(mabli, home), 3);
    EXPECT_TRUE(met(county, mabli, bedroom));
}

// Of her fourteen children two are overdue, two are due soon and ten are neither.
void the_others_need_nothing_now(const MadeCounty& county) {
    const auto held = county.held_by("Catrin Hughes");
    EXPECT_EQ(held.size(), 14U);
    std::size_t fine = 0;
    for (const auto child : held) {
        EXPECT_TRUE(county.on_register(child));
        const bool visits_fine =
            county.days_left(child, alone) > soon && county.days_left(child, home) > soon &&
            (met(county, child, bedroom) || county.days_left(child, bedroom) > soon);
        fine += visits_fine ? 1U : 0U;
        EXPECT_GE(county.days_left(child, "cp.core-group"), 0);
        EXPECT_GE(county.days_left(child, "cp.conference.review"), 0);
    }
    EXPECT_EQ(fine, 10U);
}

void others_are_overdue_for_their_own_reasons(const MadeCounty& county) {
    EXPECT_EQ(county.days_left(county.child("Dylan", "Hopkins"), alone), -10);
    EXPECT_EQ(county.days_left(county.child("Lili", "Hopkins"), alone), -10);
    EXPECT_EQ(county.days_left(county.child("Jac", "Probert"), alone), -6);
    EXPECT_EQ(county.days_left(county.child("Seren", "Bevan"), alone), -4);
}

std::string day_named(const testing::TestParamInfo<const char*>& now) {
    constexpr std::size_t of_the_date = 10;
    auto name = "on_" + std::string{now.param, of_the_date};
    std::ranges::replace(name, '-', '_');
    return name;
}

class LeadStory : public testing::TestWithParam<const char*> {};

TEST_P(LeadStory, is_true_on_this_day) {
    const MadeCounty county{GetParam(), 1};
    the_davies_children_are_overdue(county);
    kacper_and_mabli_are_due_soon(county);
    the_others_need_nothing_now(county);
    others_are_overdue_for_their_own_reasons(county);
    const auto children = on_register(county.made.cases, county.today);
    EXPECT_GE(children, 105U);
    EXPECT_LE(children, 125U);
}

// Every day of one week, the days round Christmas and the New Year, Easter, a month's end, the end
// of February in a leap year, the night the clocks change.
INSTANTIATE_TEST_SUITE_P(Days, LeadStory,
                         testing::Values("2026-11-23T09:00:00Z", "2026-11-24T09:00:00Z",
                                         "2026-11-25T09:00:00Z", "2026-11-26T09:00:00Z",
                                         "2026-11-27T09:00:00Z", "2026-11-28T09:00:00Z",
                                         "2026-11-29T09:00:00Z", "2026-12-25T10:00:00Z",
                                         "2026-12-29T10:00:00Z", "2027-01-05T08:00:00Z",
                                         "2027-01-22T08:00:00Z", "2027-04-27T09:00:00Z",
                                         "2028-02-29T09:00:00Z", "2026-03-29T01:30:00Z"),
                         day_named);

TEST(LeadStoryToday, one_short_record_waits_to_be_written_up_and_anothers_is_overdue) {
    const auto& county = usual_county();
    const auto yusuf = county.open_duty(county.child("Yusuf", "Haddad"), "local.visit.write-up");
    EXPECT_EQ(yusuf.state, protection::DutyState::due_today);
    const auto seren = county.open_duty(county.child("Seren", "Bevan"), "local.visit.write-up");
    EXPECT_EQ(seren.state, protection::DutyState::overdue);
}

TEST(LeadStoryToday, names_that_are_hard_to_find_are_there_to_be_found) {
    const auto& county = usual_county();
    EXPECT_NO_THROW(county.child("Llŷr", "ap Rhys"));
    EXPECT_NO_THROW(county.child("Siân", "ferch Rhys"));
}

} // namespace
} // namespace gweld::demo
