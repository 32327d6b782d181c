// Signing in in a browser, and the page that says where one is signed in.
#include "signing_in.h"

namespace gweld::web::pages {
namespace {

class MySignIns : public SigningIn {};

TEST_F(MySignIns, are_listed_with_this_one_first_and_ended_one_by_one) {
    Tab desk{*this, "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/128.0"};
    Tab phone{*this, "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5) Safari/604.1"};
    ASSERT_EQ(desk.sign_in().status, 303);
    clock.moment += 1min;
    ASSERT_EQ(phone.sign_in().status, 303);
    const auto page = desk.get("/signed-in");
    EXPECT_TRUE(page.says("Firefox on Windows"));
    EXPECT_TRUE(page.says("Safari on iPhone"));
    EXPECT_TRUE(page.says("This one"));
    EXPECT_LT(page.text.find("Firefox on Windows"), page.text.find("Safari on iPhone"));
    EXPECT_EQ(times(page.text, "name=\"which\""), 1U);
    EXPECT_EQ(desk.press(page, "/signed-in/end").location, "/signed-in?done=one");
    EXPECT_EQ(phone.get("/signed-in").status, 303) << "signed out there";
    EXPECT_EQ(desk.get("/signed-in").status, 200);
}

TEST_F(MySignIns, all_the_others_are_ended_at_once) {
    Tab desk{*this};
    Tab one{*this};
    Tab two{*this};
    for (auto* tab : {&desk, &one, &two}) {
        ASSERT_EQ(tab->sign_in().status, 303);
    }
    EXPECT_EQ(desk.press(desk.get("/signed-in"), "/signed-in/end-others").status, 303);
    EXPECT_EQ(one.get("/signed-in").status, 303);
    EXPECT_EQ(two.get("/signed-in").status, 303);
    EXPECT_FALSE(desk.get("/signed-in").says("Sign out everywhere but here"));
}

// Sent twice by the network, or sent and signed out before the answer came.
TEST_F(MySignIns, what_was_saved_before_one_was_signed_out_is_said_to_be_saved) {
    Tab tab{*this};
    ASSERT_EQ(tab.sign_in().status, 303);
    const auto address = "/child/" + id_of("ffion") + "/visit";
    auto visit = hidden_fields(tab.get(address), address);
    std::erase_if(visit, [](const Field& field) {
        return field.name != "csrf" && field.name != "key" && field.name != "today" &&
               !field.name.starts_with("version-") && !field.name.starts_with("unsaved-");
    });
    for (const auto& field : std::vector<Field>{{"outcome", "made"},
                                                {"when", "today"},
                                                {"place", "school"},
                                                {"announced", "announced"},
                                                {"account", "At school, at break."},
                                                {"seen-" + id_of("ffion"), "yes"},
                                                {"alone-" + id_of("ffion"), "yes"},
                                                {"seen-" + id_of("osian"), "not_part"}}) {
        visit.push_back(field);
    }
    ASSERT_EQ(tab.post(address, visit).status, 303);
    tab.forget("session");
    const auto sent_away = tab.post(address, visit);
    ASSERT_EQ(sent_away.status, 401);
    const auto in = tab.press(sent_away, "/sign-in", {{"name", "catrin"}, {"password", password}});
    EXPECT_TRUE(in.says("This form arrived and was saved before you were signed out"));
    EXPECT_TRUE(in.says("At school, at break."));
    EXPECT_EQ(tab.press(in, address).status, 303) << "sent again it is the same visit";
}

TEST_F(MySignIns, the_first_page_says_when_it_was_before_and_the_next_does_not) {
    Tab tab{*this};
    ASSERT_EQ(tab.sign_in().status, 303);
    EXPECT_FALSE(tab.get("/work").says("You last signed in")) << "there was no time before";
    clock.moment += 24h;
    ASSERT_EQ(tab.sign_in().status, 303);
    const auto first = tab.get("/signed-in");
    EXPECT_TRUE(first.says("You last signed in at 9am on Tue 24 Nov. Was it you?"));
    EXPECT_FALSE(tab.get("/signed-in").says("Was it you?"));
}

TEST_F(MySignIns, every_page_leads_there_and_it_speaks_welsh) {
    Tab tab{*this};
    ASSERT_EQ(tab.sign_in().status, 303);
    EXPECT_TRUE(tab.get("/drafts").says("href=\"/signed-in\""));
    EXPECT_TRUE(tab.get("/cy/signed-in").says("Ble rydych wedi mewngofnodi"));
}

TEST_F(MySignIns, a_session_of_another_person_is_not_to_be_had) {
    add_person("mair", record::Role::social_worker);
    Tab mine{*this};
    Tab hers{*this};
    ASSERT_EQ(mine.sign_in().status, 303);
    ASSERT_EQ(hers.sign_in("mair").status, 303);
    clock.moment += 1min;
    Tab again{*this};
    ASSERT_EQ(again.sign_in().status, 303);
    const auto page = mine.get("/signed-in");
    EXPECT_EQ(
        hers.post("/signed-in/end", hidden_fields(page, "/signed-in/end"), hers.get("/signed-in"))
            .status,
        303);
    EXPECT_EQ(again.get("/signed-in").status, 200);
}

TEST_F(MySignIns, a_password_is_changed_and_everybody_else_with_the_old_one_is_out) {
    Tab here{*this};
    Tab there{*this};
    ASSERT_EQ(here.sign_in().status, 303);
    ASSERT_EQ(there.sign_in().status, 303);
    EXPECT_EQ(here.press(here.get("/password"), "/password", {{"password", "short"}}).status, 422);
    EXPECT_EQ(there.get("/signed-in").status, 200);
    const auto done =
        here.press(here.get("/password"), "/password", {{"password", "another made-up one"}});
    EXPECT_EQ(done.location, "/signed-in?done=password");
    EXPECT_EQ(here.get("/signed-in").status, 200);
    EXPECT_EQ(there.get("/signed-in").status, 303);
    EXPECT_EQ(there.sign_in().status, 422);
    EXPECT_EQ(there.sign_in("catrin", "another made-up one").status, 303);
    clock.moment += 10min;
    EXPECT_EQ(here.get("/password").status, 401) << "a screen left open";
}

} // namespace
} // namespace gweld::web::pages
