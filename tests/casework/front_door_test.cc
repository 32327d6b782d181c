// The front door: what came in waits until somebody decides, and nothing is lost.
#include "front_door.h"

namespace gweld::casework {

// ---- recording -------------------------------------------------------------------------------

TEST_F(FrontDoorWork, a_contact_waits_from_the_moment_it_is_recorded) {
    const auto id = came_in("k1", about({"Mia Farr"}));
    const auto seen = board();
    ASSERT_EQ(seen.contacts.size(), 1U);
    EXPECT_EQ(seen.contacts[0].row.contact, id.uuid);
    EXPECT_EQ(seen.contacts[0].due, today_there.next_day());
    EXPECT_EQ(seen.contacts[0].urgency, Urgency::later);
    EXPECT_EQ(seen.nobody, 1U);
    EXPECT_TRUE(seen.adds_up());
}

TEST_F(FrontDoorWork, pressing_the_button_twice_records_one_contact) {
    came_in("k1", about({"Mia Farr"}));
    clock.moment += 3s;
    came_in("k1", about({"Mia Farr"}));
    EXPECT_EQ(board().waiting, 1U);
}

TEST_F(FrontDoorWork, nonsense_is_refused_and_nothing_is_half_saved) {
    const auto refused = [&](const record::ContactReceived& contact) {
        return nonsense(record_contact(office, gwyn(), contact, {"k", {}}));
    };
    EXPECT_EQ(refused(about({})), ContactNonsense::no_children);
    EXPECT_EQ(refused(about(std::vector<std::string>(41, "Mia"))),
              ContactNonsense::too_many_children);
    EXPECT_EQ(refused(about({""})), ContactNonsense::no_name);
    EXPECT_EQ(refused(about({std::string(201, 'a')})), ContactNonsense::name_too_long);
    auto wrong = about({"Mia"});
    wrong.on = today_there.next_day();
    EXPECT_EQ(refused(wrong), ContactNonsense::in_the_future);
    wrong = about({"Mia"});
    wrong.on = time::day(1, std::chrono::January, 1000);
    EXPECT_EQ(refused(wrong), ContactNonsense::too_long_ago);
    wrong = about({"Mia"});
    wrong.at = "09:01"; // it is nine o'clock
    EXPECT_EQ(refused(wrong), ContactNonsense::in_the_future);
    for (const auto* at : {"", "24:00", "9:05", "09:60", "ab:cd"}) {
        wrong.at = at;
        EXPECT_EQ(refused(wrong), ContactNonsense::no_time) << at;
    }
    wrong = about({"Mia"});
    wrong.children[0].born = today_there.next_day();
    EXPECT_EQ(refused(wrong), ContactNonsense::born_after_contact);
    wrong = about({"Ffion", "Ffion"});
    wrong.children[0].person = wrong.children[1].person = child("ffion");
    EXPECT_EQ(refused(wrong), ContactNonsense::same_child_twice);
    wrong = about({"Mia"});
    wrong.children[0].person = child("nobody");
    EXPECT_EQ(refused(wrong), ContactNonsense::no_such_child);
    wrong = about({"Mia"});
    wrong.worry.clear();
    EXPECT_EQ(refused(wrong), ContactNonsense::no_worry);
    EXPECT_EQ(board().waiting, 0U);
}

TEST_F(FrontDoorWork, one_letter_is_a_name_and_so_are_two_hundred) {
    std::string long_name;
    for (int i = 0; i < 200; ++i) {
        long_name += "ŵ";
    }
    came_in("k1", about({"M", long_name}));
    came_in("k2", about(std::vector<std::string>(40, "Mia")));
    EXPECT_EQ(board().waiting, 2U);
}

TEST_F(FrontDoorWork, a_professional_is_named_and_a_member_of_the_public_need_not_be) {
    auto contact = about({"Mia"});
    contact.referrer.clear();
    EXPECT_EQ(nonsense(record_contact(office, gwyn(), contact, {"k", {}})),
              ContactNonsense::professional_not_named);
    contact.source = record::ContactSource::member_of_public;
    EXPECT_TRUE(record_contact(office, gwyn(), contact, {"k", {}}).ok());
}

TEST_F(FrontDoorWork, a_social_worker_and_a_head_of_service_record_no_contact) {
    for (const auto& who : {catrin(), elin()}) {
        const auto answer = record_contact(office, who, about({"Mia"}), {"k", {}});
        ASSERT_FALSE(answer.ok());
        EXPECT_TRUE(std::holds_alternative<NotFoundOrNotYours>(answer.error()));
    }
}

// ---- the board -------------------------------------------------------------------------------

TEST_F(FrontDoorWork, possible_significant_harm_comes_before_every_clock) {
    auto old = about({"Leo Hartley"});
    old.on = time::day(20, std::chrono::November, 2026); // Friday: due Monday, past
    auto harm = about({"Unknown girl"});
    harm.harm = record::SignificantHarm::possible;
    came_in("k1", about({"Mia Farr"}));
    came_in("k2", old);
    const auto first = came_in("k3", harm);
    const auto seen = board();
    ASSERT_EQ(seen.contacts.size(), 3U);
    EXPECT_EQ(seen.contacts[0].row.contact, first.uuid);
    EXPECT_EQ(seen.contacts[0].urgency, Urgency::act_now);
    EXPECT_EQ(seen.contacts[1].urgency, Urgency::past_due);
    EXPECT_EQ(seen.late, 1U);
}

TEST_F(FrontDoorWork, what_nobody_has_comes_before_what_somebody_has) {
    const auto older = came_in("k1", about({"Mia Farr"}));
    take(older, gwyn());
    auto later = about({"Leo Hartley"});
    later.at = "08:50";
    const auto nobodys = came_in("k2", later);
    EXPECT_EQ(board().contacts[0].row.contact, nobodys.uuid);
    EXPECT_EQ(board(Show::mine).contacts.at(0).row.contact, older.uuid);
    EXPECT_EQ(board(Show::nobody).contacts.at(0).row.contact, nobodys.uuid);
    EXPECT_EQ(board(Show::mine).shown, 1U);
    EXPECT_EQ(board(Show::mine).waiting, 2U);
}

TEST_F(FrontDoorWork, a_date_beyond_the_calendar_is_undetermined_and_not_guessed) {
    clock.moment = time::at_wall_time_in_wales(time::day(24, std::chrono::November, 2036), 9h);
    auto contact = about({"Mia"});
    contact.on = time::day(24, std::chrono::November, 2036);
    came_in("k1", contact);
    EXPECT_EQ(board().contacts.at(0).urgency, Urgency::undetermined);
    EXPECT_FALSE(board().contacts.at(0).due);
}

TEST_F(FrontDoorWork, everything_that_came_in_is_accounted_for_by_channel) {
    auto yesterday = about({"Leo Hartley"});
    yesterday.on = today_there.plus_days(-1);
    yesterday.channel = record::Channel::police_report;
    const auto carried = came_in("k1", yesterday);
    came_in("k2", about({"Mia Farr"}));
    ASSERT_TRUE(decide(carried, ContactOutcome::advice, "d1").ok());
    const auto seen = board();
    EXPECT_EQ(seen.account.carried_over, 1U);
    EXPECT_EQ(seen.account.received, 1U);
    EXPECT_EQ(seen.account.decided, 1U);
    EXPECT_EQ(seen.account.waiting, 1U);
    ASSERT_EQ(seen.channels.size(), 2U);
    EXPECT_EQ(seen.channels[0].channel, "telephone");
    EXPECT_EQ(seen.channels[0].account.waiting, 1U);
    EXPECT_TRUE(seen.adds_up());
}

TEST_F(FrontDoorWork, an_account_that_does_not_add_up_says_so) {
    came_in("k1", about({"Mia Farr"}));
    auto tomorrow = about({"Leo Hartley"}); // no page records this; an import might
    tomorrow.contact = contact_of_key("k2");
    tomorrow.on = today_there.next_day();
    put(tomorrow, {tomorrow.contact.uuid}, today_there);
    EXPECT_FALSE(board().adds_up());
}

TEST_F(FrontDoorWork, five_hundred_waiting_come_in_pages) {
    for (int i = 0; i < 90; ++i) {
        came_in("k" + std::to_string(i), about({"Mia"}));
    }
    const auto last = front_door(office, gwyn(), Show::all, 99).value();
    EXPECT_EQ(last.pages, 3U);
    EXPECT_EQ(last.page, 3U);
    EXPECT_EQ(last.contacts.size(), 10U);
    EXPECT_EQ(front_door(office, gwyn(), Show::all, 0).value().page, 1U);
}

// ---- who may look ----------------------------------------------------------------------------

TEST_F(FrontDoorWork, a_social_worker_sees_only_what_is_about_her_own_child_and_works_nothing) {
    const auto id = came_in("k1", about({"Ffion Davies"}));
    EXPECT_FALSE(open_contact(office, catrin(), id, "contact").ok());
    ASSERT_TRUE(
        match_child(office, gwyn(), {id, 1, child("ffion"), "Same name"}, saw("m1", id)).ok());
    const auto seen = open_contact(office, catrin(), id, "contact");
    ASSERT_TRUE(seen.ok());
    EXPECT_EQ(seen.value().work, May::no);
    EXPECT_FALSE(open_contact(office, stranger(), id, "contact").ok());
    const auto answer = take_contact(office, catrin(), id, saw("t", id));
    EXPECT_TRUE(std::holds_alternative<NotFoundOrNotYours>(answer.error()));
}

TEST_F(FrontDoorWork, opening_a_contact_is_a_look_at_it_and_at_each_child_it_is_about) {
    auto contact = about({"Ffion Davies", "Mia Farr"});
    contact.children[0].person = child("ffion");
    const auto id = came_in("k1", contact);
    const auto before = all_looks().size();
    open(id);
    const auto looks = all_looks();
    ASSERT_EQ(looks.size(), before + 2);
    EXPECT_EQ(looks[before].subject, id.uuid);
    EXPECT_EQ(looks[before].page, "contact");
    EXPECT_EQ(looks[before].ground, "duty-desk");
    EXPECT_EQ(looks[before + 1].subject, thing("ffion"));
    EXPECT_FALSE(open_contact(office, stranger(), id, "contact").ok());
    EXPECT_FALSE(all_looks().back().allowed);
}

TEST_F(FrontDoorWork, a_contact_nobody_made_is_not_found_and_no_look) {
    EXPECT_FALSE(open_contact(office, gwyn(), contact_of_key("none"), "contact").ok());
    EXPECT_TRUE(all_looks().empty());
}

} // namespace gweld::casework
