// Booking in chairs' diaries, and everything that belongs to a conference.
#include "conferring_office.h"

#include "casework/conference_work.h"
#include "casework/taking_back.h"

namespace gweld::casework {
namespace {

// ---- booking
// ---------------------------------------------------------------------------------------

TEST_F(Conferring, a_slot_is_offered_until_it_is_booked) {
    found({"nia", "tomos"});
    const auto before = offered(november(25), november(27));
    EXPECT_EQ(before, (std::vector<std::string>{"2026-11-26 09:30 Iolo Mathias",
                                                "2026-11-26 11:00 Iolo Mathias"}));
    ASSERT_TRUE(take_slot(slot("iolo", november(26), "09:30"), {"nia", "tomos"}).ok());
    EXPECT_EQ(offered(november(25), november(27)),
              (std::vector<std::string>{"2026-11-26 11:00 Iolo Mathias"}));
}

TEST_F(Conferring, of_two_who_book_the_same_slot_one_is_told) {
    found({"nia"});
    found({"tomos"});
    const auto first_saw = saw({"nia"});
    const auto second_saw = saw({"tomos"}); // both forms are open
    const auto booked = slot("iolo", november(26), "09:30");
    EXPECT_TRUE(book_conference(office, catrin(), booked, people({"nia"}), first_saw).ok());
    EXPECT_EQ(nonsense(book_conference(office, catrin(), booked, people({"tomos"}), second_saw)),
              EnquiryNonsense::chair_has_a_meeting);
    EXPECT_TRUE(take_slot(slot("iolo", november(26), "11:00"), {"tomos"}).ok());
}

TEST_F(Conferring, the_same_children_may_be_moved_within_a_slot_they_hold) {
    found({"nia", "tomos"});
    ASSERT_TRUE(take_slot(slot("iolo", november(26), "09:30"), {"nia", "tomos"}).ok());
    EXPECT_TRUE(take_slot(slot("iolo", november(26), "10:00"), {"nia", "tomos"}).ok());
    EXPECT_EQ(offered(november(25), november(27)).size(), 0U)
        << "from 10:00 to 11:30 both slots are taken";
}

TEST_F(Conferring, moving_one_child_leaves_the_meeting_of_the_other) {
    found({"nia", "tomos"});
    ASSERT_TRUE(take_slot(slot("iolo", november(26), "09:30"), {"nia", "tomos"}).ok());
    ASSERT_TRUE(take_slot(slot("iolo", november(26), "11:00"), {"nia"}).ok());
    EXPECT_TRUE(offered(november(25), november(27)).empty());
}

TEST_F(Conferring, nobody_is_booked_with_a_chair_who_is_away) {
    found({"nia"});
    put(record::ChairAway{base::WorkerId{thing("iolo")}, november(26), november(27), "Leave"},
        {thing("iolo")}, november(20));
    EXPECT_TRUE(offered(november(25), november(27)).empty());
    EXPECT_EQ(nonsense(take_slot(slot("iolo", november(26), "09:30"), {"nia"})),
              EnquiryNonsense::chair_is_away);
    EXPECT_EQ(nonsense(take_slot(slot("nobody", november(26), "09:30"), {"nia"})),
              EnquiryNonsense::chair_is_away)
        << "no such worker";
}

TEST_F(Conferring, a_day_after_it_is_due_needs_a_reason_and_keeps_it) {
    found({"nia"});
    auto late = slot("gwenan", time::day(1, std::chrono::December, 2026), "09:30");
    EXPECT_EQ(nonsense(take_slot(late, {"nia"})), EnquiryNonsense::late_without_a_reason);
    late.late_because = "The interpreter is free only then";
    const auto booked = take_slot(late, {"nia"});
    ASSERT_TRUE(booked.ok());
    const auto file = open_conference(office, catrin(), booked.value().entry,
                                      access::Action::see_record, "conference");
    ASSERT_TRUE(file.ok());
    EXPECT_EQ(file.value().due.due_by, november(30));
    EXPECT_EQ(file.value().conference.booking()->late_because, late.late_because);
}

TEST_F(Conferring, an_interpreter_takes_two_slots_that_follow_one_another) {
    found({"nia"});
    const auto twice = offered(november(25), november(27), SlotLength::twice);
    EXPECT_EQ(twice, (std::vector<std::string>{"2026-11-26 09:30 Iolo Mathias"}));
    auto booked = slot("iolo", november(26), "09:30");
    booked.minutes = 180;
    ASSERT_TRUE(take_slot(booked, {"nia"}).ok());
    EXPECT_TRUE(offered(november(25), november(27)).empty());
}

// ---- who
// -------------------------------------------------------------------------------------------

TEST_F(Conferring, a_chair_opens_the_records_of_the_children_of_her_conferences_only) {
    found({"nia", "tomos"});
    const auto opens = [&](const access::Viewer& viewer) {
        return open_record(office, viewer, child("nia"), access::Action::see_record, "record").ok();
    };
    EXPECT_FALSE(opens(iolo()));
    const auto booked = take_slot(slot("iolo", november(26), "09:30"), {"nia", "tomos"});
    ASSERT_TRUE(booked.ok());
    EXPECT_TRUE(opens(iolo()));
    EXPECT_FALSE(opens(gwenan()));
    EXPECT_TRUE(record_report(office, iolo(), report(booked.value().entry),
                              people({"nia", "tomos"}), saw({"nia", "tomos"}))
                    .ok());
    EXPECT_TRUE(refused_as<NotFoundOrNotYours>(
        record_discussion(office, iolo(), discussion({"nia"}, november(23)), saw({"nia"}))));
}

TEST_F(Conferring, somebody_without_the_child_finds_no_conference_and_the_look_is_kept) {
    const auto meeting = held({"nia"});
    const auto file =
        open_conference(office, stranger(), meeting, access::Action::see_record, "conference");
    ASSERT_FALSE(file.ok());
    EXPECT_TRUE(std::holds_alternative<NotFoundOrNotYours>(file.error()));
    EXPECT_FALSE(all_looks().back().allowed);
    const base::EntryId nothing{thing("no such entry")};
    const auto none =
        open_conference(office, catrin(), nothing, access::Action::see_record, "conference");
    ASSERT_FALSE(none.ok());
    EXPECT_TRUE(std::holds_alternative<NotFoundOrNotYours>(none.error()));
}

// ---- reports
// ---------------------------------------------------------------------------------------

TEST_F(Conferring, a_report_has_a_writer_worries_and_a_view_of_the_risk) {
    const auto meeting = held({"nia"});
    const auto refused = [&](record::ConferenceReportReceived one) {
        return wrong(record_report(office, catrin(), one, people({"nia"}), saw({"nia"})));
    };
    auto one = report(meeting);
    one.name.clear();
    EXPECT_EQ(refused(one), ConferenceNonsense::nobody_named);
    one = report(meeting);
    one.risk.clear();
    EXPECT_EQ(refused(one), ConferenceNonsense::nothing_written);
    one = report(meeting);
    one.received_on = november(25);
    EXPECT_EQ(refused(one), ConferenceNonsense::date_in_future);
    EXPECT_EQ(refused(report(base::EntryId{thing("nothing")})),
              ConferenceNonsense::no_such_conference);
    EXPECT_EQ(refused(report(meeting)), std::nullopt);
}

TEST_F(Conferring, a_report_is_shared_once_and_not_before_it_came) {
    const auto meeting = held({"nia"});
    const auto came =
        record_report(office, catrin(), report(meeting), people({"nia"}), saw({"nia"}));
    ASSERT_TRUE(came.ok());
    const auto share = [&](CivilDate on) {
        return wrong(share_report(office, catrin(), {came.value().entry, on, "Her mother"},
                                  people({"nia"}), saw({"nia"})));
    };
    EXPECT_EQ(share(november(19)), ConferenceNonsense::shared_before_it_came);
    EXPECT_EQ(share(november(21)), std::nullopt);
    EXPECT_EQ(share(november(22)), ConferenceNonsense::shared_already);
    EXPECT_EQ(
        wrong(share_report(office, catrin(), {base::EntryId{thing("no report")}, november(21), ""},
                           people({"nia"}), saw({"nia"}))),
        ConferenceNonsense::no_such_conference);
}

TEST_F(Conferring, news_about_the_child_stops_the_writer_and_a_second_press_records_once) {
    const auto meeting = held({"nia"});
    const auto before = saw({"nia"});
    const auto first = record_report(office, catrin(), report(meeting), people({"nia"}), before);
    const auto second = record_report(office, catrin(), report(meeting), people({"nia"}), before);
    ASSERT_TRUE(first.ok());
    ASSERT_TRUE(second.ok());
    EXPECT_EQ(first.value().entry, second.value().entry);
    auto stale = before;
    stale.idempotency_key = "another";
    const auto late = record_report(office, catrin(), report(meeting), people({"nia"}), stale);
    ASSERT_FALSE(late.ok());
    EXPECT_TRUE(std::holds_alternative<SomebodyWasQuicker>(late.error()));
}

// ---- after
// -----------------------------------------------------------------------------------------

TEST_F(Conferring, nothing_is_sent_out_or_said_of_a_conference_that_was_not_held) {
    found({"nia"});
    const auto booked = take_slot(slot("iolo", november(26), "09:30"), {"nia"});
    ASSERT_TRUE(booked.ok());
    const record::ConferencePaperSent sent{
        booked.value().entry, record::ConferencePaper::full_record, november(24), {"Her mother"}};
    EXPECT_EQ(wrong(send_paper(office, catrin(), sent, people({"nia"}), saw({"nia"}))),
              ConferenceNonsense::not_held_yet);
}

TEST_F(Conferring, papers_dissent_answers_and_feedback_are_kept_with_their_days) {
    const auto meeting = held({"nia"});
    const auto who = people({"nia"});
    record::ConferencePaperSent sent{
        meeting, record::ConferencePaper::full_record, november(19), {"Her mother"}};
    EXPECT_EQ(wrong(send_paper(office, catrin(), sent, who, saw({"nia"}))),
              ConferenceNonsense::before_the_conference);
    sent.on = november(23);
    sent.to.clear();
    EXPECT_EQ(wrong(send_paper(office, catrin(), sent, who, saw({"nia"}))),
              ConferenceNonsense::nobody_named);
    record::ConferenceRecordAnswered answer{
        meeting, Agency::police, "Sgt", november(23), record::RecordAnswer::asked_for_change, ""};
    EXPECT_EQ(wrong(answer_record(office, catrin(), answer, who, saw({"nia"}))),
              ConferenceNonsense::record_not_sent);
    sent.to = {"Her mother"};
    ASSERT_TRUE(send_paper(office, catrin(), sent, who, saw({"nia"})).ok());
    EXPECT_EQ(wrong(answer_record(office, catrin(), answer, who, saw({"nia"}))),
              ConferenceNonsense::nothing_written);
    answer.words = "I said ten days";
    EXPECT_TRUE(answer_record(office, catrin(), answer, who, saw({"nia"})).ok());
    record::DissentRecorded dissent{meeting, Agency::police, "Sgt", november(20), ""};
    EXPECT_EQ(wrong(record_dissent(office, catrin(), dissent, who, saw({"nia"}))),
              ConferenceNonsense::nothing_written);
    dissent.reason = "Another category";
    EXPECT_TRUE(record_dissent(office, catrin(), dissent, who, saw({"nia"})).ok());
    record::ConferenceFeedbackGiven feedback;
    feedback.conference = meeting;
    feedback.on = november(21);
    EXPECT_EQ(wrong(give_feedback(office, catrin(), feedback, who, saw({"nia"}))),
              ConferenceNonsense::nothing_written);
    feedback.understood = record::Felt::partly;
    EXPECT_TRUE(give_feedback(office, catrin(), feedback, who, saw({"nia"})).ok());
    const auto file =
        open_conference(office, catrin(), meeting, access::Action::see_record, "conference");
    ASSERT_TRUE(file.ok());
    const auto& one = file.value().conference;
    EXPECT_EQ(one.papers.size(), 1U);
    EXPECT_EQ(one.dissents.size(), 1U);
    EXPECT_EQ(one.answers.size(), 1U);
    EXPECT_EQ(one.feedback.size(), 1U);
}

// ---- quorum
// ----------------------------------------------------------------------------------------

TEST_F(Conferring, too_few_agencies_by_the_councils_own_rule_need_a_reason_to_go_on) {
    found({"nia"});
    auto meeting = conference({"nia"}, november(20), ConferenceDecision::placed);
    meeting.invited = {{Agency::childrens_services, "Rhian", "", Came::attended, ""},
                       {Agency::police, "Sgt", "", Came::sent_apologies, ""}};
    record::ConferencePracticeSet practice{november(1), 3, {}, {}, ""};
    EXPECT_FALSE(set_practice(office, eleri(), practice, {}).ok()) << "no source";
    practice.source = "Handbook";
    EXPECT_FALSE(set_practice(office, rhian(), practice, {}).ok()) << "not a head of service";
    practice.quorum = 0;
    EXPECT_FALSE(set_practice(office, eleri(), practice, {}).ok());
    practice.quorum = 3;
    ASSERT_TRUE(set_practice(office, eleri(), practice, {}).ok());
    EXPECT_EQ(nonsense(confer(meeting, {"nia"})), EnquiryNonsense::inquorate_without_reason);
    meeting.went_ahead = "The chair: the child could not wait";
    EXPECT_TRUE(confer(meeting, {"nia"}).ok());
}

TEST_F(Conferring, a_conference_before_the_practice_was_set_is_not_measured_by_it) {
    found({"nia"});
    const record::ConferencePracticeSet practice{november(23), 3, {}, {}, "Handbook"};
    ASSERT_TRUE(set_practice(office, eleri(), practice, {}).ok());
    auto meeting = conference({"nia"}, november(20), ConferenceDecision::placed);
    meeting.invited = {{Agency::childrens_services, "Rhian", "", Came::attended, ""}};
    EXPECT_TRUE(confer(meeting, {"nia"}).ok());
}

// ---- diaries
// ---------------------------------------------------------------------------------------

TEST_F(Conferring, a_diary_is_kept_by_its_chair_and_by_managers) {
    record::ChairSlotsSet set;
    set.chair = base::WorkerId{thing("iolo")};
    set.from = november(25);
    set.slots = {{record::Weekday::friday, "10:00", 60}};
    EXPECT_FALSE(set_slots(office, catrin(), set, {}).ok());
    EXPECT_FALSE(set_slots(office, gwenan(), set, {}).ok()) << "another chair's";
    EXPECT_TRUE(set_slots(office, iolo(), set, {}).ok());
    EXPECT_EQ(offered(november(25), november(28)),
              (std::vector<std::string>{"2026-11-27 10:00 Iolo Mathias"}));
    set.slots.push_back({record::Weekday::friday, "10:59", 30});
    EXPECT_FALSE(set_slots(office, rhian(), set, {}).ok()) << "two slots overlap";
    set.slots.clear();
    EXPECT_TRUE(set_slots(office, rhian(), set, {}).ok());
    EXPECT_TRUE(offered(november(25), november(28)).empty());
    set.chair = base::WorkerId{thing("nobody")};
    EXPECT_FALSE(set_slots(office, rhian(), set, {}).ok());
    EXPECT_FALSE(set_away(office, rhian(),
                          {base::WorkerId{thing("iolo")}, november(27), november(27), ""}, {})
                     .ok());
}

// ---- load
// ------------------------------------------------------------------------------------------

TEST_F(Conferring, the_load_counts_a_meeting_once_and_each_child_and_says_what_is_not_booked) {
    found({"nia", "tomos"});
    auto load = load_for(eleri());
    ASSERT_EQ(load->duties.size(), 2U) << "and Ffion's and Bedwyr's review, in February";
    EXPECT_EQ(load->duties[0].children.size(), 2U);
    EXPECT_EQ(load->duties[0].due_by, november(30));
    EXPECT_FALSE(load->duties[0].breach());
    EXPECT_EQ(load->duties[0].slot->slot.on, november(26));
    auto booked = slot("iolo", november(26), "09:30");
    booked.travel_minutes = 40;
    ASSERT_TRUE(take_slot(booked, {"nia", "tomos"}).ok());
    load = load_for(eleri());
    EXPECT_EQ(load->duties.size(), 1U);
    const auto iolos = std::ranges::find(load->chairs, thing("iolo"),
                                         [](const auto& chair) { return chair.worker.worker; });
    ASSERT_NE(iolos, load->chairs.end());
    EXPECT_EQ(iolos->weeks[0].meetings, 1);
    EXPECT_EQ(iolos->weeks[0].children, 2);
    EXPECT_EQ(iolos->weeks[0].booked_minutes, 90);
    EXPECT_EQ(iolos->weeks[0].slot_minutes, 180);
    EXPECT_EQ(iolos->weeks[0].travel_minutes, 40);
    EXPECT_EQ(load->without_a_chair, 2) << "Ffion and Osian";
    ASSERT_EQ(load->to_come.size(), 1U);
    EXPECT_TRUE(load_for(gwenan())->to_come.empty()) << "not her meeting";
    EXPECT_EQ(load_for(iolo())->to_come.size(), 1U);
}

TEST_F(Conferring, what_finds_no_slot_by_its_day_is_forecast_as_late) {
    found({"nia", "tomos"});
    put(record::ChairAway{base::WorkerId{thing("iolo")}, november(24),
                          time::day(4, std::chrono::December, 2026), "Ill"},
        {thing("iolo")}, november(23));
    const auto load = load_for(eleri());
    ASSERT_EQ(load->duties.size(), 2U);
    EXPECT_TRUE(load->duties[0].breach());
    EXPECT_EQ(load->breaches(), 1U);
}

TEST_F(Conferring, papers_that_were_not_sent_stand_on_the_load_until_they_are) {
    const auto meeting = held({"nia"});
    auto load = load_for(rhian());
    ASSERT_EQ(load->papers.size(), 2U) << "outline plan and record";
    const record::ConferencePaperSent sent{
        meeting, record::ConferencePaper::outline_plan, november(23), {"Her mother"}};
    ASSERT_TRUE(send_paper(office, catrin(), sent, people({"nia"}), saw({"nia"})).ok());
    EXPECT_EQ(load_for(rhian())->papers.size(), 1U);
}

TEST_F(Conferring, papers_overdue_are_counted_alike_for_whoever_may_open_no_record) {
    static_cast<void>(held({"nia"}));
    clock.moment += std::chrono::days{60};
    const auto mine = load_for(rhian());
    const auto others = load_for(stranger());
    EXPECT_EQ(mine->papers_overdue, 2U);
    EXPECT_EQ(others->papers_overdue, mine->papers_overdue);
    EXPECT_EQ(others->papers.size(), 0U);
}

// ---- my work
// ---------------------------------------------------------------------------------------

TEST_F(Conferring, a_worker_sees_what_she_owes_to_conferences_once_for_brothers_and_sisters) {
    found({"nia", "tomos"});
    const auto owed = [&] {
        const auto work = days_work(office, catrin());
        EXPECT_TRUE(work.ok());
        return conference_tasks(work.value(), office.book, office.today());
    };
    EXPECT_TRUE(owed().empty());
    const auto booked = take_slot(slot("iolo", november(26), "09:30"), {"nia", "tomos"});
    ASSERT_TRUE(booked.ok());
    ASSERT_EQ(owed().size(), 1U);
    EXPECT_EQ(owed()[0].owes, ConferenceOwes::own_report);
    EXPECT_EQ(owed()[0].children.size(), 2U);
    auto own = report(booked.value().entry);
    own.agency = Agency::childrens_services;
    ASSERT_TRUE(
        record_report(office, catrin(), own, people({"nia", "tomos"}), saw({"nia", "tomos"})).ok());
    ASSERT_EQ(owed().size(), 1U);
    EXPECT_EQ(owed()[0].owes, ConferenceOwes::sharing);
}

TEST_F(Conferring, a_conference_owes_its_papers_until_they_are_sent) {
    const auto meeting = held({"nia"});
    const auto owed = [&] {
        return conference_tasks(days_work(office, catrin()).value(), office.book, office.today());
    };
    ASSERT_EQ(owed().size(), 2U);
    EXPECT_EQ(owed()[0].owes, ConferenceOwes::outline_plan);
    EXPECT_EQ(owed()[0].by, november(27));
    const record::ConferencePaperSent sent{
        meeting, record::ConferencePaper::outline_plan, november(23), {"Her mother"}};
    ASSERT_TRUE(send_paper(office, catrin(), sent, people({"nia"}), saw({"nia"})).ok());
    EXPECT_EQ(owed().size(), 1U);
}

// ---- taking back
// -----------------------------------------------------------------------------------

TEST_F(Conferring, what_belongs_to_a_conference_is_taken_back_before_it) {
    const auto meeting = held({"nia"});
    const auto came =
        record_report(office, catrin(), report(meeting), people({"nia"}), saw({"nia"}));
    ASSERT_TRUE(came.ok());
    const auto shared = share_report(office, catrin(), {came.value().entry, november(21), "Mum"},
                                     people({"nia"}), saw({"nia"}));
    ASSERT_TRUE(shared.ok());
    const auto stands = [&](base::EntryId entry) -> std::optional<StandsOnIt> {
        const auto answer = take_back(office, rhian(), entry, "never was", saw({"nia"}));
        if (answer.ok()) {
            return std::nullopt;
        }
        const auto* why = std::get_if<StandsOnIt>(&answer.error());
        EXPECT_NE(why, nullptr);
        return why == nullptr ? std::nullopt : std::optional{*why};
    };
    EXPECT_EQ(stands(meeting), StandsOnIt::what_belongs_to_it);
    EXPECT_EQ(stands(came.value().entry), StandsOnIt::sharing);
    EXPECT_EQ(stands(shared.value().entry), std::nullopt);
    EXPECT_EQ(stands(came.value().entry), std::nullopt);
    EXPECT_EQ(stands(meeting), std::nullopt);
}

// ---- an unborn child
// -------------------------------------------------------------------------------

TEST_F(Conferring, a_conference_on_a_child_not_born_yet_says_so_and_has_the_ordinary_time) {
    record::PersonDescribed unborn;
    unborn.number = "nia";
    unborn.forename = "";
    unborn.surname = "Bowen";
    unborn.expected = time::day(20, std::chrono::January, 2027);
    put(unborn, {thing("nia")}, november(2));
    const auto meeting = held({"nia"});
    const auto file =
        open_conference(office, catrin(), meeting, access::Action::see_record, "conference");
    ASSERT_TRUE(file.ok());
    EXPECT_EQ(file.value().unborn.size(), 1U);
    EXPECT_EQ(file.value().due.due_by, november(30));
}

} // namespace
} // namespace gweld::casework
