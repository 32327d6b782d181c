// A code from a phone, as a person sets it up and signs in with it.
#include "../casework/as_an_app.h"
#include "signing_in.h"

namespace gweld::web::pages {
namespace {

class SecondFactorPages : public SigningIn {
  protected:
    static std::string key_on(const Answered& page) {
        const auto at = page.text.find("app-key\">");
        const auto begins = at + 9;
        return at == std::string::npos
                   ? std::string{}
                   : page.text.substr(begins, page.text.find('<', begins) - begins);
    }
    static std::vector<std::string> recovery_on(const Answered& page) {
        std::vector<std::string> codes;
        for (auto at = page.text.find("<code>"); at != std::string::npos;
             at = page.text.find("<code>", at + 1)) {
            codes.push_back(page.text.substr(at + 6, page.text.find('<', at + 6) - at - 6));
        }
        return codes;
    }
    std::string shown(const std::string& app) { return casework::code_of_key(app, clock.moment); }
    // Signed in, and with codes from then on.
    std::vector<std::string> set_up(Tab& tab) {
        EXPECT_EQ(tab.sign_in().status, 303);
        const auto page = tab.get("/second-factor/set-up");
        key = key_on(page);
        const auto done = tab.press(page, "/second-factor/set-up", {{"code", shown(key)}});
        clock.moment += 1min;
        return recovery_on(done);
    }
    std::string key;
};

TEST_F(SecondFactorPages, are_set_up_from_a_picture_or_a_key_and_ten_codes_are_shown_once) {
    Tab tab{*this};
    EXPECT_EQ(set_up(tab).size(), 10U);
    const auto page = tab.get("/second-factor");
    EXPECT_TRUE(page.says("On since 9am on Tue 24 Nov 2026."));
    EXPECT_TRUE(page.says("10 recovery codes are left."));
    EXPECT_TRUE(recovery_on(page).empty());
    EXPECT_EQ(tab.get("/second-factor/set-up").status, 303) << "the key is shown no more";
}

TEST_F(SecondFactorPages, a_wrong_code_leaves_it_as_it_was_and_the_key_too) {
    Tab tab{*this};
    ASSERT_EQ(tab.sign_in().status, 303);
    const auto page = tab.get("/second-factor/set-up");
    EXPECT_TRUE(page.says("<svg class=\"app-qr\" role=\"img\" aria-label="));
    const auto wrong = tab.press(page, "/second-factor/set-up", {{"code", "000000"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_EQ(key_on(wrong), key_on(page));
    EXPECT_TRUE(tab.get("/second-factor").says("Set them up"));
}

TEST_F(SecondFactorPages, signing_in_asks_for_the_code_on_a_second_page) {
    Tab before{*this};
    const auto recovery = set_up(before);
    Tab tab{*this};
    const auto second = tab.sign_in();
    EXPECT_EQ(second.status, 200);
    EXPECT_TRUE(second.says("The code from your app"));
    EXPECT_EQ(tab.get("/work").status, 303) << "half signed in is nobody";
    EXPECT_EQ(tab.cookie("known"), "");
    const auto half = tab.cookie("session");
    const auto wrong = tab.press(second, "/sign-in/code", {{"code", "000000"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("The code is not right, or was used before."));
    const auto in = tab.press(wrong, "/sign-in/code", {{"code", shown(key)}});
    EXPECT_EQ(in.status, 303);
    EXPECT_NE(tab.cookie("session"), half) << "a new session for somebody known";
    EXPECT_EQ(tab.get("/signed-in").status, 200);

    Tab again{*this};
    const auto replayed = again.press(again.sign_in(), "/sign-in/code", {{"code", shown(key)}});
    EXPECT_EQ(replayed.status, 422) << "a code is taken once";
    EXPECT_EQ(again.press(replayed, "/sign-in/code", {{"recovery", recovery[0]}}).status, 303);
}

TEST_F(SecondFactorPages, what_was_being_written_comes_through_both_pages) {
    Tab before{*this};
    set_up(before);
    Tab tab{*this};
    const auto half = tab.press(tab.get("/sign-in?back=/signed-in"), "/sign-in",
                                {{"name", "catrin"},
                                 {"password", password},
                                 {"kept-action", "/signed-in/end-others"},
                                 {"kept.text", "A long made-up sentence about a visit."}});
    EXPECT_TRUE(half.says("A long made-up sentence about a visit."));
    EXPECT_FALSE(half.says(password));
    const auto in = tab.press(half, "/sign-in/code", {{"code", shown(key)}});
    EXPECT_TRUE(in.says("A long made-up sentence about a visit."));
    EXPECT_TRUE(in.says("You are signed in again"));
}

TEST_F(SecondFactorPages, after_five_minutes_one_begins_again) {
    Tab before{*this};
    set_up(before);
    Tab tab{*this};
    const auto half = tab.sign_in();
    clock.moment += 5min;
    const auto late = tab.press(half, "/sign-in/code", {{"code", shown(key)}});
    EXPECT_EQ(late.status, 401);
    EXPECT_TRUE(late.says("name=\"password\""));
}

TEST_F(SecondFactorPages, where_the_council_wants_one_it_is_set_up_before_anything_is_seen) {
    office.sign_in_rules.second_factor = casework::SecondFactorIs::required;
    Tab tab{*this};
    const auto page = tab.sign_in();
    EXPECT_TRUE(page.says("This council asks everybody for a code"));
    EXPECT_EQ(tab.get("/work").status, 303);
    const auto codes = tab.press(page, "/sign-in/set-up", {{"code", shown(key_on(page))}});
    EXPECT_EQ(recovery_on(codes).size(), 10U);
    EXPECT_EQ(tab.get("/signed-in").status, 200);
}

TEST_F(SecondFactorPages, speak_welsh) {
    Tab tab{*this};
    set_up(tab);
    EXPECT_TRUE(tab.get("/cy/second-factor").says("Codau o’ch ffôn"));
}

} // namespace
} // namespace gweld::web::pages
