#include "casework/sign_in.h"

#include "casework/passwords.h"
#include "casework/sessions.h"
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
    base::Result<Admitted, SignInRefused> try_with(std::string_view password) {
        return sign_in(office, {"Catrin", password, {"Firefox", "Windows"}});
    }
};

TEST_F(SignIn, opens_a_session_that_ends_when_left_alone) {
    const auto token = try_with("a made-up password");
    ASSERT_TRUE(token.ok());
    const auto& text = token.value().session.text;
    EXPECT_EQ(text.size(), 64U);
    ASSERT_TRUE(viewer_of(*store, text, clock.moment).value());
    EXPECT_EQ(viewer_of(*store, text, clock.moment).value()->name, "Catrin Hughes");
    EXPECT_TRUE(viewer_of(*store, text, clock.moment + 29min).value());
    EXPECT_FALSE(viewer_of(*store, text, clock.moment + 29min + 30min).value());
    EXPECT_FALSE(viewer_of(*store, "0000", clock.moment).value());
}

TEST_F(SignIn, ends_after_ten_hours_however_busy) {
    const auto text = try_with("a made-up password").value().session.text;
    for (auto at = clock.moment; at < clock.moment + 10h; at += 20min) {
        EXPECT_TRUE(viewer_of(*store, text, at).value());
    }
    EXPECT_FALSE(viewer_of(*store, text, clock.moment + 10h).value());
}

TEST_F(SignIn, what_a_machine_asks_by_itself_keeps_nobody_signed_in) {
    const auto text = try_with("a made-up password").value().session.text;
    for (auto at = clock.moment; at < clock.moment + 30min; at += 30s) {
        EXPECT_TRUE(viewer_unnoted(*store, text, at).value());
    }
    EXPECT_FALSE(viewer_unnoted(*store, text, clock.moment + 30min).value());
    EXPECT_FALSE(viewer_of(*store, text, clock.moment + 30min).value());
}

TEST_F(SignIn, signing_out_ends_the_session_on_the_server) {
    const auto text = try_with("a made-up password").value().session.text;
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
    const auto text = try_with("a made-up password").value().session.text;
    EXPECT_TRUE(viewer_of(*store, text, clock.moment + 5min).value());
    sign_out(*store, text);
    EXPECT_FALSE(viewer_of(*store, text, clock.moment + 6min).value());
    EXPECT_FALSE(viewer_of(*store, text, clock.moment + 8min).value());
}

