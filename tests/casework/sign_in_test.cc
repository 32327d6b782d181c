#include "casework/sign_in.h"

#include "casework/passwords.h"
#include "small_office.h"

#include <atomic>
#include <thread>

namespace gweld::casework {

class SignIn : public SmallOffice {
  protected:
    SignIn() {
        record::Account account;
        account.sign_in_name = "catrin";
        account.worker = thing("catrin");
        account.display_name = "Catrin Hughes";
        account.password_hash = hash_password("a made-up password");
        static_cast<void>(store->write([&](record::Writing& tx) {
            tx.put_account(account);
            return record::Keep::yes;
        }));
    }
    base::Result<SessionToken, SignInRefused> try_with(std::string_view password) {
        return sign_in(*store, random, "Catrin", password, clock.moment);
    }
};

TEST_F(SignIn, opens_a_session_that_ends_when_left_alone) {
    const auto token = try_with("a made-up password");
    ASSERT_TRUE(token.ok());
    const auto& text = token.value().text;
    EXPECT_EQ(text.size(), 64U);
    ASSERT_TRUE(viewer_of(*store, text, clock.moment).value());
    EXPECT_EQ(viewer_of(*store, text, clock.moment).value()->name, "Catrin Hughes");
    EXPECT_TRUE(viewer_of(*store, text, clock.moment + 29min).value());
    EXPECT_FALSE(viewer_of(*store, text, clock.moment + 29min + 30min).value());
    EXPECT_FALSE(viewer_of(*store, "0000", clock.moment).value());
}

TEST_F(SignIn, ends_after_ten_hours_however_busy) {
    const auto text = try_with("a made-up password").value().text;
    for (auto at = clock.moment; at < clock.moment + 10h; at += 20min) {
        EXPECT_TRUE(viewer_of(*store, text, at).value());
    }
    EXPECT_FALSE(viewer_of(*store, text, clock.moment + 10h).value());
}

TEST_F(SignIn, what_a_machine_asks_by_itself_keeps_nobody_signed_in) {
    const auto text = try_with("a made-up password").value().text;
    for (auto at = clock.moment; at < clock.moment + 30min; at += 30s) {
        EXPECT_TRUE(viewer_unnoted(*store, text, at).value());
    }
    EXPECT_FALSE(viewer_unnoted(*store, text, clock.moment + 30min).value());
    EXPECT_FALSE(viewer_of(*store, text, clock.moment + 30min).value());
}

TEST_F(SignIn, signing_out_ends_the_session_on_the_server) {
    const auto text = try_with("a made-up password").value().text;
    sign_out(*store, text);
    EXPECT_FALSE(viewer_of(*store, text, clock.moment).value());
}

TEST_F(SignIn, of_many_tries_at_once_no_more_are_looked_at_than_one_by_one) {
    std::atomic<int> looked_at = 0;
    std::vector<std::thread> tries;
    for (int i = 0; i < 12; ++i) {
        tries.emplace_back([&] {
            const auto answer = try_with("not it");
            looked_at += std::holds_alternative<WrongNameOrPassword>(answer.error()) ? 1 : 0;
        });
    }
    for (auto& one : tries) {
        one.join();
    }
    EXPECT_EQ(looked_at, 5);
    EXPECT_FALSE(try_with("a made-up password").ok()) << "now it has to wait";
}

TEST_F(SignIn, a_session_that_was_ended_is_not_brought_back_by_being_read) {
    const auto text = try_with("a made-up password").value().text;
    EXPECT_TRUE(viewer_of(*store, text, clock.moment + 5min).value());
    sign_out(*store, text);
    EXPECT_FALSE(viewer_of(*store, text, clock.moment + 6min).value());
    EXPECT_FALSE(viewer_of(*store, text, clock.moment + 8min).value());
}

TEST_F(SignIn, a_wrong_password_and_an_unknown_name_get_one_answer) {
    const auto wrong = try_with("not it");
    const auto unknown = sign_in(*store, random, "nobody", "not it", clock.moment);
    ASSERT_FALSE(wrong.ok());
    ASSERT_FALSE(unknown.ok());
    EXPECT_TRUE(std::holds_alternative<WrongNameOrPassword>(wrong.error()));
    EXPECT_TRUE(std::holds_alternative<WrongNameOrPassword>(unknown.error()));
}

TEST_F(SignIn, waits_after_five_failures_and_never_for_good) {
    for (int i = 0; i < 5; ++i) {
        EXPECT_FALSE(try_with("not it").ok());
    }
    const auto waiting = try_with("a made-up password");
    ASSERT_FALSE(waiting.ok());
    EXPECT_EQ(std::get<WaitBeforeTrying>(waiting.error()).until, clock.moment + 1min);
    clock.moment += 1min;
    EXPECT_TRUE(try_with("a made-up password").ok());
    record::SignInAttempts many{1000, clock.moment};
    EXPECT_EQ(may_try_again(many), clock.moment + 15min);
}

} // namespace gweld::casework
