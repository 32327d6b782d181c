// Codes from a phone (RFC 6238): the standard's own examples, once and never again, recovery codes,
// and the secret where it is kept.
#include "casework/second_factor.h"

#include "as_an_app.h"
#include "casework/passwords.h"
#include "casework/proof.h"
#include "casework/sign_in.h"
#include "small_office.h"

namespace gweld::casework {
namespace {

// RFC 6238 appendix B, SHA-1.
TEST(Totp, gives_the_codes_of_the_standard) {
    struct Example {
        std::int64_t seconds;
        std::string_view code;
    };
    for (const auto& [seconds, code] :
         {Example{59, "94287082"}, Example{1111111109, "07081804"}, Example{1111111111, "14050471"},
          Example{1234567890, "89005924"}, Example{2000000000, "69279037"},
          Example{20000000000, "65353130"}}) {
        const time::Instant moment{std::chrono::seconds{seconds}};
        EXPECT_EQ(totp::code_at("12345678901234567890", totp::step_of(moment), 8), code);
        EXPECT_EQ(totp::code_at("12345678901234567890", totp::step_of(moment)), code.substr(2));
    }
}

// RFC 4648 section 10.
TEST(Totp, writes_keys_as_apps_read_them) {
    EXPECT_EQ(totp::in_base32("foobar"), "MZXW6YTBOI");
    EXPECT_EQ(totp::address_of("foobar", "catrin", "Cyngor Ŷ"),
              "otpauth://totp/Cyngor%20%C5%B6:catrin?secret=MZXW6YTBOI&issuer=Cyngor%20%C5%B6");
}

class SecondFactors : public SmallOffice {
  protected:
    SecondFactors() {
        record::Account account;
        account.sign_in_name = "catrin";
        account.worker = thing("catrin");
        account.display_name = "Catrin Hughes";
        static const auto hash = hash_password("a made-up password");
        account.password_hash = hash;
        change([&](record::Writing& tx) { tx.put_account(account); });
    }
    template <class F> void change(const F& f) {
        EXPECT_TRUE(store
                        ->write([&](record::Writing& tx) {
                            f(tx);
                            return record::Keep::yes;
                        })
                        .ok());
    }
    std::optional<record::SecondFactor> kept() {
        std::optional<record::SecondFactor> factor;
        EXPECT_TRUE(
            store->read([&](const record::Reading& r) { factor = r.second_factor("catrin"); })
                .ok());
        return factor;
    }
    // What the app shows, from the key it was given.
    std::string shown(std::chrono::seconds from_now = 0s) {
        return totp::code_at(secret, totp::step_of(clock.moment + from_now));
    }
    RecoveryCodes set_up() {
        const auto begun = begin_enrolment(office, "catrin", "Made-up Council");
        EXPECT_TRUE(begun.ok());
        secret = bytes_of_key(begun.value().key);
        const auto codes = confirm_enrolment(office, "catrin", shown());
        EXPECT_TRUE(codes.ok());
        clock.moment += 1min;
        return codes.ok() ? codes.value() : RecoveryCodes{};
    }
    bool wrong(const base::Result<base::Nothing, CodeRefused>& answer) {
        return !answer.ok() && std::holds_alternative<WrongCode>(answer.error());
    }

