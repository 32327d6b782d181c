// Who may sign in, and as what: by somebody else, and never without a trace.
#include "casework/accounts.h"

#include "casework/passwords.h"
#include "casework/second_factor.h"
#include "casework/sessions.h"
#include "small_office.h"

namespace gweld::casework {
namespace {

class Accounts : public SmallOffice {
  protected:
    Accounts() {
        EXPECT_TRUE(open("catrin", record::Role::social_worker).ok());
        EXPECT_TRUE(open("siw", record::Role::administrator).ok());
    }
    AccountAnswer open(const std::string& name, record::Role role) {
        NewAccount wish;
        wish.name = name;
        wish.worker = thing(name);
        wish.person = name;
        wish.role = role;
        wish.team = {thing("North"), "North"};
        wish.password = "a made-up password";
        return open_account(office, at_the_machine(), wish, "They start today", IfThere::refuse);
    }
    static access::Viewer siw() {
        return {"siw", thing("siw"), "Siw Made-up", record::Role::administrator, {}, ""};
    }
    AccountAnswer change(const AccountChange& what, const std::string& name = "catrin") {
        return change_account(office, *administering(siw()), name, what, "A made-up reason");
    }
    std::string signed_in() {
        const auto admitted = sign_in(office, {"catrin", "a made-up password"});
        return admitted.ok() ? admitted.value().session.text : std::string{};
    }
    std::vector<record::AccountChanged> story(const std::string& name = "catrin") {
        std::vector<record::AccountChanged> bodies;
        const auto read = account_story(office, name);
        for (const auto& entry : read.value()->done) {
            bodies.push_back(record::body_of<record::AccountChanged>(entry));
        }
        return bodies;
    }
};

TEST_F(Accounts, are_administered_by_nobody_else) {
    EXPECT_TRUE(administering(siw()));
    for (const auto& viewer : {catrin(), rhian()}) {
        EXPECT_FALSE(administering(viewer));
    }
}

TEST_F(Accounts, whatever_changes_who_somebody_is_ends_their_sessions_at_once) {
    for (const AccountChange& what :
         {AccountChange{MoveIt{record::Role::team_manager, {thing("South"), "South"}}},
          AccountChange{SignOutEverywhere{}}, AccountChange{ResetSecondFactor{}},
          AccountChange{CloseIt{}}}) {
        const auto token = signed_in();
        const auto other = signed_in();
        ASSERT_TRUE(viewer_of(*store, token, clock.moment).value());
        ASSERT_TRUE(change(what).ok());
        EXPECT_FALSE(viewer_of(*store, token, clock.moment).value());
        EXPECT_FALSE(viewer_of(*store, other, clock.moment).value());
    }
    EXPECT_EQ(signed_in(), "") << "it is closed";
    ASSERT_TRUE(change(OpenAgain{}).ok());
    const auto token = signed_in();
    EXPECT_EQ(viewer_of(*store, token, clock.moment).value()->role, record::Role::team_manager);
    ASSERT_TRUE(change(GivePassword{"a made-up password"}).ok());
    EXPECT_FALSE(viewer_of(*store, token, clock.moment).value());
    EXPECT_FALSE(viewer_of(*store, signed_in(), clock.moment).value())
        << "an administrator knows it";
}

TEST_F(Accounts, opening_one_again_does_not_bring_its_old_sessions_back) {
    const auto token = signed_in();
    ASSERT_TRUE(change(CloseIt{}).ok());
    ASSERT_TRUE(change(OpenAgain{}).ok());
    EXPECT_FALSE(viewer_of(*store, token, clock.moment).value());
}

TEST_F(Accounts, every_change_stays_with_who_and_why) {
    ASSERT_TRUE(change(MoveIt{record::Role::duty_worker, {}}).ok());
    ASSERT_TRUE(change(CloseIt{}).ok());
    const auto done = story();
    ASSERT_EQ(done.size(), 3U);
    EXPECT_EQ(done[0].deed, record::AccountDeed::closed);
    EXPECT_EQ(done[1].deed, record::AccountDeed::moved);
    EXPECT_EQ(done[1].role, "duty_worker");
    EXPECT_EQ(done[1].why, "A made-up reason");
    EXPECT_EQ(done[2].deed, record::AccountDeed::opened);
    const auto entries = account_story(office, "catrin").value()->done;
    EXPECT_EQ(entries[0].recorded_by.name, "Siw Made-up");
    EXPECT_EQ(entries[2].recorded_by.name, "gweld account");
}

TEST_F(Accounts, nobody_changes_their_own) {
    for (const AccountChange& what :
         {AccountChange{MoveIt{record::Role::head_of_service, {}}}, AccountChange{CloseIt{}},
          AccountChange{GivePassword{"a made-up password"}}}) {
        const auto answer = change(what, "Siw");
        ASSERT_FALSE(answer.ok());
        EXPECT_TRUE(std::holds_alternative<OwnAccount>(answer.error()));
    }
    EXPECT_EQ(story("siw").size(), 1U);
}

TEST_F(Accounts, what_makes_no_sense_is_refused_and_nothing_is_done) {
    const auto refused = [](const AccountAnswer& answer, AccountNonsense why) {
        return !answer.ok() && std::get<AccountNonsense>(answer.error()) == why;
    };
    EXPECT_TRUE(refused(change(GivePassword{"short"}), AccountNonsense::password_short));
    EXPECT_TRUE(refused(change_account(office, *administering(siw()), "catrin", CloseIt{}, "  "),
                        AccountNonsense::no_reason));
    EXPECT_TRUE(refused(open("<script>", record::Role::duty_worker), AccountNonsense::no_name));
    EXPECT_TRUE(std::holds_alternative<NoSuchAccount>(change(CloseIt{}, "nobody").error()));
    EXPECT_TRUE(
        std::holds_alternative<NameTaken>(open("Catrin", record::Role::duty_worker).error()));
    EXPECT_EQ(story().size(), 1U);
}

TEST_F(Accounts, an_administrator_resets_what_a_lost_phone_had) {
    ASSERT_TRUE(begin_enrolment(office, "catrin", "Made-up Council").ok());
    ASSERT_TRUE(change(ResetSecondFactor{}).ok());
    EXPECT_FALSE(factor_of(office, "catrin").value().on);
    EXPECT_EQ(sign_in(office, {"catrin", "a made-up password"}).value().signed_in,
              record::SignedIn::whole);
}

// ---- asleep
// ---------------------------------------------------------------------------------------

TEST_F(Accounts, one_nobody_uses_for_45_days_is_asleep_until_it_is_opened_again) {
    ASSERT_NE(signed_in(), "");
    clock.moment += std::chrono::days{45};
    EXPECT_NE(signed_in(), "") << "on the last day";
    clock.moment += std::chrono::days{45} + 1ms;
    const auto asleep = sign_in(office, {"catrin", "a made-up password"});
    ASSERT_FALSE(asleep.ok());
    EXPECT_TRUE(std::holds_alternative<Asleep>(asleep.error()));
    EXPECT_TRUE(
        std::holds_alternative<WrongNameOrPassword>(sign_in(office, {"catrin", "not it"}).error()))
        << "which nobody is told who does not know the password";
    EXPECT_TRUE(account_story(office, "catrin").value()->account.asleep);
    ASSERT_TRUE(change(OpenAgain{}).ok());
    EXPECT_NE(signed_in(), "");
}

TEST_F(Accounts, of_a_program_that_did_not_count_are_counted_from_the_first_start) {
    record::Account old;
    old.sign_in_name = "old";
    ASSERT_TRUE(store
                    ->write([&](record::Writing& tx) {
                        tx.put_account(old);
                        return record::Keep::yes;
                    })
                    .ok());
    const auto asleep = [&] { return account_story(office, "old").value()->account.asleep; };
    clock.moment += std::chrono::days{100};
    EXPECT_FALSE(asleep());
    ASSERT_TRUE(begin_counting_use(office).ok());
    clock.moment += std::chrono::days{46};
    ASSERT_TRUE(begin_counting_use(office).ok());
    EXPECT_TRUE(asleep());
}

} // namespace
} // namespace gweld::casework
