// What may change about a name on the register between conferences.
#include "casework/register_changes.h"
#include "planning_office.h"

namespace gweld::casework {
namespace {

using record::Category;

class RegisterChanges : public Planning {
  protected:
    RegisterAnswer category(const std::vector<std::string>& children, CivilDate on,
                            std::vector<Category> categories = {Category::physical_abuse},
                            const std::string& why = "Decided at the conference.") {
        return change_category(office, rhian(), people(children), categories, on, why,
                               saw(children));
    }
    RegisterAnswer away(const std::vector<std::string>& children, CivilDate from, CivilDate until) {
        return move_for_a_time(office, rhian(), people(children),
                               {"Dyffryn Alaw", from, until, "Their team visits."}, saw(children));
    }
    RegisterAnswer leaving(const std::vector<std::string>& children, CivilDate on) {
        return notify_permanent_move(office, rhian(), people(children), {"Dyffryn Alaw", on, {}},
                                     saw(children));
    }
    RegisterAnswer received(const std::vector<std::string>& children, CivilDate on) {
        return record_receiving_conference(office, rhian(), people(children), on,
                                           record::ReceivingDecision::placed, saw(children));
    }
    const protection::Away* now_away(std::string_view who) {
        child_ = facts(who);
        return protection::away_on(child_->moves, child_->history.registrations[0].entry,
                                   office.today());
    }

