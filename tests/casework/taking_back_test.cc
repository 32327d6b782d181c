// Withdrawing a step of a child's protection: from the last to the first, and only what is one's
// own to correct.
#include "casework/register_changes.h"
#include "casework/taking_back.h"

#include "enquiring_office.h"
#include "protection/enquiries.h"

namespace gweld::casework {
namespace {

class TakingBack : public Enquiries {
  protected:
    TakeBackAnswer take_back(base::EntryId entry, const access::Viewer& viewer = catrin(),
                             const std::string& reason = "On the wrong child") {
        return casework::take_back(office, viewer, entry, reason,
                                   {"take back " + std::to_string(++presses_), {}});
    }
    static std::optional<StandsOnIt> stands(const TakeBackAnswer& answer) {
        const auto* why = answer.ok() ? nullptr : std::get_if<StandsOnIt>(&answer.error());
        return why == nullptr ? std::nullopt : std::optional{*why};
    }
    protection::EnquiryHistory history(std::string_view id) {
        protection::EnquiryHistory found;
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& reading) {
                            found = protection::enquiries_of(child(id), reading.about(thing(id), 0),
                                                             std::nullopt);
                        })
                        .ok());
        return found;
    }

  private:
    int presses_ = 0;
};

TEST_F(TakingBack, a_discussion_that_never_was_is_gone_from_every_child) {
    const auto discussion = discussed({"nia", "tomos"}, november(9));
    ASSERT_TRUE(take_back(discussion).ok());
    EXPECT_TRUE(history("nia").discussions.empty());
    EXPECT_TRUE(history("tomos").discussions.empty());
    EXPECT_TRUE(missing().empty());
}

TEST_F(TakingBack, the_steps_go_from_the_last_to_the_first) {
    const auto discussion = discussed({"nia"}, november(9));
    const auto enquiry = start(discussion, {"nia"}, november(9));
    ASSERT_TRUE(enquiry.ok());
    EXPECT_EQ(stands(take_back(discussion)), StandsOnIt::enquiry);
    const auto conclusion = conclude(enquiry.value().entry, {"nia"}, november(16));
    ASSERT_TRUE(conclusion.ok());
    EXPECT_EQ(stands(take_back(enquiry.value().entry)), StandsOnIt::conclusion);
    const auto held =
        confer(conference({"nia"}, november(23), ConferenceDecision::placed), {"nia"});
    ASSERT_TRUE(held.ok());
    EXPECT_EQ(stands(take_back(conclusion.value().entry)), StandsOnIt::conference);

    ASSERT_TRUE(take_back(held.value().entry).ok());
    EXPECT_TRUE(register_of("nia").empty()) << "the name goes off with the conference";
    ASSERT_TRUE(take_back(conclusion.value().entry).ok());
    ASSERT_TRUE(take_back(enquiry.value().entry).ok());
    ASSERT_TRUE(take_back(discussion).ok());
    EXPECT_TRUE(history("nia").enquiries.empty());
}

TEST_F(TakingBack, a_meeting_accepted_is_first_no_longer_accepted) {
    const auto meeting = discussed({"nia"}, november(9), Came::did_not_come);
    const auto accepted = accept_internal_meeting(office, eleri(), meeting, "why", saw({"nia"}));
    ASSERT_TRUE(accepted.ok());
    EXPECT_EQ(stands(take_back(meeting)), StandsOnIt::acceptance);
    const auto started = start(meeting, {"nia"}, november(24));
    ASSERT_TRUE(started.ok());
    EXPECT_EQ(stands(take_back(accepted.value().entry)), StandsOnIt::enquiry);
    ASSERT_TRUE(take_back(started.value().entry).ok());
    ASSERT_TRUE(take_back(accepted.value().entry).ok());
    EXPECT_FALSE(history("nia").discussions.at(0).accepted);
    EXPECT_TRUE(take_back(meeting).ok());
}

TEST_F(TakingBack, a_name_taken_off_by_mistake_is_on_the_register_again) {
    const auto held = confer(
        conference({"ffion"}, november(20), ConferenceDecision::removed, ConferenceType::review),
        {"ffion"});
    ASSERT_TRUE(held.ok());
    ASSERT_TRUE(register_of("ffion").at(0).end_day);
    ASSERT_TRUE(take_back(held.value().entry).ok());
    EXPECT_FALSE(register_of("ffion").at(0).end_day);
}

TEST_F(TakingBack, a_conference_stays_while_the_stay_it_began_is_over) {
    found({"nia"});
    const auto held =
        confer(conference({"nia"}, november(16), ConferenceDecision::placed), {"nia"});
    ASSERT_TRUE(held.ok());
    ASSERT_TRUE(confer(conference({"nia"}, november(23), ConferenceDecision::removed,
                                  ConferenceType::review),
                       {"nia"})
                    .ok());
    EXPECT_EQ(stands(take_back(held.value().entry)), StandsOnIt::later_on_register);
}

TEST_F(TakingBack, a_conference_stays_while_a_change_names_the_stay_it_began) {
    found({"nia"});
    const auto held =
        confer(conference({"nia"}, november(16), ConferenceDecision::placed), {"nia"});
    ASSERT_TRUE(held.ok());
    ASSERT_TRUE(change_category(office, rhian(), {child("nia")}, {record::Category::sexual_abuse},
                                november(20), "Decided since.", saw({"nia"}))
                    .ok());
    EXPECT_EQ(stands(take_back(held.value().entry)), StandsOnIt::later_on_register);
}

TEST_F(TakingBack, pressed_twice_it_is_done_once) {
    const auto held = confer(
        conference({"ffion"}, november(20), ConferenceDecision::removed, ConferenceType::review),
        {"ffion"});
    ASSERT_TRUE(held.ok());
    const auto first = take_back(held.value().entry);
    const auto second = take_back(held.value().entry);
    ASSERT_TRUE(first.ok());
    ASSERT_TRUE(second.ok());
    EXPECT_EQ(first.value().entry, second.value().entry);
    const auto other = take_back(held.value().entry, rhian());
    ASSERT_FALSE(other.ok());
    EXPECT_TRUE(std::holds_alternative<CorrectedAlready>(other.error()));
}

TEST_F(TakingBack, only_who_may_correct_each_child_and_never_without_a_reason) {
    const auto discussion = discussed({"nia"}, november(9));
    EXPECT_EQ(stands(take_back(discussion, catrin(), "")), StandsOnIt::no_reason);
    const auto refused = take_back(discussion, stranger());
    ASSERT_FALSE(refused.ok());
    EXPECT_TRUE(std::holds_alternative<NotFoundOrNotYours>(refused.error()));
    EXPECT_EQ(all_looks().back().page, "withdraw-entry");
    EXPECT_FALSE(all_looks().back().allowed);
    EXPECT_EQ(history("nia").discussions.size(), 1U);
}

TEST_F(TakingBack, what_is_no_step_of_protection_is_not_taken_back_here) {
    const auto entries = [&] {
        std::vector<record::Entry> all;
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& reading) {
                            all = reading.about(thing("nia"), 0);
                        })
                        .ok());
        return all;
    }();
    for (const auto& entry : entries) {
        EXPECT_FALSE(can_be_taken_back(entry.kind)) << entry.kind;
        const auto refused = take_back(base::EntryId{entry.id});
        ASSERT_FALSE(refused.ok());
        EXPECT_TRUE(std::holds_alternative<NotFoundOrNotYours>(refused.error()));
    }
    EXPECT_FALSE(take_back(base::EntryId{thing("no such entry")}).ok());
}

} // namespace
} // namespace gweld::casework