TEST_F(SignIn, a_wrong_password_and_an_unknown_name_get_one_answer) {
    const auto wrong = try_with("not it");
    const auto unknown = sign_in(office, {"nobody", "not it"});
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

TEST_F(SignIn, looks_at_one_password_for_whatever_name) {
    check_against_nobody("the first time makes what is compared with");
    const auto cost = [&](std::string_view name, std::string_view password) {
        const auto before = passwords_looked_at();
        static_cast<void>(sign_in(office, {name, password}));
        return passwords_looked_at() - before;
    };
    EXPECT_EQ(cost("catrin", "not it"), 1U);
    EXPECT_EQ(cost("nobody", "not it"), 1U);
    EXPECT_EQ(cost("catrin", "a made-up password"), 1U);
    EXPECT_TRUE(store
                    ->write([](record::Writing& tx) {
                        auto account = *tx.account("catrin");
                        account.closed = true;
                        tx.put_account(account);
                        return record::Keep::yes;
                    })
                    .ok());
    EXPECT_EQ(cost("catrin", "a made-up password"), 1U) << "closed";
}

TEST_F(SignIn, in_a_browser_known_before_nobody_is_kept_out_by_others) {
    const auto known = try_with("a made-up password").value().browser.text;
    for (int i = 0; i < 20; ++i) {
        static_cast<void>(try_with("an attacker's"));
    }
    EXPECT_FALSE(try_with("a made-up password").ok()) << "anywhere else she waits";
    const auto here = sign_in(office, {"catrin", "a made-up password", {"", "", known}});
    ASSERT_TRUE(here.ok());
    EXPECT_EQ(here.value().browser.text, known);
    EXPECT_FALSE(try_with("a made-up password").ok()) << "which gives the attacker no new tries";
    EXPECT_FALSE(sign_in(office, {"mair", "not it", {"", "", known}}).ok());
}

TEST_F(SignIn, a_known_browser_has_no_more_tries_than_any_other_and_is_known_for_one_name) {
    const auto known = try_with("a made-up password").value().browser.text;
    for (int i = 0; i < 5; ++i) {
        EXPECT_FALSE(sign_in(office, {"catrin", "not it", {"", "", known}}).ok());
    }
    const auto waiting = sign_in(office, {"catrin", "a made-up password", {"", "", known}});
    ASSERT_FALSE(waiting.ok());
    EXPECT_TRUE(std::holds_alternative<WaitBeforeTrying>(waiting.error()));
    EXPECT_TRUE(is_known(office, "Catrin", {"", "", known}));
    EXPECT_FALSE(is_known(office, "mair", {"", "", known}));
    EXPECT_FALSE(is_known(office, "catrin", {"", "", "made up"}));
    office.sign_in_rules.dormant_after_days = 1000;
    clock.moment += browser_known_for + 24h;
    ASSERT_TRUE(try_with("a made-up password").ok());
    EXPECT_FALSE(is_known(office, "catrin", {"", "", known})) << "not used for long";
}

// ---- where somebody is signed in
// ---------------------------------------------------------------------

TEST_F(SignIn, says_where_and_since_when_and_when_it_was_before) {
    const auto first = try_with("a made-up password").value().session.text;
    clock.moment += 5min;
    const auto other = sign_in(office, {"catrin", "a made-up password", {"Safari", "iPhone"}});
    clock.moment += 1min;
    ASSERT_TRUE(viewer_of(*store, first, clock.moment).value());
    const auto mine = my_sessions(office, catrin(), other.value().session.text).value();
    ASSERT_EQ(mine.all.size(), 2U);
    EXPECT_EQ(mine.all[0].token_hash, mine.this_one);
    EXPECT_EQ(mine.all[0].system, "iPhone");
    EXPECT_EQ(mine.all[0].before, clock.moment - 6min);
    EXPECT_EQ(mine.all[1].browser, "Firefox");
    EXPECT_FALSE(mine.all[1].before);
    clock.moment += 29min; // the iPhone was used last 30 minutes ago
    EXPECT_EQ(my_sessions(office, catrin(), first).value().all.size(), 1U);
}

TEST_F(SignIn, one_session_is_ended_or_all_others_and_nobody_elses) {
    const auto here = try_with("a made-up password").value().session.text;
    const auto there = try_with("a made-up password").value().session.text;
    const auto far = try_with("a made-up password").value().session.text;
    ASSERT_TRUE(end_mine(office, stranger(), token_hash(there)).ok());
    EXPECT_TRUE(viewer_of(*store, there, clock.moment).value()) << "it is not the stranger's";
    ASSERT_TRUE(end_mine(office, catrin(), token_hash(there)).ok());
    EXPECT_FALSE(viewer_of(*store, there, clock.moment).value());
    EXPECT_TRUE(viewer_of(*store, far, clock.moment).value());
    ASSERT_TRUE(end_my_others(office, catrin(), here).ok());
    EXPECT_FALSE(viewer_of(*store, far, clock.moment).value());
    EXPECT_TRUE(viewer_of(*store, here, clock.moment).value());
}

TEST_F(SignIn, a_session_is_named_in_a_form_by_its_hash_and_by_nothing_else) {
    record::Session session;
    session.token_hash = token_hash("anything");
    EXPECT_EQ(session_named(name_of(session)), session.token_hash);
    EXPECT_FALSE(session_named(""));
    EXPECT_FALSE(session_named(std::string(64, 'x')));
    EXPECT_FALSE(session_named(name_of(session) + "00"));
}

TEST_F(SignIn, sessions_that_are_over_are_thrown_away_when_somebody_signs_in) {
    const auto text = try_with("a made-up password").value().session.text;
    clock.moment += 10h;
    ASSERT_TRUE(try_with("a made-up password").ok());
    bool there = true;
    ASSERT_TRUE(
        store->read([&](const record::Reading& r) { there = !!r.session(token_hash(text)); }).ok());
    EXPECT_FALSE(there);
}

} // namespace gweld::casework