  private:
    std::shared_ptr<const Facts> child_;
};

TEST_F(RegisterChanges, another_category_goes_on_the_same_registration_with_its_reason) {
    ASSERT_TRUE(category({"ffion", "osian"}, november(20)).ok());
    EXPECT_EQ(register_of("ffion").at(0).categories, "physical_abuse");
    EXPECT_EQ(register_of("osian").size(), 1U);
    EXPECT_EQ(wrong(category({"ffion"}, november(21))), RegisterNonsense::same_categories);
}

TEST_F(RegisterChanges, a_category_without_reason_or_day_is_refused) {
    EXPECT_EQ(wrong(category({"ffion"}, november(20), {})), RegisterNonsense::no_category);
    EXPECT_EQ(wrong(category({"ffion"}, november(20), {Category::neglect}, "")),
              RegisterNonsense::no_reason);
    EXPECT_EQ(wrong(category({"ffion"}, november(25))), RegisterNonsense::date_in_future);
    EXPECT_EQ(wrong(category({"ffion"}, november(2))), RegisterNonsense::not_on_register);
    EXPECT_EQ(wrong(category({"nia"}, november(20))), RegisterNonsense::not_on_register);
    EXPECT_EQ(wrong(category({}, november(20))), RegisterNonsense::no_children);
}

TEST_F(RegisterChanges, are_for_managers_and_made_once) {
    EXPECT_TRUE(stopped_by<NotFoundOrNotYours>(
        change_category(office, catrin(), people({"ffion"}), {Category::physical_abuse},
                        november(20), "why", saw({"ffion"}))));
    const auto once = saw({"ffion"});
    const auto press = [&] {
        return change_category(office, rhian(), people({"ffion"}), {Category::physical_abuse},
                               november(20), "why", once);
    };
    const auto first = press();
    const auto second = press();
    ASSERT_TRUE(first.ok());
    ASSERT_TRUE(second.ok());
    EXPECT_EQ(first.value().entry, second.value().entry);
}

TEST_F(RegisterChanges, one_move_for_a_time_ends_before_another_begins) {
    ASSERT_TRUE(away({"ffion"}, november(10), november(20)).ok());
    EXPECT_EQ(wrong(away({"ffion"}, november(5), november(12))), RegisterNonsense::away_already);
    EXPECT_EQ(wrong(away({"ffion"}, november(21), november(28))), RegisterNonsense::away_already)
        << "nobody has recorded that she is back";
    ASSERT_TRUE(come_back(office, rhian(), people({"ffion"}), november(20), saw({"ffion"})).ok());
    EXPECT_TRUE(away({"ffion"}, november(21), november(28)).ok());
}

TEST_F(RegisterChanges, a_child_away_for_a_time_stays_on_the_register_and_comes_back) {
    ASSERT_TRUE(away({"ffion"}, november(10), november(30)).ok());
    ASSERT_NE(now_away("ffion"), nullptr);
    EXPECT_EQ(now_away("ffion")->move.authority, "Dyffryn Alaw");
    EXPECT_EQ(register_of("ffion").at(0).end_day, std::nullopt);
    EXPECT_EQ(wrong(away({"ffion"}, november(12), november(30))), RegisterNonsense::away_already);
    EXPECT_EQ(wrong(come_back(office, rhian(), people({"osian"}), november(20), saw({"osian"}))),
              RegisterNonsense::not_away);
    const auto once = saw({"ffion"});
    ASSERT_TRUE(come_back(office, rhian(), people({"ffion"}), november(20), once).ok());
    EXPECT_TRUE(come_back(office, rhian(), people({"ffion"}), november(20), once).ok())
        << "pressed twice";
    EXPECT_EQ(now_away("ffion"), nullptr);
}

TEST_F(RegisterChanges, whoever_is_not_back_by_the_day_expected_is_still_away) {
    ASSERT_TRUE(away({"ffion"}, november(10), november(15)).ok());
    EXPECT_NE(now_away("ffion"), nullptr);
}

TEST_F(RegisterChanges, more_than_twelve_weeks_is_what_the_procedures_call_permanent) {
    EXPECT_FALSE(protection::to_be_treated_as_permanent(november(1), november(1).plus_days(84)));
    EXPECT_TRUE(protection::to_be_treated_as_permanent(november(1), november(1).plus_days(85)));
    EXPECT_EQ(wrong(away({"ffion"}, november(10), november(10))),
              RegisterNonsense::back_before_leaving);
}

TEST_F(RegisterChanges, the_name_leaves_only_after_the_conference_there) {
    EXPECT_EQ(wrong(received({"ffion"}, november(20))), RegisterNonsense::not_leaving);
    ASSERT_TRUE(leaving({"ffion"}, november(12)).ok());
    EXPECT_EQ(register_of("ffion").at(0).end_day, std::nullopt);
    EXPECT_EQ(wrong(leaving({"ffion"}, november(13))), RegisterNonsense::leaving_already);
    EXPECT_EQ(wrong(received({"ffion"}, november(11))), RegisterNonsense::before_the_move);
    EXPECT_EQ(wrong(received({"ffion"}, november(25))), RegisterNonsense::date_in_future);
    const auto once = saw({"ffion"});
    const auto press = [&] {
        return record_receiving_conference(office, rhian(), people({"ffion"}), november(23),
                                           record::ReceivingDecision::placed, once);
    };
    ASSERT_TRUE(press().ok());
    EXPECT_TRUE(press().ok()) << "pressed twice";
    EXPECT_EQ(register_of("ffion").at(0).end_day, november(24).day_number());
    EXPECT_EQ(register_of("ffion").at(0).ground, "moved_to_another_authority");
    EXPECT_EQ(register_of("osian").at(0).end_day, std::nullopt);
}

TEST_F(RegisterChanges, agreed_before_told_and_days_to_come_are_refused) {
    const auto move = [&](CivilDate on, std::optional<CivilDate> agreed) {
        return wrong(notify_permanent_move(office, rhian(), people({"ffion"}),
                                           {"Dyffryn Alaw", on, agreed}, saw({"ffion"})));
    };
    EXPECT_EQ(move(november(12), november(11)), RegisterNonsense::agreed_before_notified);
    EXPECT_EQ(move(november(25), {}), RegisterNonsense::date_in_future);
    EXPECT_EQ(wrong(notify_permanent_move(office, rhian(), people({"ffion"}),
                                          {"", november(12), {}}, saw({"ffion"}))),
              RegisterNonsense::no_authority);
}

} // namespace
} // namespace gweld::casework
