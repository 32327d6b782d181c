// What is done with a contact: taken, made to wait, matched, decided; and each refusal.
#include "front_door.h"

namespace gweld::casework {

// ---- taking and waiting ----------------------------------------------------------------------

TEST_F(FrontDoorWork, a_contact_is_taken_once_and_the_slower_is_shown_by_whom) {
    const auto id = came_in("k1", about({"Mia Farr"}));
    const auto early = saw("t2", id);
    take(id, gwyn());
    const auto late = take_contact(office, mared(), id, early);
    ASSERT_FALSE(late.ok());
    const auto& quicker = std::get<SomebodyWasQuicker>(late.error());
    ASSERT_EQ(quicker.since.size(), 1U);
    EXPECT_EQ(quicker.since[0].kind, "contact.taken");
    EXPECT_EQ(open(id).row.worker_name, "Gwyn Owen");
    EXPECT_TRUE(take_contact(office, gwyn(), id, saw("t3", id)).ok());  // it is hers already
    EXPECT_TRUE(take_contact(office, mared(), id, saw("t4", id)).ok()); // knowing whose it was
}

TEST_F(FrontDoorWork, whoever_has_it_says_first_whom_it_waits_for) {
    const auto id = came_in("k1", about({"Mia Farr"}));
    const WaitFor wait{id, "Whether she is there today_there", "Meithrin y Bont", today_there, ""};
    EXPECT_EQ(nonsense(wait_for(office, gwyn(), wait, saw("w1", id))),
              ContactNonsense::nobody_has_it_yet);
    take(id, mared());
    EXPECT_EQ(nonsense(wait_for(office, gwyn(), wait, saw("w2", id))),
              ContactNonsense::somebody_else_has_it);
    EXPECT_TRUE(wait_for(office, mared(), wait, saw("w3", id)).ok());
    EXPECT_EQ(open(id).row.waits_until, today_there.day_number());
}

TEST_F(FrontDoorWork, waiting_needs_what_from_whom_and_a_day_to_come) {
    const auto id = came_in("k1", about({"Mia Farr"}));
    take(id, gwyn());
    EXPECT_EQ(nonsense(wait_for(office, gwyn(), {id, "", "School", today_there, ""}, saw("w", id))),
              ContactNonsense::nothing_to_wait_for);
    EXPECT_EQ(
        nonsense(wait_for(office, gwyn(), {id, "News", "School", today_there.plus_days(-1), ""},
                          saw("w", id))),
        ContactNonsense::until_is_past);
    EXPECT_EQ(
        nonsense(wait_for(office, gwyn(), {id, "News", "School", today_there.plus_days(29), ""},
                          saw("w", id))),
        ContactNonsense::until_is_too_far);
}

TEST_F(FrontDoorWork, waiting_longer_needs_a_manager_and_a_reason) {
    const auto id = came_in("k1", about({"Mia Farr"}));
    take(id, gwyn());
    WaitFor wait{id, "News", "School", today_there, ""};
    ASSERT_TRUE(wait_for(office, gwyn(), wait, saw("w1", id)).ok());
    wait.until = today_there.plus_days(2);
    wait.because = "The school is shut";
    EXPECT_EQ(nonsense(wait_for(office, gwyn(), wait, saw("w2", id))),
              ContactNonsense::extending_needs_a_manager);
    wait.because.clear();
    EXPECT_EQ(nonsense(wait_for(office, rhian(), wait, saw("w3", id))),
              ContactNonsense::extending_needs_a_reason);
    wait.because = "The school is shut";
    EXPECT_TRUE(wait_for(office, rhian(), wait, saw("w4", id)).ok());
    wait.until = today_there.plus_days(3);
    EXPECT_TRUE(wait_for(office, elin(), wait, saw("w5", id)).ok());
    EXPECT_EQ(open(id).row.waits, 3);
}

TEST_F(FrontDoorWork, a_date_to_wait_until_that_has_passed_is_escalated) {
    const auto id = came_in("k1", about({"Mia Farr"}));
    take(id, gwyn());
    ASSERT_TRUE(
        wait_for(office, gwyn(), {id, "News", "School", today_there, ""}, saw("w1", id)).ok());
    EXPECT_EQ(board().contacts.at(0).urgency, Urgency::later);
    clock.moment += 24h; // due today_there, and waited since yesterday
    EXPECT_EQ(board().contacts.at(0).urgency, Urgency::waited);
    EXPECT_TRUE(board().contacts.at(0).waited_too_long);
    clock.moment += 72h; // the working day is over as well
    EXPECT_EQ(board().contacts.at(0).urgency, Urgency::waited);
}

// ---- deciding --------------------------------------------------------------------------------

TEST_F(FrontDoorWork, two_decide_and_the_second_is_shown_the_first) {
    const auto id = came_in("k1", about({"Mia Farr"}));
    const auto early = saw("d2", id);
    ASSERT_TRUE(decide(id, ContactOutcome::advice, "d1").ok());
    const Decide late{
        id, ContactOutcome::referral, "She was left alone", record::Consent::not_asked, {1}};
    const auto answer = decide_contact(office, mared(), late, early);
    ASSERT_FALSE(answer.ok());
    const auto& quicker = std::get<SomebodyWasQuicker>(answer.error());
    EXPECT_EQ(quicker.since.back().kind, "contact.decided");
    EXPECT_EQ(open(id).row.outcome, "advice");
    EXPECT_EQ(nonsense(decide_contact(office, mared(), late, {"d3", quicker.versions_now})),
              ContactNonsense::decided_already);
}

TEST_F(FrontDoorWork, the_second_press_of_one_decision_is_one_decision) {
    const auto id = came_in("k1", about({"Mia Farr"}));
    const auto same = saw("d1", id);
    const Decide what{
        id, ContactOutcome::referral, "She was left alone", record::Consent::not_asked, {1}};
    const auto first = decide_contact(office, gwyn(), what, same);
    clock.moment += 3s;
    const auto second = decide_contact(office, gwyn(), what, same);
    ASSERT_TRUE(first.ok());
    ASSERT_TRUE(second.ok());
    EXPECT_EQ(first.value().entry, second.value().entry);
}

TEST_F(FrontDoorWork, a_decision_has_a_reason_and_early_help_has_consent) {
    const auto id = came_in("k1", about({"Mia Farr"}));
    EXPECT_EQ(nonsense(decide_contact(
                  office, gwyn(),
                  {id, ContactOutcome::no_further_action, "", record::Consent::not_asked, {}},
                  saw("d1", id))),
              ContactNonsense::no_reason);
    for (const auto consent : {record::Consent::not_asked, record::Consent::refused}) {
        EXPECT_EQ(nonsense(decide(id, ContactOutcome::early_help, "d2", {}, consent)),
                  ContactNonsense::no_consent);
    }
    EXPECT_TRUE(decide(id, ContactOutcome::early_help, "d3", {}, record::Consent::given).ok());
    EXPECT_EQ(board().waiting, 0U);
}

TEST_F(FrontDoorWork, a_referral_makes_known_whom_nobody_knew_all_at_once) {
    auto contact = about({"Noah Cox", "Evie Cox"});
    contact.children[0].born = time::day(2, std::chrono::May, 2020);
    contact.children[0].address = "4 Heol y Bont";
    contact.children[0].postcode = "SA99 4AA";
    const auto id = came_in("k1", contact);
    for (const auto outcome : {ContactOutcome::referral, ContactOutcome::strategy_discussion}) {
        EXPECT_EQ(nonsense(decide(id, outcome, "d1", {1})), ContactNonsense::child_not_matched);
    }
    ASSERT_TRUE(decide(id, ContactOutcome::referral, "d2", {1, 2}).ok());
    const auto opened = open(id);
    ASSERT_TRUE(opened.children[0].person);
    EXPECT_EQ(opened.children[0].person->forename, "Noah");
    EXPECT_EQ(opened.children[0].person->surname, "Cox");
    EXPECT_EQ(opened.children[0].person->born, time::day(2, std::chrono::May, 2020).day_number());
    ASSERT_TRUE(opened.children[1].person);
    EXPECT_EQ(opened.row.matched, 2);
    EXPECT_EQ(opened.row.outcome, "referral");
}

TEST_F(FrontDoorWork, to_the_allocated_worker_only_where_there_is_one) {
    const auto id = came_in("k1", about({"Ffion Davies"}));
    EXPECT_EQ(nonsense(decide(id, ContactOutcome::allocated_worker, "d1")),
              ContactNonsense::nobody_allocated);
    ASSERT_TRUE(
        match_child(office, gwyn(), {id, 1, child("ffion"), "Same name"}, saw("m1", id)).ok());
    EXPECT_TRUE(decide(id, ContactOutcome::allocated_worker, "d2").ok());
}

// ---- matching --------------------------------------------------------------------------------

TEST_F(FrontDoorWork, matching_suggests_and_never_merges_by_itself) {
    auto contact = about({"Ffion Davies", "Osian"});
    contact.children[0].born = time::day(14, std::chrono::March, 2018);
    const auto id = came_in("k1", contact);
    auto opened = open(id);
    EXPECT_EQ(opened.row.matched, 0);
    ASSERT_EQ(opened.children[0].suggestions.size(), 2U); // her twin after her
    EXPECT_EQ(opened.children[0].suggestions[0].person.person, thing("ffion"));
    EXPECT_EQ(opened.children[0].suggestions[0].alike, (std::vector{Alike::name, Alike::born}));
    EXPECT_TRUE(opened.children[1].suggestions.empty()); // "Osian" alone says too little
    ASSERT_TRUE(
        match_child(office, gwyn(), {id, 1, child("ffion"), "Same name"}, saw("m1", id)).ok());
    opened = open(id);
    ASSERT_EQ(opened.children[1].suggestions.size(), 1U); // her brother, now that she is known
    // A record that is shut to her is suggested only where the caller named the child.
    put(record::RecordRestricted{record::WhyRestricted::other,
                                 record::OpenTo::allocated_chain,
                                 {},
                                 "Why",
                                 office.today().plus_days(9),
                                 {}},
        {thing("osian")}, registered);
    EXPECT_TRUE(open(id).children[1].suggestions.empty());
    EXPECT_EQ(opened.children[1].suggestions[0].alike,
              (std::vector{Alike::brother_or_sister, Alike::part_of_name}));
}

TEST_F(FrontDoorWork, a_match_is_taken_back_with_a_reason_and_the_child_is_free_again) {
    const auto id = came_in("k1", about({"Ffion Davies", "Osian Davies"}));
    ASSERT_TRUE(
        match_child(office, gwyn(), {id, 1, child("ffion"), "Same name"}, saw("m1", id)).ok());
    EXPECT_EQ(nonsense(match_child(office, gwyn(), {id, 1, child("osian"), "x"}, saw("m2", id))),
              ContactNonsense::matched_already);
    EXPECT_EQ(nonsense(match_child(office, gwyn(), {id, 2, child("ffion"), "x"}, saw("m3", id))),
              ContactNonsense::same_child_twice);
    EXPECT_EQ(nonsense(match_child(office, gwyn(), {id, 3, child("osian"), "x"}, saw("m4", id))),
              ContactNonsense::no_such_place);
    EXPECT_EQ(nonsense(match_child(office, gwyn(), {id, 2, child("nobody"), "x"}, saw("m5", id))),
              ContactNonsense::no_such_child);
    EXPECT_EQ(nonsense(unmatch_child(office, gwyn(), id, 1, "", saw("u1", id))),
              ContactNonsense::no_why);
    EXPECT_EQ(nonsense(unmatch_child(office, gwyn(), id, 2, "x", saw("u2", id))),
              ContactNonsense::not_matched);
    ASSERT_TRUE(unmatch_child(office, gwyn(), id, 1, "Another Ffion", saw("u3", id)).ok());
    EXPECT_EQ(open(id).row.matched, 0);
}

TEST_F(FrontDoorWork, what_was_decided_keeps_the_children_it_was_decided_for) {
    const auto id = came_in("k1", about({"Ffion Davies"}));
    ASSERT_TRUE(match_child(office, gwyn(), {id, 1, child("ffion"), "x"}, saw("m1", id)).ok());
    const Decide what{
        id, ContactOutcome::strategy_discussion, "Bruises", record::Consent::not_asked, {}};
    ASSERT_TRUE(decide_contact(office, gwyn(), what, saw("d1", id)).ok());
    EXPECT_EQ(nonsense(unmatch_child(office, gwyn(), id, 1, "Another Ffion", saw("u1", id))),
              ContactNonsense::decided_already);
    EXPECT_EQ(open(id).row.matched, 1);
}

TEST_F(FrontDoorWork, nothing_is_told_of_what_was_sent_along) {
    const auto id = came_in("k1", about({"Mia Farr"}));
    auto smuggled = saw("t1", id);
    smuggled.versions.push_back({thing("ffion"), 0});
    const auto answer = take_contact(office, gwyn(), id, smuggled);
    ASSERT_FALSE(answer.ok());
    EXPECT_TRUE(std::get<SomebodyWasQuicker>(answer.error()).since.empty());
}

} // namespace gweld::casework
