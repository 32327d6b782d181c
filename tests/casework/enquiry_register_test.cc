// The register of enquiries: what is missing, open, concluded, and held without the police.
#include "enquiring_office.h"

namespace gweld::casework {
namespace {

using EnquiriesRegistered = Enquiries;

// -------------------------------------------------------------------

TEST_F(EnquiriesRegistered, each_gap_is_on_the_register_until_it_is_filled) {
    const auto from = discussed({"nia"}, november(9));
    EXPECT_EQ(missing(), std::vector{Missing::enquiry});
    const auto enquiry = start(from, {"nia"}, november(9));
    EXPECT_EQ(missing(), std::vector<Missing>{});
    ASSERT_EQ(the_register(rhian())->open.size(), 1U);
    EXPECT_EQ(the_register(rhian())->open[0].working_days, 11) << "9 to 24 November";
    ASSERT_TRUE(conclude(enquiry.value().entry, {"nia"}, november(16)).ok());
    EXPECT_EQ(missing(), std::vector{Missing::conference_booking});
    ASSERT_TRUE(book({"nia"}, november(27)).ok());
    EXPECT_EQ(missing(), std::vector<Missing>{});
    clock.moment += std::chrono::days{7}; // 1 December; it was due by 30 November
    EXPECT_EQ(missing(), std::vector{Missing::conference});
    ASSERT_TRUE(
        confer(conference({"nia"}, november(27), ConferenceDecision::placed), {"nia"}).ok());
    EXPECT_EQ(missing(), std::vector<Missing>{});
    ASSERT_EQ(the_register(rhian())->concluded.size(), 1U);
    EXPECT_NE(the_register(rhian())->concluded[0].conference.held, nullptr);
}

TEST_F(EnquiriesRegistered, a_child_placed_with_nobody_allocated_is_missing_a_worker) {
    put(record::PlacedOnRegister{november(2), {record::Category::neglect}, ""}, {thing("gwilym")},
        november(2));
    record::PersonDescribed person;
    person.forename = "Gwilym";
    put(person, {thing("gwilym")}, november(2));
    EXPECT_EQ(missing(), std::vector{Missing::worker});
}

TEST_F(EnquiriesRegistered, meetings_without_the_police_are_counted_once_and_shown_for_each_child) {
    const auto meeting = discussed({"nia", "tomos"}, november(9), Came::did_not_come);
    discussed({"nia"}, november(10), Came::did_not_come);
    ASSERT_TRUE(
        accept_internal_meeting(office, eleri(), meeting, "why", saw({"nia", "tomos"})).ok());
    const auto seen = the_register(eleri());
    EXPECT_EQ(seen->meetings_without_police, 2U);
    EXPECT_EQ(seen->accepted, 1U);
    EXPECT_EQ(seen->without_police.size(), 3U);
}

TEST_F(EnquiriesRegistered, a_manager_of_another_team_sees_none_of_it) {
    discussed({"nia"}, november(9));
    auto elsewhere = rhian();
    elsewhere.worker = thing("ifan");
    elsewhere.team = thing("South");
    elsewhere.team_name = "South";
    EXPECT_TRUE(the_register(elsewhere)->missing.empty());
}

TEST_F(EnquiriesRegistered, of_years_of_concluded_ones_only_as_many_as_are_asked_for_are_read) {
    constexpr int more_than_shown = 130;
    for (int n = 0; n < more_than_shown; ++n) {
        const auto id = "child " + std::to_string(n);
        record::PersonDescribed person;
        person.forename = id;
        put(person, {thing(id)}, registered);
        const auto on = time::day(1, std::chrono::January, 2026).plus_days(n);
        const base::EntryId enquiry{
            put(record::EnquiryStarted{{}, on, record::EnquiryBy::not_recorded}, {thing(id)}, on)};
        record::EnquiryConcluded concluded{enquiry, on.plus_days(7), {}};
        concluded.children = {{child(id), Determination::not_substantiated, "", ""}};
        put(concluded, {thing(id)}, on.plus_days(7));
    }
    const auto all = register_of_enquiries(
        office, eleri(), time::day(1, std::chrono::January, 2026), november(24), 100);
    ASSERT_TRUE(all.ok());
    const auto& lines = all.value()->concluded;
    ASSERT_EQ(lines.size(), 100U);
    EXPECT_EQ(lines.front().child->person->forename, "child 129");
    EXPECT_EQ(lines.back().child->person->forename, "child 30");
}

} // namespace
} // namespace gweld::casework
