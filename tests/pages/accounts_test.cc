// Administering who may sign in; and that whoever does so reads no record.
#include "casework/accounts.h"
#include "signing_in.h"

#include <set>

namespace gweld::web::pages {
namespace {

class AccountPages : public SigningIn {
  protected:
    AccountPages() { add_person("siw", record::Role::administrator); }
    static constexpr const char* why = "A made-up reason";
    static constexpr const char* given_words = "window thistle harbour";
    static constexpr const char* own_words = "lantern pebble cupboard";
};

TEST_F(AccountPages, an_account_is_opened_moved_and_closed_and_each_is_told) {
    Tab siw{*this};
    ASSERT_EQ(siw.sign_in("siw").status, 303);
    EXPECT_EQ(siw.get("/").location, "/accounts");
    const auto form = siw.get("/accounts/new");
    const auto opened = siw.press(form, "/accounts/new",
                                  {{"name", "huw"},
                                   {"worker", id_of("huw")},
                                   {"role", "duty_worker"},
                                   {"team", ""},
                                   {"password", password},
                                   {"why", why}});
    EXPECT_EQ(opened.location, "/accounts?done=1");
    EXPECT_TRUE(siw.get("/accounts").says("Huw Parry"));
    Tab huw{*this};
    const auto own = huw.press(huw.sign_in("huw"), "/sign-in/password", {{"password", own_words}});
    EXPECT_EQ(own.status, 303);
    EXPECT_EQ(huw.get("/").location, "/front-door");
    const auto moved =
        siw.press(siw.get("/account/huw/move"), "/account/huw/move",
                  {{"role", "social_worker"}, {"team", id_of("North")}, {"why", why}});
    EXPECT_EQ(moved.location, "/account/huw?done=1");
    EXPECT_NE(huw.get("/").location, "/work") << "signed out";
    EXPECT_EQ(huw.sign_in("huw", own_words).status, 303);
    EXPECT_EQ(huw.get("/").location, "/work");
    siw.press(siw.get("/account/huw/close"), "/account/huw/close", {{"why", why}});
    EXPECT_EQ(huw.sign_in("huw").status, 422);
    const auto page = siw.get("/account/huw");
    EXPECT_TRUE(page.says("Another role or team: Social worker, North"));
    EXPECT_TRUE(page.says(why));
    EXPECT_TRUE(page.says("siw the made-up"));
    EXPECT_TRUE(page.says("/account/huw/open"));
    EXPECT_FALSE(page.says("/account/huw/close\""));
}

TEST_F(AccountPages, whoever_was_given_a_password_takes_their_own_before_anything_is_shown) {
    Tab siw{*this};
    ASSERT_EQ(siw.sign_in("siw").status, 303);
    ASSERT_EQ(siw.press(siw.get("/account/catrin/password"), "/account/catrin/password",
                        {{"password", given_words}, {"why", why}})
                  .status,
              303);
    Tab catrin{*this};
    const auto asked = catrin.sign_in("catrin", given_words);
    EXPECT_TRUE(asked.says("Choose a password of your own"));
    EXPECT_NE(catrin.get("/work").status, 200);
    const auto same = catrin.press(asked, "/sign-in/password", {{"password", given_words}});
    EXPECT_EQ(same.status, 422);
    EXPECT_TRUE(same.says("That is the one you were given"));
    EXPECT_EQ(catrin.press(same, "/sign-in/password", {{"password", "short"}}).status, 422);
    EXPECT_NE(catrin.get("/work").status, 200);
    EXPECT_EQ(catrin.press(same, "/sign-in/password", {{"password", own_words}}).status, 303);
    EXPECT_EQ(catrin.get("/work").status, 200);
    // From now on it is theirs, and the one they were given opens nothing.
    Tab later{*this};
    EXPECT_EQ(later.sign_in("catrin", own_words).status, 303);
    Tab with_the_given{*this};
    EXPECT_EQ(with_the_given.sign_in("catrin", given_words).status, 422);
}

TEST_F(AccountPages, without_a_reason_or_with_a_short_password_nothing_is_done) {
    Tab siw{*this};
    ASSERT_EQ(siw.sign_in("siw").status, 303);
    const auto close = siw.press(siw.get("/account/catrin/close"), "/account/catrin/close");
    EXPECT_EQ(close.status, 422);
    EXPECT_TRUE(close.says("Say why"));
    const auto given = siw.press(siw.get("/account/catrin/password"), "/account/catrin/password",
                                 {{"password", "short"}, {"why", why}});
    EXPECT_EQ(given.status, 422);
    EXPECT_TRUE(given.says("The password takes at least 12 characters"));
    EXPECT_FALSE(given.says("value=\"short\""));
    Tab catrin{*this};
    EXPECT_EQ(catrin.sign_in().status, 303);
}

TEST_F(AccountPages, nobody_changes_their_own_account) {
    Tab siw{*this};
    ASSERT_EQ(siw.sign_in("siw").status, 303);
    EXPECT_TRUE(siw.get("/account/siw").says("This is your own account"));
    const auto tried = siw.press(siw.get("/account/siw/move"), "/account/siw/move",
                                 {{"role", "head_of_service"}, {"team", ""}, {"why", why}});
    EXPECT_EQ(tried.status, 422);
    EXPECT_EQ(siw.get("/").location, "/accounts");
}

TEST_F(AccountPages, nobody_else_has_them) {
    for (const auto role :
         {record::Role::social_worker, record::Role::team_manager, record::Role::head_of_service,
          record::Role::duty_worker, record::Role::reviewing_officer}) {
        const std::string name{record::name_of(role)};
        add_person(name, role);
        Tab tab{*this};
        ASSERT_EQ(tab.sign_in(name).status, 303);
        const auto page = tab.get("/signed-in");
        for (const auto* address :
             {"/accounts", "/accounts/new", "/account/catrin", "/account/catrin/move"}) {
            EXPECT_EQ(tab.get(address).status, 404) << name << address;
        }
        EXPECT_EQ(tab.post("/account/catrin/close", {{"why", why}}, page).status, 404);
        EXPECT_EQ(tab.post("/accounts/new", {{"name", "x"}, {"why", why}}, page).status, 404);
    }
}

// From the router's table, so that no page can be forgotten.
TEST_F(AccountPages, an_administrator_is_refused_every_page_that_is_about_children) {
    const std::set<std::string, std::less<>> open_to_them{
        "sign-in", "sign-in.code", "sign-in.set-up", "sign-in.password", "home", "signed-in",
        "second-factor", "second-factor.set-up", "password", "looks.own", "accounts", "account",
        "account.new", "account.change",
        // About nobody, for anybody:
        "accessibility", "help", "health", "refer", "refer.answer", "refer.sent", "drafts",
        "drafts.read", "drafts.ready", "rule", "rules", "connections", "offline.visit",
        "offline.waiting", "offline.worker"};
    Tab siw{*this};
    ASSERT_EQ(siw.sign_in("siw").status, 303);
    std::size_t asked = 0;
    for (const auto& route : site.router.table()) {
        if (route.method != Method::get || open_to_them.contains(route.name) ||
            route.pattern.starts_with("/refer") || route.pattern.starts_with("/assets")) {
            continue;
        }
        std::string address = route.pattern;
        for (auto at = address.find('{'); at != std::string::npos; at = address.find('{')) {
            address.replace(at, address.find('}') - at + 1, id_of("ffion"));
        }
        const auto page = siw.get(address);
        EXPECT_FALSE(page.says("Ffion")) << route.pattern;
        EXPECT_EQ(page.status, 404) << route.name << ' ' << route.pattern;
        ++asked;
    }
    EXPECT_GT(asked, 40U);
}

TEST_F(AccountPages, the_guardian_sees_looks_and_emergencies_and_no_page_about_children) {
    add_person("iolo", record::Role::guardian);
    get(duty(), "/child/" + id_of("ffion"));
    Tab iolo{*this};
    ASSERT_EQ(iolo.sign_in("iolo").status, 303);
    EXPECT_EQ(iolo.get("/").location, "/looks/unusual");
    EXPECT_EQ(iolo.get("/emergencies").status, 200);
    for (const auto* address : {"/work", "/team", "/figures", "/search?q=Ffion", "/alerts",
                                "/front-door", "/accounts", "/looked"}) {
        EXPECT_EQ(iolo.get(address).status, 404) << address;
    }
    EXPECT_EQ(iolo.get("/child/" + id_of("ffion")).status, 404);
    EXPECT_EQ(iolo.get("/emergency/" + id_of("ffion")).status, 404);
}

TEST_F(AccountPages, an_administrator_has_no_search_and_no_places_but_accounts) {
    Tab siw{*this};
    ASSERT_EQ(siw.sign_in("siw").status, 303);
    const auto page = siw.get("/accounts");
    EXPECT_FALSE(page.says("action=\"/search\""));
    EXPECT_FALSE(page.says("href=\"/figures\""));
    EXPECT_TRUE(page.says("href=\"/accounts\""));
    EXPECT_TRUE(siw.get("/cy/accounts").says("Cyfrifon"));
}

// ---- at the door
// ----------------------------------------------------------------------------------

TEST_F(AccountPages, an_unknown_name_and_a_wrong_password_are_answered_alike) {
    const auto answer = [&](const std::string& name) {
        Tab tab{*this};
        auto page = tab.sign_in(name, "not it");
        for (auto at = page.text.find(name); at != std::string::npos; at = page.text.find(name)) {
            page.text.replace(at, name.size(), "NAME");
        }
        const auto token = page.text.find("name=\"csrf\" value=\"");
        page.text.erase(token, page.text.find('>', token) - token);
        return page;
    };
    const auto wrong = answer("catrin");
    const auto unknown = answer("nobodyx");
    EXPECT_EQ(wrong.status, unknown.status);
    EXPECT_EQ(wrong.text, unknown.text);
}

TEST_F(AccountPages, failures_from_one_address_are_limited_and_a_known_browser_still_gets_in) {
    Tab known{*this};
    known.come_from("198.51.100.7");
    ASSERT_EQ(known.sign_in().status, 303);
    const auto before = casework::passwords_looked_at();
    for (int i = 0; i < 40; ++i) {
        Tab tab{*this};
        tab.come_from("198.51.100.7");
        EXPECT_EQ(tab.sign_in("name" + std::to_string(i), "not it").status, 422);
    }
    EXPECT_EQ(casework::passwords_looked_at() - before, 30U);
    Tab stranger{*this};
    stranger.come_from("198.51.100.7");
    EXPECT_TRUE(stranger.sign_in().says("Too many attempts have failed from where you are."));
    EXPECT_EQ(known.sign_in().status, 303);
    Tab elsewhere{*this};
    elsewhere.come_from("203.0.113.1");
    EXPECT_EQ(elsewhere.sign_in().status, 303);
}

TEST_F(AccountPages, many_sign_ins_that_are_right_from_one_address_are_never_limited) {
    for (int i = 0; i < 40; ++i) {
        Tab tab{*this};
        tab.come_from("198.51.100.8");
        ASSERT_EQ(tab.sign_in().status, 303) << i;
    }
}

} // namespace
} // namespace gweld::web::pages
