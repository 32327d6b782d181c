// Who co-ordinates the plan: a registered social worker, always, or an alert.
#include "planning_office.h"

namespace gweld::casework {
namespace {

class Coordinators : public Planning {
  protected:
    Coordinators() {
        describe("sian", "Siân Prosser", "W/9900117");
        describe("owen", "Owen Rees", "W/9900118");
    }
    std::vector<std::string> alerted(const access::Viewer& viewer) {
        std::vector<std::string> names;
        for (const auto& one : team(viewer)->without_coordinator) {
            names.push_back(one.child.facts->person->forename);
        }
        std::ranges::sort(names);
        return names;
    }
};

TEST_F(Coordinators, nobody_named_is_an_alert_to_manager_and_head_at_once) {
    EXPECT_EQ(alerted(rhian()), (std::vector<std::string>{"Ffion", "Osian"}));
    EXPECT_EQ(alerted(eleri()), (std::vector<std::string>{"Ffion", "Osian"}));
    ASSERT_TRUE(name("sian", {"ffion", "osian"}, november(3)).ok());
    EXPECT_TRUE(alerted(rhian()).empty());
    EXPECT_TRUE(alerted(eleri()).empty());
    EXPECT_EQ(coordinator("ffion")->worker->name, "Siân Prosser");
    EXPECT_EQ(coordinator("nia"), std::nullopt) << "not on the register";
}

TEST_F(Coordinators, whoever_has_left_co_ordinates_no_longer) {
    ASSERT_TRUE(name("sian", {"ffion", "osian"}, november(3)).ok());
    describe("sian", "Siân Prosser", "W/9900117", "");
    EXPECT_EQ(coordinator("ffion")->state, CoordinatorState::has_left);
    EXPECT_EQ(alerted(rhian()).size(), 2U);
}

TEST_F(Coordinators, whoever_may_no_longer_sign_in_co_ordinates_no_longer) {
    ASSERT_TRUE(name("sian", {"ffion"}, november(3)).ok());
    record::Account account;
    account.sign_in_name = "sian";
    account.worker = thing("sian");
    account.closed = true;
    ASSERT_TRUE(store
                    ->write([&](record::Writing& tx) {
                        tx.put_account(account);
                        return record::Keep::yes;
                    })
                    .ok());
    EXPECT_EQ(coordinator("ffion")->state, CoordinatorState::has_left);
}

TEST_F(Coordinators, a_registration_number_is_needed_and_kept_an_eye_on) {
    EXPECT_EQ(wrong(name("catrin", {"ffion"}, november(3))), NamingNonsense::no_such_worker)
        << "Catrin has no number here";
    EXPECT_EQ(wrong(name("nobody", {"ffion"}, november(3))), NamingNonsense::no_such_worker);
    ASSERT_TRUE(name("sian", {"ffion"}, november(3)).ok());
    describe("sian", "Siân Prosser", "");
    EXPECT_EQ(coordinator("ffion")->state, CoordinatorState::not_registered);
}

TEST_F(Coordinators, somebody_else_takes_over_from_a_day) {
    ASSERT_TRUE(name("sian", {"ffion"}, november(3)).ok());
    ASSERT_TRUE(name("owen", {"ffion"}, november(25)).ok());
    EXPECT_EQ(coordinator("ffion")->worker->name, "Siân Prosser") << "until tomorrow";
    clock.moment += 24h;
    EXPECT_EQ(coordinator("ffion")->worker->name, "Owen Rees");
    EXPECT_EQ(wrong(name("owen", {"ffion"}, november(25))), NamingNonsense::named_already);
}

TEST_F(Coordinators, days_that_cannot_be_and_children_not_on_the_register_are_refused) {
    EXPECT_EQ(wrong(name("sian", {"ffion"}, november(2))), NamingNonsense::before_the_register);
    EXPECT_EQ(wrong(name("sian", {"ffion"}, time::day(23, std::chrono::December, 2026))),
              NamingNonsense::too_far_ahead);
    EXPECT_EQ(wrong(name("sian", {"nia"}, november(3))), NamingNonsense::not_on_register);
    EXPECT_EQ(wrong(name("sian", {}, november(3))), NamingNonsense::no_children);
    EXPECT_EQ(wrong(name("sian", {"ffion", "ffion"}, november(3))), NamingNonsense::no_children);
}

TEST_F(Coordinators, is_the_managers_to_name_and_done_once) {
    const auto worker = base::WorkerId{thing("sian")};
    EXPECT_TRUE(stopped_by<NotFoundOrNotYours>(name_coordinator(
        office, catrin(), people({"ffion"}), worker, november(3), saw({"ffion"}))));
    const auto once = saw({"ffion"});
    const auto first =
        name_coordinator(office, rhian(), people({"ffion"}), worker, november(3), once);
    const auto second =
        name_coordinator(office, rhian(), people({"ffion"}), worker, november(3), once);
    ASSERT_TRUE(first.ok());
    ASSERT_TRUE(second.ok());
    EXPECT_EQ(first.value().entry, second.value().entry);
}

TEST_F(Coordinators, a_name_from_an_earlier_stay_on_the_register_does_not_count) {
    ASSERT_TRUE(name("sian", {"ffion"}, november(3)).ok());
    leaves_the_register("ffion", november(10));
    put(record::PlacedOnRegister{november(20), {record::Category::neglect}, "P2"}, {thing("ffion")},
        november(20));
    EXPECT_EQ(coordinator("ffion")->state, CoordinatorState::nobody);
    EXPECT_EQ(coordinator("ffion")->since, november(20));
}

} // namespace
} // namespace gweld::casework
