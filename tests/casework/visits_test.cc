#include "casework/visits.h"

#include "casework/child.h"
#include "casework/worklist.h"
#include "small_office.h"

namespace gweld::casework {

namespace {

using record::Answer;

record::VisitMade seen_today(std::vector<record::ChildAtVisit> parts) {
    record::VisitMade visit;
    visit.on = time::day(24, std::chrono::November, 2026);
    visit.place = record::Place::home;
    visit.children = std::move(parts);
    visit.account = "Both children were well.";
    return visit;
}

record::ChildAtVisit part(PersonId child, Answer alone) {
    return {child, Answer::yes, alone, Answer::no, "", ""};
}

const Condition& alone_condition(const DaysWork& work, std::size_t i) {
    return *work.households.at(0).children.at(i).condition("cp.visit.seen-alone");
}

} // namespace

class Visits : public SmallOffice {
  protected:
    Saw saw(const std::string& key) {
        return {key, {{thing("ffion"), version("ffion")}, {thing("osian"), version("osian")}}};
    }
    VisitAnswer record_both(const std::string& key) {
        return record_visit(
            office, catrin(),
            seen_today({part(child("ffion"), Answer::yes), part(child("osian"), Answer::no)}),
            saw(key));
    }
};

TEST_F(Visits, one_visit_to_a_family_is_one_entry_and_closes_what_it_satisfies) {
    const auto before = days_work(office, catrin()).value();
    EXPECT_EQ(before.overdue_alone, 2U); // registered 3 November, due 17 November
    ASSERT_TRUE(record_both("k1").ok());
    const auto after = days_work(office, catrin()).value();
    EXPECT_EQ(after.overdue_alone, 1U); // Osian was seen, but not alone
    EXPECT_EQ(after.overdue_home, 0U);
    ASSERT_EQ(after.households.size(), 1U);
    EXPECT_EQ(after.households[0].children[0].facts->person->forename, "Osian");
    EXPECT_TRUE(alone_condition(after, 0).overdue());
    EXPECT_EQ(alone_condition(after, 1).last_met, time::day(24, std::chrono::November, 2026));
}

TEST_F(Visits, nobody_is_visited_before_they_were_born) {
    auto early = seen_today({part(child("ffion"), Answer::yes)});
    early.on = time::day(13, std::chrono::March, 2018); // born on the 14th
    EXPECT_EQ(std::get<Nonsense>(record_visit(office, catrin(), early, saw("k1")).error()),
              Nonsense::before_birth);
    early.on = time::day(14, std::chrono::March, 2018);
    EXPECT_TRUE(record_visit(office, catrin(), early, saw("k2")).ok());
}

TEST_F(Visits, nobody_has_arrived_later_today_than_now) {
    auto visit = seen_today({part(child("ffion"), Answer::yes)});
    clock.moment = time::at_wall_time_in_wales(visit.on, std::chrono::hours{15});
    visit.arrived = "15:01";
    EXPECT_EQ(std::get<Nonsense>(record_visit(office, catrin(), visit, saw("k1")).error()),
              Nonsense::time_in_future);
    visit.arrived = "15:00";
    EXPECT_TRUE(record_visit(office, catrin(), visit, saw("k2")).ok());
    auto yesterday = visit;
    yesterday.on = visit.on.plus_days(-1);
    yesterday.arrived = "23:50";
    clock.moment += std::chrono::seconds{3};
    EXPECT_TRUE(record_visit(office, catrin(), yesterday, saw("k3")).ok());
}

TEST_F(Visits, pressing_the_button_twice_records_once) {
    const auto same = saw("k1");
    const auto visit = seen_today({part(child("ffion"), Answer::yes)});
    const auto first = record_visit(office, catrin(), visit, same);
    clock.moment += 3s;
    const auto second = record_visit(office, catrin(), visit, same);
    ASSERT_TRUE(first.ok());
    ASSERT_TRUE(second.ok());
    EXPECT_EQ(first.value().entry, second.value().entry);
}

TEST_F(Visits, the_same_key_for_another_visit_is_refused) {
    ASSERT_TRUE(
        record_visit(office, catrin(), seen_today({part(child("ffion"), Answer::yes)}), saw("k1"))
            .ok());
    const auto other =
        record_visit(office, catrin(), seen_today({part(child("osian"), Answer::yes)}), saw("k1"));
    ASSERT_FALSE(other.ok());
    EXPECT_TRUE(std::holds_alternative<KeyUsedForSomethingElse>(other.error()));
}

TEST_F(Visits, whoever_was_slower_is_shown_what_changed) {
    const auto early = saw("k2");
    ASSERT_TRUE(record_both("k1").ok());
    const auto late =
        record_visit(office, catrin(), seen_today({part(child("ffion"), Answer::yes)}), early);
    ASSERT_FALSE(late.ok());
    const auto& quicker = std::get<SomebodyWasQuicker>(late.error());
    ASSERT_EQ(quicker.since.size(), 1U);
    EXPECT_EQ(quicker.since[0].kind, "visit.made");
    EXPECT_TRUE(record_visit(office, catrin(), seen_today({part(child("ffion"), Answer::yes)}),
                             {"k3", quicker.versions_now})
                    .ok());
}

TEST_F(Visits, a_stranger_cannot_record_and_the_attempt_is_logged) {
    const auto answer = record_visit(office, stranger(),
                                     seen_today({part(child("ffion"), Answer::yes)}), saw("k1"));
    ASSERT_FALSE(answer.ok());
    EXPECT_TRUE(std::holds_alternative<NotFoundOrNotYours>(answer.error()));
    ASSERT_EQ(all_looks().size(), 1U);
    EXPECT_FALSE(all_looks()[0].allowed);
}

TEST_F(Visits, nonsense_is_refused_at_every_door) {
    auto future = seen_today({part(child("ffion"), Answer::yes)});
    future.on = future.on.next_day();
    auto nobody = seen_today({});
    auto unseen = seen_today({part(child("ffion"), Answer::yes)});
    unseen.children[0].seen = Answer::no;
    for (const auto& [visit, why] :
         {std::pair{future, Nonsense::date_in_future}, std::pair{nobody, Nonsense::no_children},
          std::pair{unseen, Nonsense::alone_but_not_seen}}) {
        const auto answer = record_visit(office, catrin(), visit, saw("k1"));
        ASSERT_FALSE(answer.ok());
        EXPECT_EQ(std::get<Nonsense>(answer.error()), why);
    }
}

TEST_F(Visits, a_correction_names_what_it_corrects_and_reopens_the_duty) {
    const auto recorded = record_both("k1");
    auto right = seen_today({part(child("ffion"), Answer::no), part(child("osian"), Answer::no)});
    EXPECT_EQ(
        std::get<Nonsense>(
            correct_visit(office, catrin(), recorded.value().entry, right, "", saw("k2")).error()),
        Nonsense::no_reason);
    ASSERT_TRUE(correct_visit(office, catrin(), recorded.value().entry, right,
                              "Her mother was in the room", saw("k3"))
                    .ok());
    EXPECT_EQ(days_work(office, catrin()).value().overdue_alone, 2U);
    const auto again =
        correct_visit(office, catrin(), recorded.value().entry, right, "Once more", saw("k4"));
    EXPECT_TRUE(std::holds_alternative<CorrectedAlready>(again.error()));
}

TEST_F(Visits, a_stub_waits_to_be_written_up) {
    auto stub = seen_today({part(child("ffion"), Answer::yes)});
    stub.account.clear();
    stub.write_up = record::WriteUp::to_follow;
    const auto recorded = record_visit(office, catrin(), stub, saw("k1"));
    ASSERT_TRUE(recorded.ok());
    EXPECT_EQ(days_work(office, catrin()).value().overdue_alone, 1U);
    ASSERT_EQ(days_work(office, catrin()).value().stubs.size(), 1U);
    ASSERT_TRUE(
        write_up(office, catrin(), {recorded.value().entry, {}, "She was well."}, saw("k2")).ok());
    EXPECT_TRUE(days_work(office, catrin()).value().stubs.empty());
    const record::VisitWrittenUp another{recorded.value().entry, {}, "Somebody else's account."};
    EXPECT_EQ(std::get<Nonsense>(write_up(office, catrin(), another, saw("k3")).error()),
              Nonsense::not_a_stub);
    EXPECT_TRUE(
        write_up(office, catrin(), {recorded.value().entry, {}, "She was well."}, saw("k2")).ok())
        << "the same press again";
}

TEST_F(Visits, a_withdrawn_stub_is_not_written_up) {
    auto stub = seen_today({part(child("ffion"), Answer::yes)});
    stub.write_up = record::WriteUp::to_follow;
    const auto recorded = record_visit(office, catrin(), stub, saw("k1"));
    ASSERT_TRUE(withdraw(office, catrin(), recorded.value().entry, "Wrong child", {"k2", {}}).ok());
    const record::VisitWrittenUp late{recorded.value().entry, {}, "She was well."};
    EXPECT_FALSE(write_up(office, catrin(), late, {"k3", {}}).ok());
}

TEST_F(Visits, a_form_that_lost_its_key_is_recorded_all_the_same) {
    EXPECT_TRUE(
        record_visit(office, catrin(), seen_today({part(child("ffion"), Answer::yes)}), {"", {}})
            .ok());
}

TEST_F(Visits, every_look_is_written_down_with_its_ground) {
    ASSERT_TRUE(
        open_record(office, catrin(), child("ffion"), access::Action::see_record, "child").ok());
    ASSERT_FALSE(
        open_record(office, stranger(), child("ffion"), access::Action::see_record, "child").ok());
    const auto looks = all_looks();
    ASSERT_EQ(looks.size(), 2U);
    EXPECT_EQ(looks[0].ground, "own-allocation");
    EXPECT_TRUE(looks[0].allowed);
    EXPECT_EQ(looks[1].ground, "none");
    EXPECT_FALSE(looks[1].allowed);
}

} // namespace gweld::casework
