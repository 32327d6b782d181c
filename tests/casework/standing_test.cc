// How a child stands takes notice of what is booked, and the duty does not.
#include "casework/standing.h"

#include "enquiring_office.h"

namespace gweld::casework {
namespace {

constexpr std::string_view bedroom = "cp.visit.bedroom-seen";
constexpr std::string_view review = "cp.conference.review";

class Standings : public Enquiries {
  protected:
    base::Uuid booked(time::CivilDate on) {
        record::ConferenceBooked booking;
        booking.type = record::ConferenceType::review;
        booking.on = on;
        booking.at = "10:00";
        booking.place = "Neuadd y Sir";
        booking.chair = "Gwenan";
        return put(booking, {thing("ffion")}, registered);
    }
    Standing ffion() {
        std::shared_ptr<const Facts> facts;
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& r) {
                            facts = std::make_shared<Facts>(read_facts(r, child("ffion")));
                        })
                        .ok());
        return standing_of(facts, office.book, office.today());
    }
};

TEST_F(Standings, the_bedroom_is_to_be_seen_before_a_conference_booked_sooner_than_it_is_due) {
    const auto without = ffion();
    EXPECT_EQ(without.condition(bedroom)->act_by(), without.condition(bedroom)->duty.due_by);
    EXPECT_FALSE(without.condition(bedroom)->due_soon());
    booked(november(26));
    const auto with = ffion();
    EXPECT_EQ(with.condition(bedroom)->act_by(), november(26));
    EXPECT_EQ(with.condition(bedroom)->working_days_left, 2);
    EXPECT_TRUE(with.condition(bedroom)->due_soon());
    EXPECT_EQ(with.condition(bedroom)->duty.due_by, without.condition(bedroom)->duty.due_by)
        << "a figure counts conferences that were held";
    EXPECT_EQ(with.condition(review)->booked, november(26));
    EXPECT_EQ(with.condition(review)->act_by(), with.condition(review)->duty.due_by);
}

TEST_F(Standings, a_booking_for_today_is_due_today_and_one_gone_by_or_too_late_changes_nothing) {
    booked(november(20));
    EXPECT_FALSE(ffion().condition(bedroom)->booked);
    booked(time::day(1, std::chrono::May, 2027));
    EXPECT_EQ(ffion().condition(bedroom)->act_by(), ffion().condition(bedroom)->duty.due_by);
    booked(november(24));
    EXPECT_EQ(ffion().condition(bedroom)->duty.state, protection::DutyState::due_today);
    EXPECT_EQ(ffion().condition(bedroom)->working_days_left, 0);
}

} // namespace
} // namespace gweld::casework
