// From a strategy discussion to the register: each step, and each refusal.
#include "enquiring_office.h"

namespace gweld::casework {
namespace {

// ---- the whole way -----------------------------------------------------------------------------

TEST_F(Enquiries, from_the_discussion_to_the_register_for_two_children_at_once) {
    found({"nia", "tomos"});
    ASSERT_TRUE(book({"nia", "tomos"}, november(27)).ok());
    auto held = conference({"nia", "tomos"}, november(23), ConferenceDecision::placed);
    held.children[1].decision = ConferenceDecision::not_placed;
    held.children[1].categories.clear();
    ASSERT_TRUE(confer(held, {"nia", "tomos"}).ok());
    ASSERT_EQ(register_of("nia").size(), 1U);
    EXPECT_EQ(register_of("nia")[0].start_day, november(23).day_number());
    EXPECT_EQ(register_of("nia")[0].categories, "neglect");
    EXPECT_TRUE(register_of("tomos").empty());
}

TEST_F(Enquiries, a_review_conference_takes_a_name_off_from_the_day_after) {
    const auto held =
        conference({"ffion"}, november(20), ConferenceDecision::removed, ConferenceType::review);
    ASSERT_TRUE(confer(held, {"ffion"}).ok());
    EXPECT_EQ(register_of("ffion").at(0).end_day, november(21).day_number());
    EXPECT_EQ(register_of("ffion").at(0).ground, "decided_at_review_conference");
}

TEST_F(Enquiries, the_button_pressed_twice_records_once) {
    const auto from = discussed({"nia"}, november(9));
    const record::EnquiryStarted started{from, november(9), record::EnquiryBy::jointly_with_police};
    const auto once = saw({"nia"});
    const auto first = start_enquiry(office, catrin(), started, people({"nia"}), once);
    const auto second = start_enquiry(office, catrin(), started, people({"nia"}), once);
    ASSERT_TRUE(first.ok());
    ASSERT_TRUE(second.ok());
    EXPECT_EQ(first.value().entry, second.value().entry);
}

TEST_F(Enquiries, news_about_one_of_the_children_stops_the_writer_with_what_changed) {
    const auto before = saw({"nia", "tomos"});
    discussed({"tomos"}, november(9));
    const auto late =
        record_discussion(office, catrin(), discussion({"nia", "tomos"}, november(10)), before);
    ASSERT_TRUE(refused_as<SomebodyWasQuicker>(late));
    EXPECT_EQ(std::get<SomebodyWasQuicker>(late.error()).since.size(), 1U);
}

TEST_F(Enquiries, a_child_whose_version_was_not_sent_is_never_passed_over) {
    const auto answer = record_discussion(office, catrin(),
                                          discussion({"nia", "tomos"}, november(9)), saw({"nia"}));
    EXPECT_TRUE(refused_as<SomebodyWasQuicker>(answer));
}

// ---- who ---------------------------------------------------------------------------------------

TEST_F(Enquiries, somebody_without_the_child_records_nothing_and_the_look_is_kept) {
    const auto answer =
        record_discussion(office, stranger(), discussion({"nia"}, november(9)), saw({"nia"}));
    EXPECT_TRUE(refused_as<NotFoundOrNotYours>(answer));
    const auto looks = all_looks();
    ASSERT_FALSE(looks.empty());
    EXPECT_FALSE(looks.back().allowed);
    EXPECT_EQ(looks.back().page, "record-discussion");
}

TEST_F(Enquiries, a_head_of_service_accepts_and_does_not_record) {
    EXPECT_TRUE(refused_as<NotFoundOrNotYours>(
        record_discussion(office, eleri(), discussion({"nia"}, november(9)), saw({"nia"}))));
    const auto meeting = discussed({"nia"}, november(9), Came::did_not_come);
    EXPECT_TRUE(refused_as<NotFoundOrNotYours>(
        accept_internal_meeting(office, rhian(), meeting, "why", saw({"nia"}))));
    EXPECT_TRUE(accept_internal_meeting(office, eleri(), meeting, "why", saw({"nia"})).ok());
}

// ---- each refusal ------------------------------------------------------------------------------

TEST_F(Enquiries, a_discussion_that_cannot_have_been_is_refused) {
    const auto refuse = [&](const record::StrategyDiscussionHeld& held) {
        return nonsense(record_discussion(office, catrin(), held, saw({"nia"})));
    };
    EXPECT_EQ(refuse(discussion({}, november(9))), EnquiryNonsense::no_children);
    EXPECT_EQ(refuse(discussion({"nia", "nia"}, november(9))), EnquiryNonsense::no_children);
    EXPECT_EQ(refuse(discussion({"nia"}, november(25))), EnquiryNonsense::date_in_future);
    EXPECT_EQ(refuse(discussion({"nia"}, time::day(1, std::chrono::January, 2017))),
              EnquiryNonsense::before_birth);
    EXPECT_EQ(refuse(discussion({"nia"}, time::day(1, std::chrono::February, 2018))), std::nullopt)
        << "before the birth, and discussed already";
    auto held = discussion({"nia"}, november(9));
    held.invited.clear();
    EXPECT_EQ(refuse(held), EnquiryNonsense::nobody_came);
    held = discussion({"nia"}, november(9));
    held.decided.clear();
    EXPECT_EQ(refuse(held), EnquiryNonsense::nothing_decided);
    held = discussion({"nia"}, november(9));
    held.why.clear();
    EXPECT_EQ(refuse(held), EnquiryNonsense::no_reason);
}

TEST_F(Enquiries, a_meeting_without_the_police_starts_no_enquiry_until_it_is_accepted) {
    const auto meeting = discussed({"nia"}, november(9), Came::sent_apologies);
    EXPECT_EQ(nonsense(start(meeting, {"nia"}, november(9))),
              EnquiryNonsense::no_discussion_that_counts);
    EXPECT_EQ(nonsense(accept_internal_meeting(office, eleri(), meeting, "", saw({"nia"}))),
              EnquiryNonsense::no_reason);
    ASSERT_TRUE(
        accept_internal_meeting(office, eleri(), meeting, "agreed by phone", saw({"nia"})).ok());
    EXPECT_EQ(nonsense(accept_internal_meeting(office, eleri(), meeting, "again", saw({"nia"}))),
              EnquiryNonsense::accepted_already);
    EXPECT_TRUE(start(meeting, {"nia"}, november(10)).ok());
}

TEST_F(Enquiries, a_strategy_discussion_needs_nobody_to_accept_it) {
    const auto meeting = discussed({"nia"}, november(9));
    EXPECT_EQ(nonsense(accept_internal_meeting(office, eleri(), meeting, "why", saw({"nia"}))),
              EnquiryNonsense::not_an_internal_meeting);
}

TEST_F(Enquiries, an_enquiry_needs_a_discussion_of_this_child_with_the_threshold_met) {
    const auto of_nia = discussed({"nia"}, november(9));
    EXPECT_EQ(nonsense(start(of_nia, {"nia", "tomos"}, november(9))),
              EnquiryNonsense::no_discussion_that_counts);
    EXPECT_EQ(nonsense(start(of_nia, {"nia"}, november(8))),
              EnquiryNonsense::before_the_discussion);
    EXPECT_EQ(nonsense(start(of_nia, {"nia"}, november(25))), EnquiryNonsense::date_in_future);
    EXPECT_EQ(nonsense(start(of_nia, {}, november(9))), EnquiryNonsense::no_children);
    ASSERT_TRUE(start(of_nia, {"nia"}, november(9)).ok());
    EXPECT_EQ(nonsense(start(of_nia, {"nia"}, november(10))),
              EnquiryNonsense::no_discussion_that_counts)
        << "one enquiry for one discussion";
}

TEST_F(Enquiries, an_enquiry_is_concluded_once_with_an_analysis_and_not_before_it_began) {
    const auto enquiry = start(discussed({"nia"}, november(9)), {"nia"}, november(10));
    ASSERT_TRUE(enquiry.ok());
    const auto id = enquiry.value().entry;
    EXPECT_EQ(nonsense(conclude(id, {"nia"}, november(9))), EnquiryNonsense::before_the_enquiry);
    EXPECT_EQ(nonsense(conclude(id, {"tomos"}, november(16))),
              EnquiryNonsense::not_of_this_enquiry);
    EXPECT_EQ(nonsense(conclude_enquiry(
                  office, catrin(),
                  {id, november(16), {{child("nia"), Determination::not_substantiated, "", ""}}},
                  saw({"nia"}))),
              EnquiryNonsense::no_analysis);
    ASSERT_TRUE(conclude(id, {"nia"}, november(16)).ok());
    EXPECT_EQ(nonsense(conclude(id, {"nia"}, november(17))), EnquiryNonsense::concluded_already);
}

TEST_F(Enquiries, a_conference_before_any_strategy_discussion_is_refused) {
    EXPECT_EQ(nonsense(book({"nia"}, november(27))), EnquiryNonsense::no_strategy_discussion);
    discussed({"nia"}, november(9), Came::did_not_come);
    EXPECT_EQ(nonsense(book({"nia"}, november(27))), EnquiryNonsense::no_strategy_discussion);
    EXPECT_EQ(
        nonsense(confer(conference({"nia"}, november(20), ConferenceDecision::placed), {"nia"})),
        EnquiryNonsense::no_strategy_discussion);
}

TEST_F(Enquiries, an_initial_conference_is_for_a_child_at_continuing_risk) {
    found({"nia"}, Determination::substantiated_not_continuing_risk);
    EXPECT_EQ(nonsense(book({"nia"}, november(27))), EnquiryNonsense::no_continuing_risk);
}

TEST_F(Enquiries, a_conference_is_not_before_what_it_is_about) {
    found({"nia"});
    EXPECT_EQ(nonsense(book({"nia"}, november(13))), EnquiryNonsense::before_the_conclusion);
    EXPECT_EQ(
        nonsense(confer(conference({"nia"}, november(25), ConferenceDecision::placed), {"nia"})),
        EnquiryNonsense::date_in_future);
}

TEST_F(Enquiries, one_enquiry_leads_to_one_initial_conference) {
    found({"nia"});
    ASSERT_TRUE(
        confer(conference({"nia"}, november(18), ConferenceDecision::not_placed), {"nia"}).ok());
    EXPECT_EQ(
        nonsense(confer(conference({"nia"}, november(20), ConferenceDecision::placed), {"nia"})),
        EnquiryNonsense::conference_held_already);
    EXPECT_TRUE(register_of("nia").empty());
}

TEST_F(Enquiries, nobody_is_on_the_register_twice_or_before_being_born) {
    // Ffion is on the register since the 3rd.
    const auto moving = ConferenceType::transfer_in;
    EXPECT_EQ(
        nonsense(confer(conference({"ffion"}, november(1), ConferenceDecision::placed, moving),
                        {"ffion"})),
        EnquiryNonsense::on_register_already)
        << "an earlier day, but the stay it begins would not end";
    EXPECT_EQ(nonsense(confer(conference({"nia"}, time::day(1, std::chrono::January, 1900),
                                         ConferenceDecision::placed, moving),
                              {"nia"})),
              EnquiryNonsense::before_birth);
    EXPECT_EQ(register_of("ffion").size(), 1U);
    EXPECT_TRUE(register_of("nia").empty());
}

TEST_F(Enquiries, a_review_ends_the_stay_it_was_about_and_only_once) {
    const auto review = [&](unsigned day) {
        return confer(conference({"ffion"}, november(day), ConferenceDecision::removed,
                                 ConferenceType::review),
                      {"ffion"});
    };
    ASSERT_TRUE(review(10).ok());
    const record::PlacedOnRegister again{november(15), {record::Category::neglect}, ""};
    put(again, {thing("ffion")}, november(15));
    EXPECT_EQ(nonsense(review(8)), EnquiryNonsense::not_on_register) << "that stay ended already";
    EXPECT_EQ(nonsense(review(12)), EnquiryNonsense::not_on_register) << "between the two";
    ASSERT_EQ(register_of("ffion").size(), 2U);
    for (const auto& row : register_of("ffion")) {
        EXPECT_TRUE(row.start_day == november(15).day_number()
                        ? !row.end_day
                        : row.end_day == november(11).day_number());
    }
}

TEST_F(Enquiries, a_discussion_on_the_day_an_enquiry_was_concluded_still_calls_for_one) {
    found({"nia"}, Determination::not_substantiated); // concluded on the 16th
    const auto again = discussed({"nia"}, november(16));
    EXPECT_TRUE(start(again, {"nia"}, november(16)).ok());
}

TEST_F(Enquiries, a_conference_on_moving_here_asks_for_no_enquiry) {
    EXPECT_TRUE(book({"nia"}, november(27), ConferenceType::transfer_in).ok());
}

TEST_F(Enquiries, each_child_has_a_decision_that_fits_the_conference) {
    found({"nia"});
    const auto refuse = [&](const record::ConferenceHeld& held, const std::string& id) {
        return nonsense(confer(held, {id}));
    };
    auto held = conference({"nia"}, november(20), ConferenceDecision::placed);
    held.children[0].categories.clear();
    EXPECT_EQ(refuse(held, "nia"), EnquiryNonsense::no_category);
    EXPECT_EQ(refuse(conference({"nia"}, november(20), ConferenceDecision::not_recorded), "nia"),
              EnquiryNonsense::no_decision);
    EXPECT_EQ(refuse(conference({"nia"}, november(20), ConferenceDecision::removed), "nia"),
              EnquiryNonsense::no_decision);
    EXPECT_EQ(refuse(conference({"nia"}, november(20), ConferenceDecision::continued,
                                ConferenceType::review),
                     "nia"),
              EnquiryNonsense::not_on_register);
    EXPECT_EQ(refuse(conference({"ffion"}, november(20), ConferenceDecision::placed,
                                ConferenceType::transfer_in),
                     "ffion"),
              EnquiryNonsense::on_register_already);
}

// The extract of an earlier system holds neither the discussion nor the finding.
TEST_F(Enquiries, one_that_began_elsewhere_is_concluded_here_or_leads_to_a_conference) {
    const auto began = [&](std::string_view id) {
        return base::EntryId{
            put(record::EnquiryStarted{{}, november(9), record::EnquiryBy::not_recorded},
                {thing(id)}, november(9))};
    };
    const auto of_nia = began("nia");
    EXPECT_TRUE(conclude(of_nia, {"nia"}, november(16)).ok());
    EXPECT_TRUE(
        confer(conference({"nia"}, november(20), ConferenceDecision::placed), {"nia"}).ok());
    const auto of_tomos = began("tomos");
    record::EnquiryConcluded concluded{of_tomos, november(16), {}};
    concluded.children = {{child("tomos"), Determination::not_recorded, "", "CP_CONFERENCE_FLAG"}};
    put(concluded, {thing("tomos")}, november(16));
    EXPECT_TRUE(book({"tomos"}, november(27)).ok());
    EXPECT_EQ(missing(), std::vector<Missing>{});
}

} // namespace
} // namespace gweld::casework
