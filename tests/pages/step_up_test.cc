// The password again before what cannot be taken back.
#include "signing_in.h"
#include "web/pages/sign_in/step_up.h"

namespace gweld::web::pages {
namespace {

class StepUp : public SigningIn {
  protected:
    StepUp() {
        add_page(site, Method::post, "act", "/act", [this](const Caller& caller) {
            if (auto ask = needs_fresh_sign_in(caller)) {
                return std::move(*ask);
            }
            ++acts;
            seen = caller.request.form;
            return plain_text("done");
        });
        add_page(site, Method::get, "secret", "/secret", [](const Caller& caller) {
            auto ask = needs_fresh_sign_in(caller);
            return ask ? std::move(*ask) : plain_text("the secret");
        });
    }
    // Signed in and left alone for so long, but for a page now and then.
    Answered sit(Tab& tab, std::chrono::minutes for_so_long) {
        EXPECT_EQ(tab.sign_in().status, 303);
        clock.moment += for_so_long;
        return tab.get("/signed-in");
    }
    int acts = 0;
    Fields seen;
};

TEST_F(StepUp, soon_after_signing_in_nothing_is_asked) {
    Tab tab{*this};
    const auto page = sit(tab, 9min);
    EXPECT_EQ(tab.post("/act", {{"reason", "typed"}}, page).text, "done");
}

TEST_F(StepUp, later_the_password_is_asked_and_what_was_typed_is_sent_with_it) {
    Tab tab{*this};
    const auto page = sit(tab, 10min);
    const auto asked = tab.post("/act", {{"reason", "A typed <reason>"}, {"day", "1"}}, page);
    EXPECT_EQ(asked.status, 401);
    EXPECT_TRUE(asked.says("Is it still you?"));
    EXPECT_EQ(acts, 0);
    const auto wrong = tab.press(asked, "/act", {{"proof", "not it"}});
    EXPECT_EQ(wrong.status, 401);
    EXPECT_TRUE(wrong.says("That is not right. Try again."));
    EXPECT_FALSE(wrong.says("not it\""));
    EXPECT_EQ(acts, 0);
    EXPECT_EQ(tab.press(asked, "/act", {{"reason", "A typed <reason>"}, {"proof", password}}).text,
              "done");
    EXPECT_EQ(acts, 1);
    EXPECT_EQ(seen.text("reason"), "A typed <reason>");
    EXPECT_EQ(seen.text("day"), "1");
    EXPECT_FALSE(seen.has("proof")) << "no page sees the password";
    EXPECT_EQ(tab.post("/act", {}, page).text, "done") << "and then nothing is asked again";
}

TEST_F(StepUp, an_address_that_was_asked_for_is_asked_for_again) {
    Tab tab{*this};
    sit(tab, 11min);
    const auto asked = tab.get("/secret?of=1");
    EXPECT_EQ(asked.status, 401);
    const auto on = tab.press(asked, "/prove", {{"proof", password}});
    EXPECT_EQ(on.location, "/secret?of=1");
    EXPECT_EQ(tab.get(on.location).text, "the secret");
}

TEST_F(StepUp, leads_nowhere_else) {
    Tab tab{*this};
    sit(tab, 11min);
    const auto asked = tab.get("/secret");
    for (const auto* elsewhere : {"//elsewhere.example", "https://elsewhere.example/"}) {
        const auto on = tab.press(asked, "/prove", {{"proof", password}, {"back", elsewhere}});
        EXPECT_TRUE(on.location.starts_with("/") && !on.location.starts_with("//")) << on.location;
    }
}

TEST_F(StepUp, a_signed_out_password_is_not_carried_into_the_next_persons_page) {
    Tab tab{*this};
    const auto page = sit(tab, 29min);
    clock.moment += 31min;
    const auto out = tab.post("/act", {{"reason", "A typed reason"}, {"proof", password}}, page);
    EXPECT_EQ(out.status, 401);
    EXPECT_TRUE(out.says("A typed reason"));
    EXPECT_FALSE(out.says(password));
}

TEST_F(StepUp, stands_before_merging_and_letting_go) {
    add_person("rhian", record::Role::team_manager);
    Tab tab{*this};
    ASSERT_EQ(tab.sign_in("rhian").status, 303);
    clock.moment += 11min;
    const auto page = tab.get("/signed-in");
    const auto pair = "/child/" + id_of("ffion") + "/same-person/" + id_of("osian");
    const auto merge =
        tab.post(pair, {{"kept", id_of("ffion")}, {"reason", "One child, two records"}}, page);
    EXPECT_EQ(merge.status, 401);
    EXPECT_TRUE(merge.says("Is it still you?"));
    EXPECT_TRUE(merge.says("One child, two records"));
    const auto contact = "/contact/" + id_of("nothing") + "/let-go";
    EXPECT_EQ(tab.post(contact, {{"reason", "x"}}, page).status, 401);
}

} // namespace
} // namespace gweld::web::pages
