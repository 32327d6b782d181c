// The bulk path against the page path: the same duties for every child, whatever their history.
#include "../protection/story.h"

#include "measure/bulk.h"

#include <gtest/gtest.h>
#include <random>

namespace gweld::story {
namespace {

using measure::BulkDuty;
using measure::BulkRule;

struct Chance {
    std::mt19937 source;
    int below(int n) { return static_cast<int>(source() % static_cast<std::uint32_t>(n)); }
    bool one_in(int n) { return below(n) == 0; }
};

std::optional<Instant> some_recording(Chance& chance, CivilDate day) {
    return chance.one_in(6)
               ? std::nullopt
               : std::optional{time::start_of_day_in_wales(day.plus_days(chance.below(20)))};
}

protection::VisitVersion some_version(Chance& chance, CivilDate day) {
    const auto answer = [&] { return chance.one_in(3) ? Answer::no : Answer::yes; };
    return {entry_id(1),
            day,
            answer(),
            answer(),
            answer(),
            chance.one_in(3) ? Place::not_recorded : Place::home,
            some_recording(chance, day)};
}

History some_history(std::uint32_t seed) {
    Chance chance{std::mt19937{seed}};
    History history;
    CivilDate day = on("2026-01-05").plus_days(chance.below(60));
    for (int stays = 1 + chance.below(3); stays > 0; --stays) {
        auto stay = registered("2026-01-05");
        stay.start = day;
        day = day.plus_days(chance.below(150));
        if (stays > 1 || chance.one_in(2)) {
            stay.end = day;
        }
        stay.imported = chance.one_in(3);
        history.registrations.push_back(stay);
        day = std::max(stay.start, day.plus_days(chance.below(30) - 8));
    }
    for (day = on("2026-01-01"); day < on("2027-01-31"); day = day.plus_days(chance.below(16))) {
        protection::Visit visit{{some_version(chance, day)}};
        while (chance.one_in(4)) {
            visit.versions.push_back(
                some_version(chance, chance.one_in(3) ? day.plus_days(-1) : day));
            visit.versions.back().on = visit.versions.front().on;
        }
        history.visits.push_back(visit);
        if (chance.one_in(5)) {
            history.core_groups.push_back({entry_id(3), day, some_recording(chance, day), {}});
        }
        if (chance.one_in(8)) {
            history.conferences.push_back({entry_id(2), day, some_recording(chance, day),
                                           chance.one_in(4) ? record::ConferenceType::initial
                                                            : record::ConferenceType::review});
        }
    }
    return history;
}

std::vector<BulkDuty> by_the_page(const History& history, CivilDate as_of,
                                  protection::Coverage coverage) {
    std::vector<BulkDuty> duties;
    for (std::size_t rule = 0; rule < measure::bulk_rules; ++rule) {
        const auto id = protection::tracked_rules()[rule];
        for (const auto& duty :
             protection::duties_of(history, *book().card(id), book(), as_of, coverage)) {
            duties.push_back({static_cast<BulkRule>(rule), duty.anchor.day_number(),
                              duty.due_by ? duty.due_by->day_number() : protection::cannot_say,
                              duty.state});
        }
    }
    return duties;
}

TEST(Bulk, answers_for_every_child_as_the_page_does) {
    const auto tables = measure::bulk_tables(book(), on("2025-12-01"), on("2027-02-28"));
    for (std::uint32_t seed = 1; seed <= 300; ++seed) {
        const auto history = some_history(seed);
        const auto as_of = on("2026-01-20").plus_days(static_cast<int>(seed) + 60);
        const protection::Coverage coverage{seed % 3 == 0, seed % 2 == 0};
        measure::CountyColumns columns;
        measure::add_child(columns, some_history(seed + 1000), coverage);
        measure::add_child(columns, history, coverage);
        ASSERT_EQ(columns.children(), 2U);
        EXPECT_TRUE(measure::bulk_duties_of(columns, 1, tables, as_of) ==
                    by_the_page(history, as_of, coverage))
            << "seed " << seed;
    }
}

TEST(Bulk, a_visit_put_right_has_a_row_for_each_day_a_condition_was_recorded) {
    History history;
    history.registrations = {registered("2026-11-02")};
    history.visits = {{{version("2026-11-12", "seen home", noon("2026-11-12")),
                        version("2026-11-12", "seen home alone", noon("2026-12-01"))}}};
    measure::CountyColumns columns;
    measure::add_child(columns, history, {true});
    ASSERT_EQ(columns.visits.on.size(), 2U);
    EXPECT_EQ(columns.visits.shows[0], measure::shows_seen_at_home);
    EXPECT_EQ(columns.visits.shows[1], measure::shows_seen_alone);
}

TEST(Bulk, adds_up_what_the_children_have) {
    const auto tables = measure::bulk_tables(book(), on("2025-12-01"), on("2027-02-28"));
    const auto as_of = on("2026-10-01");
    const measure::Period period{on("2026-04-01"), on("2026-06-30")};
    measure::CountyColumns columns;
    measure::BulkAnswer sum{};
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const auto history = some_history(seed);
        measure::add_child(columns, history, {true});
        for (const auto& duty : by_the_page(history, as_of, {true})) {
            auto& tally = sum[static_cast<std::size_t>(duty.rule)];
            ++tally.by_state[static_cast<std::size_t>(duty.state)];
            if (period.from.day_number() <= duty.due && duty.due <= period.to.day_number()) {
                ++tally.due_in_period[static_cast<std::size_t>(duty.state)];
            }
        }
    }
    EXPECT_EQ(measure::recompute(columns, tables, period, as_of), sum);
    const auto none_due = measure::recompute(columns, tables, {period.to, period.from}, as_of);
    for (const auto& tally : none_due) {
        EXPECT_EQ(tally.due_in_period, decltype(tally.due_in_period){});
    }
}

TEST(DueTable, cannot_say_outside_its_days) {
    const measure::DueTable table{law::Weeks{4}, nullptr, 100, 200};
    EXPECT_EQ(table(100), 128);
    EXPECT_EQ(table(200), 228);
    EXPECT_EQ(table(99), protection::cannot_say);
    EXPECT_EQ(table(201), protection::cannot_say);
    EXPECT_EQ(table(-1), protection::cannot_say);
}

} // namespace
} // namespace gweld::story