    std::string secret;
};

TEST_F(SecondFactors, are_set_up_with_a_code_and_not_before) {
    const auto begun = begin_enrolment(office, "catrin", "Made-up Council").value();
    EXPECT_EQ(begun.key, begin_enrolment(office, "catrin", "Made-up Council").value().key);
    EXPECT_FALSE(factor_of(office, "catrin").value().on);
    EXPECT_TRUE(wrong(check_code(office, "catrin", "123456")));
    const auto codes = set_up();
    EXPECT_EQ(codes.size(), recovery_codes);
    const auto state = factor_of(office, "catrin").value();
    EXPECT_TRUE(state.on);
    EXPECT_EQ(state.recovery_left, recovery_codes);
    EXPECT_FALSE(begin_enrolment(office, "catrin", "Made-up Council").ok());
}

TEST_F(SecondFactors, a_code_is_taken_once) {
    set_up();
    const auto code = shown();
    EXPECT_TRUE(check_code(office, "catrin", code).ok());
    EXPECT_TRUE(wrong(check_code(office, "catrin", code)));
    clock.moment += 30s;
    EXPECT_TRUE(check_code(office, "catrin", shown()).ok());
    EXPECT_TRUE(wrong(check_code(office, "catrin", code))) << "nor one before it";
}

TEST_F(SecondFactors, the_code_of_setting_up_is_used_too) {
    const auto begun = begin_enrolment(office, "catrin", "Made-up Council");
    secret = bytes_of_key(begun.value().key);
    const auto code = shown();
    ASSERT_TRUE(confirm_enrolment(office, "catrin", code).ok());
    EXPECT_TRUE(wrong(check_code(office, "catrin", code)));
}

TEST_F(SecondFactors, a_clock_may_be_one_step_off_either_way_and_no_more) {
    set_up();
    EXPECT_TRUE(wrong(check_code(office, "catrin", shown(-60s))));
    EXPECT_TRUE(check_code(office, "catrin", shown(-30s)).ok());
    EXPECT_TRUE(check_code(office, "catrin", shown(30s)).ok());
    EXPECT_TRUE(wrong(check_code(office, "catrin", shown(60s))));
}

TEST_F(SecondFactors, codes_are_throttled_like_passwords) {
    set_up();
    for (int i = 0; i < 5; ++i) {
        EXPECT_TRUE(wrong(check_code(office, "catrin", "000000")));
    }
    const auto waiting = check_code(office, "catrin", shown());
    ASSERT_FALSE(waiting.ok());
    EXPECT_EQ(std::get<WaitForCode>(waiting.error()).until, clock.moment + 1min);
    clock.moment += 1min;
    EXPECT_TRUE(check_code(office, "catrin", shown()).ok());
}

TEST_F(SecondFactors, a_recovery_code_opens_once_however_it_is_typed) {
    const auto codes = set_up();
    std::string small = codes[3];
    for (auto& c : small) {
        c = c == '-' ? ' ' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    EXPECT_TRUE(check_code(office, "catrin", small).ok());
    EXPECT_TRUE(wrong(check_code(office, "catrin", codes[3])));
    EXPECT_EQ(factor_of(office, "catrin").value().recovery_left, recovery_codes - 1);
    const auto fresh = fresh_recovery_codes(office, "catrin").value();
    EXPECT_EQ(fresh.size(), recovery_codes);
    EXPECT_TRUE(wrong(check_code(office, "catrin", codes[4]))) << "the old ones are gone";
    EXPECT_TRUE(check_code(office, "catrin", fresh[0]).ok());
}

TEST_F(SecondFactors, only_hashes_of_recovery_codes_are_kept) {
    const auto codes = set_up();
    const auto text = kept()->secret;
    for (const auto& code : codes) {
        EXPECT_EQ(text.find(code), std::string::npos);
    }
    EXPECT_EQ(kept()->recovery.size(), recovery_codes);
}

TEST_F(SecondFactors, with_a_key_the_secret_is_sealed_and_opens_with_no_other) {
    office.sign_in_rules.factor_key = std::string(32, 'k');
    set_up();
    EXPECT_TRUE(kept()->secret.starts_with("1:"));
    EXPECT_TRUE(check_code(office, "catrin", shown()).ok());
    clock.moment += 30s;
    for (const auto& other : {std::string(32, 'o'), std::string{}}) {
        office.sign_in_rules.factor_key = other;
        const auto answer = check_code(office, "catrin", shown());
        ASSERT_FALSE(answer.ok());
        EXPECT_TRUE(std::holds_alternative<FactorUnreadable>(answer.error()));
    }
    office.sign_in_rules.factor_key = std::string(32, 'k');
    auto moved = *kept();
    moved.sign_in_name = "mair"; // another person's row
    change([&](record::Writing& tx) { tx.put_second_factor(moved); });
    EXPECT_FALSE(check_code(office, "mair", shown()).ok());
    EXPECT_TRUE(check_code(office, "catrin", shown()).ok());
}

// ---- signing in with one
// --------------------------------------------------------------------------

TEST_F(SecondFactors, the_password_alone_is_half_the_way_and_nobody_yet) {
    set_up();
    const auto half = sign_in(office, {"catrin", "a made-up password"}).value();
    EXPECT_EQ(half.signed_in, record::SignedIn::half);
    EXPECT_FALSE(viewer_of(*store, half.session.text, clock.moment).value());
    EXPECT_TRUE(half.browser.text.empty()) << "nor is the browser known by it";
    const auto who = half_signed_in(office, half.session.text).value();
    ASSERT_TRUE(who);
    EXPECT_EQ(who->needs, Needs::code);
    ASSERT_TRUE(check_code(office, who->sign_in_name, shown()).ok());
    const auto whole = admit_whole(office, half.session.text, {}).value();
    ASSERT_TRUE(whole);
    EXPECT_NE(whole->session.text, half.session.text);
    EXPECT_TRUE(viewer_of(*store, whole->session.text, clock.moment).value());
    EXPECT_FALSE(half_signed_in(office, half.session.text).value());
    EXPECT_FALSE(admit_whole(office, half.session.text, {}).value()) << "it is used up";
}

TEST_F(SecondFactors, half_the_way_is_over_after_five_minutes) {
    set_up();
    const auto half = sign_in(office, {"catrin", "a made-up password"}).value();
    clock.moment += half_limit;
    EXPECT_FALSE(half_signed_in(office, half.session.text).value());
    EXPECT_FALSE(admit_whole(office, half.session.text, {}).value());
}

TEST_F(SecondFactors, where_the_council_wants_one_nobody_gets_in_without) {
    office.sign_in_rules.second_factor = SecondFactorIs::required;
    const auto half = sign_in(office, {"catrin", "a made-up password"}).value();
    EXPECT_EQ(half.signed_in, record::SignedIn::half);
    EXPECT_EQ(half_signed_in(office, half.session.text).value()->needs, Needs::enrolment);
}

// ---- who sits there now
// ---------------------------------------------------------------------------

TEST_F(SecondFactors, a_proof_is_fresh_for_ten_minutes_and_a_password_or_a_code_renews_it) {
    const auto token = sign_in(office, {"catrin", "a made-up password"}).value().session.text;
    EXPECT_EQ(proof_of(office, token).value(), Proof::fresh);
    clock.moment += proof_lasts;
    EXPECT_EQ(proof_of(office, token).value(), Proof::old);
    EXPECT_FALSE(prove(office, catrin(), token, "not it").ok());
    EXPECT_EQ(proof_of(office, token).value(), Proof::old);
    EXPECT_TRUE(prove(office, catrin(), token, "a made-up password").ok());
    EXPECT_EQ(proof_of(office, token).value(), Proof::fresh);
    set_up();
    clock.moment += proof_lasts;
    EXPECT_TRUE(prove(office, catrin(), token, shown()).ok());
    EXPECT_EQ(proof_of(office, token).value(), Proof::fresh);
}

TEST_F(SecondFactors, proofs_are_throttled_apart_from_the_door) {
    const auto token = sign_in(office, {"catrin", "a made-up password"}).value().session.text;
    for (int i = 0; i < 5; ++i) {
        EXPECT_FALSE(sign_in(office, {"catrin", "an attacker's"}).ok());
    }
    EXPECT_TRUE(prove(office, catrin(), token, "a made-up password").ok());
    for (int i = 0; i < 5; ++i) {
        EXPECT_FALSE(prove(office, catrin(), token, "not it").ok());
    }
    const auto waiting = prove(office, catrin(), token, "a made-up password");
    ASSERT_FALSE(waiting.ok());
    EXPECT_TRUE(std::holds_alternative<WaitBeforeTrying>(waiting.error()));
}

} // namespace
} // namespace gweld::casework
