#include "casework/allocation.h"
#include "casework/figures.h"
#include "casework/search.h"
#include "casework/worklist.h"
#include "small_office.h"

namespace gweld::casework {

using Finding = SmallOffice;

TEST_F(Finding, by_name_with_or_without_accents_by_birthday_and_by_number) {
    for (const auto* typed :
         {"Ffion", "ffion davies", "DAVIES Fion", "14/3/2018", "2018-03-14", "14 03 2018"}) {
        const auto answer = search(office, catrin(), typed);
        ASSERT_TRUE(answer.ok());
        EXPECT_GE(answer.value().found.size(), 1U) << typed;
    }
    EXPECT_EQ(search(office, catrin(), "").value().found.size(), 0U);
    EXPECT_TRUE(search(office, catrin(), "31/02/2018").value().no_such_day);
    EXPECT_FALSE(search(office, catrin(), "14/03/2018").value().no_such_day);
    for (const auto* born : {"14 March 2018", "14 Mar 2018", "14 Mawrth 2018", "14.3.2018"}) {
        EXPECT_EQ(search(office, catrin(), born).value().found.size(), 2U) << born;
    }
    for (const auto* both : {"Ffion 14/03/2018", "Ffion Davies 14 March 2018"}) {
        EXPECT_EQ(search(office, catrin(), both).value().found.size(), 1U) << both;
    }
    EXPECT_EQ(search(office, catrin(), "Ffion 15/03/2018").value().found.size(), 0U);
}

TEST_F(Finding, shows_only_who_could_be_opened_and_logs_each_one_shown) {
    EXPECT_EQ(search(office, stranger(), "Davies").value().found.size(), 0U);
    EXPECT_EQ(all_looks().size(), 0U);
    EXPECT_EQ(search(office, catrin(), "Davies").value().found.size(), 2U);
    EXPECT_EQ(all_looks().size(), 2U);
}

TEST_F(Finding, allocating_ends_the_one_before_on_the_same_day) {
    const Saw saw{"k1", {{thing("ffion"), version("ffion")}}};
    const auto today = office.today();
    ASSERT_TRUE(allocate(office, rhian(), {child("ffion"), thing("huw"), today}, saw).ok());
    EXPECT_EQ(days_work(office, catrin()).value().children_on_register, 1U);
    auto huw = catrin();
    huw.worker = thing("huw");
    EXPECT_EQ(days_work(office, huw).value().children_on_register, 1U);
    EXPECT_TRUE(std::holds_alternative<NotFoundOrNotYours>(
        allocate(office, catrin(), {child("ffion"), thing("huw"), today}, saw).error()));
    EXPECT_EQ(std::get<AllocationNonsense>(allocate(office, rhian(),
                                                    {child("ffion"), thing("huw"), today},
                                                    {"k2", {{thing("ffion"), version("ffion")}}})
                                               .error()),
              AllocationNonsense::already_theirs);
}

TEST_F(Finding, by_the_address_somebody_lives_at_today) {
    record::AddressLivedAt here;
    here.lines = "3 Maes-y-coed, Pentre Felin";
    here.postcode = "NP15 1HF";
    here.from = registered;
    put(here, {thing("ffion")}, registered);
    record::AddressLivedAt before = here;
    before.lines = "9 Heol Hir";
    before.until = registered;
    before.from = registered.plus_days(-100);
    put(before, {thing("ffion")}, registered);
    for (const auto* typed : {"NP15 1HF", "np151hf", "3 maes-y-coed", "Pentre Felin"}) {
        EXPECT_EQ(search(office, catrin(), typed).value().found.size(), 1U) << typed;
    }
    for (const auto* typed : {"9 Heol Hir", "Pen", "NP15"}) {
        EXPECT_EQ(search(office, catrin(), typed).value().found.size(), 0U) << typed;
    }
    EXPECT_EQ(search(office, stranger(), "NP15 1HF").value().found.size(), 0U);
    for (const auto* typed :
         {"Davies Maes-y-coed", "Ffion Davies NP15 1HF", "np151hf ffion", "3 Maesycoed",
          "Maes y coed", "Pentre Felin Davies", "Davies 3 Maes y coed, Pentre Felin"}) {
        EXPECT_EQ(search(office, catrin(), typed).value().found.size(), 1U) << typed;
    }
    for (const auto* typed : {"Prys Maes-y-coed", "Osian NP15 1HF", "Davies 9 Heol Hir", "- -"}) {
        EXPECT_EQ(search(office, catrin(), typed).value().found.size(), 0U) << typed;
    }
}

TEST_F(Finding, exactly_one_worker_holds_a_child_whatever_was_planned) {
    const auto today = office.today();
    const auto later = today.plus_days(8);
    ASSERT_TRUE(allocate(office, rhian(), {child("ffion"), thing("huw"), later},
                         {"k1", {{thing("ffion"), version("ffion")}}})
                    .ok());
    describe_worker("nia", "Nia Rowlands");
    ASSERT_TRUE(allocate(office, rhian(), {child("ffion"), thing("nia"), today},
                         {"k2", {{thing("ffion"), version("ffion")}}})
                    .ok());
    for (int days = 0; days < 20; ++days) {
        const auto day = today.plus_days(days);
        std::vector<Uuid> held_by;
        const auto read = store->read([&](const record::Reading& reading) {
            for (const auto& row : reading.allocations_of(thing("ffion"))) {
                if (access::holds_on(row, day)) {
                    held_by.push_back(row.worker);
                }
            }
        });
        EXPECT_TRUE(read.ok());
        EXPECT_EQ(held_by, std::vector{thing("nia")}) << days;
    }
}

TEST_F(Finding, the_team_page_names_overdue_and_unallocated_children) {
    const auto kept = team_today(office, rhian()).value();
    const auto& team = *kept;
    EXPECT_EQ(team.on_register, 2U);
    EXPECT_EQ(team.overdue.size(), 2U);
    ASSERT_EQ(team.caseloads.size(), 1U);
    EXPECT_EQ(team.caseloads[0].overdue, 2U);
    place("seren", "Seren", "Bowen");
    EXPECT_EQ(team_today(office, rhian()).value()->on_register, 3U) << "the record moved on";
    clock.moment += 24h;
    record::AllocationEnded ended;
    EXPECT_TRUE(store
                    ->read([&](const record::Reading& r) {
                        ended.allocation =
                            base::EntryId{r.allocations_of(thing("seren")).at(0).entry};
                    })
                    .ok());
    ended.until = office.today();
    put(ended, {thing("seren"), thing("catrin")}, office.today());
    EXPECT_EQ(team_today(office, rhian()).value()->unallocated.size(), 1U);
}

TEST_F(Finding, the_team_page_moves_with_the_day_though_nothing_was_recorded) {
    const auto now = clock.moment;
    clock.moment = time::at_wall_time_in_wales(registered.plus_days(1), 9h);
    EXPECT_EQ(team_today(office, rhian()).value()->overdue.size(), 0U);
    clock.moment = now;
    EXPECT_EQ(team_today(office, rhian()).value()->overdue.size(), 2U);
    EXPECT_EQ(team_today(office, stranger()).value()->overdue.size(), 0U) << "another team";
}

TEST_F(Finding, a_figure_moves_and_opens_to_its_children) {
    clock.moment = time::at_wall_time_in_wales(time::day(2, std::chrono::December, 2026), 9h);
    const auto month = time::day(1, std::chrono::November, 2026);
    const auto kept = open_indicator(office, rhian(), "cp.visit.seen-alone", month).value();
    const auto& opened = *kept;
    EXPECT_EQ(opened.month.tally.due, 2);
    EXPECT_EQ(opened.month.tally.not_met, 2);
    ASSERT_EQ(opened.not_on_time.size(), 2U);
    EXPECT_TRUE(opened.not_on_time[0].facts);
    EXPECT_EQ(opened.not_on_time[0].team, "North");
    ASSERT_EQ(opened.reasons.size(), 1U);
    EXPECT_EQ(opened.reasons[0].reason, Reason::no_visit);
    const auto& others = *open_indicator(office, stranger(), "cp.visit.seen-alone", month).value();
    EXPECT_EQ(others.not_on_time.size(), 2U);
    EXPECT_FALSE(others.not_on_time[0].facts);
    EXPECT_FALSE(open_indicator(office, rhian(), "no.such.rule", month).value());
}

} // namespace gweld::casework
