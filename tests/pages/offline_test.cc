#include "phone_site.h"

namespace gweld::web::pages {
namespace {

class OfflinePages : public PhoneSite {};

TEST_F(OfflinePages, my_work_offers_it_where_a_phone_can_keep_pages) {
    EXPECT_TRUE(get(catrin(), "/work").says("href=\"/offline\""));
    site.phones.offered = Phones::Offered::no;
    EXPECT_FALSE(get(catrin(), "/work").says("/offline"));
}

TEST_F(OfflinePages, getting_ready_shows_what_will_be_on_the_phone) {
    const auto page = get(catrin(), "/offline");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("The Davies family (Ffion, Osian)"));
    EXPECT_TRUE(page.says("See Ffion alone"));
    EXPECT_TRUE(page.says("No addresses, no records, nothing else."));
    EXPECT_EQ(get(head(), "/offline").status, 404);
    EXPECT_EQ(get(rhian(), "/offline").status, 404);
}

TEST_F(OfflinePages, the_list_has_names_and_needs_and_nothing_else) {
    record::AddressLivedAt home;
    home.kind = record::AddressKind::home;
    home.lines = "17 Secret Street";
    home.postcode = "CF99 9ZZ";
    home.from = registered;
    put(home, {casework::thing("ffion")}, registered);
    const auto list = post(catrin(), "/offline/list", {{"home", id_of("ffion")}});
    ASSERT_EQ(list.status, 200);
    EXPECT_TRUE(list.says("The Davies family"));
    EXPECT_TRUE(list.says("Gweld Ffion heb neb arall"));
    EXPECT_TRUE(list.says(keys.name()));
    for (const auto* never : {"Secret", "CF99", "2018", "neglect", "P1\"", "csrf"}) {
        EXPECT_FALSE(list.says(never)) << never;
    }
}

TEST_F(OfflinePages, a_home_is_known_by_any_of_its_children_and_none_is_left_out_in_silence) {
    // Which child comes first changes with what is due.
    for (const auto* child : {"ffion", "osian"}) {
        const auto list = post(catrin(), "/offline/list", {{"home", id_of(child)}});
        EXPECT_EQ(list.status, 200) << child;
        EXPECT_TRUE(list.says("The Davies family")) << child;
    }
    const auto one_gone =
        post(catrin(), "/offline/list", {{"home", id_of("ffion")}, {"home", id_of("nobody")}});
    EXPECT_EQ(one_gone.status, 422);
    EXPECT_TRUE(one_gone.says("Load this page again"));
}

TEST_F(OfflinePages, the_list_is_for_children_of_hers) {
    EXPECT_EQ(post(stranger(), "/offline/list", {{"home", id_of("ffion")}}).status, 422);
    const auto none = post(catrin(), "/offline/list", {});
    EXPECT_EQ(none.status, 422);
    EXPECT_TRUE(none.says("Choose at least one home"));
    site.phones.keys = {};
    EXPECT_EQ(post(catrin(), "/offline/list", {{"home", id_of("ffion")}}).status, 422);
}

TEST_F(OfflinePages, the_form_says_nothing_of_anybody_and_opens_for_anybody) {
    Request request;
    request.path = "/offline/visit";
    for (const auto language : {Language::english, Language::welsh}) {
        request.language = language;
        const auto response = site.router.answer(request);
        EXPECT_EQ(response.status, 200);
        const std::string_view text = response.body.bytes();
        for (const auto* never : {"Ffion", "Davies", "Catrin", "csrf"}) {
            EXPECT_EQ(text.find(never), std::string_view::npos) << never;
        }
    }
    EXPECT_NE(site.router.answer(request).body.bytes().find("Cofnodi ymweliad heb signal"),
              std::string_view::npos);
}

TEST_F(OfflinePages, the_worker_may_speak_for_the_site_and_is_asked_for_each_time) {
    Request request;
    request.path = "/offline-worker.js";
    const auto response = site.router.answer(request);
    EXPECT_EQ(response.header("Service-Worker-Allowed"), "/");
    EXPECT_EQ(response.header("Cache-Control").find("immutable"), std::string_view::npos);
    request.language = Language::welsh;
    EXPECT_EQ(site.router.answer(request).status, 404);
}

TEST_F(OfflinePages, what_was_sent_is_on_the_record_and_says_where_it_was_written) {
    device = device_of_list(catrin());
    clock.moment += std::chrono::hours{2};
    const auto item = saved_on_phone("one", typed_today());
    clock.moment += std::chrono::hours{3};
    const auto told = send(catrin(), item);
    EXPECT_EQ(told.text("state"), "recorded");
    EXPECT_EQ(told.text("at"), "14:00");
    const auto page = get(catrin(), "/child/" + id_of("ffion") + "/timeline");
    EXPECT_TRUE(page.says("Dw i eisiau Nain"));
    EXPECT_TRUE(page.says("Written on a phone at 11am on Tue 24 Nov"));
    EXPECT_EQ(times(page.text, "Something this page cannot show"), 0U);
    EXPECT_TRUE(get(catrin(), "/offline/visits").says("Ffion Davies, visit of Tue 24 Nov"));
}

TEST_F(OfflinePages, nobody_signed_in_is_told_to_sign_in_and_nothing_is_kept) {
    const auto item = saved_on_phone("one", typed_today());
    EXPECT_EQ(send({}, item).text("state"), "signin");
    EXPECT_EQ(last_status, 401);
    EXPECT_EQ(send(rhian(), item).text("state"), "other");
    EXPECT_EQ(send(catrin(), item).text("state"), "recorded");
}

TEST_F(OfflinePages, another_site_cannot_send) {
    const auto item = saved_on_phone("one", typed_today());
    from_elsewhere = true;
    EXPECT_EQ(send(catrin(), item).text("state"), "refused");
    EXPECT_EQ(last_status, 403);
    EXPECT_EQ(asked(catrin(), "/offline/sync", {{"device", device}}).text("state"), "refused");
}

TEST_F(OfflinePages, what_cannot_be_opened_stays_on_the_phone) {
    auto item = saved_on_phone("one", typed_today());
    auto damaged = item;
    damaged.sealed.text.back() = static_cast<char>(damaged.sealed.text.back() ^ 1);
    EXPECT_EQ(send(catrin(), damaged).text("state"), "locked");
    auto renamed = item;
    renamed.id = id_of("two");
    EXPECT_EQ(send(catrin(), renamed).text("state"), "locked");
    EXPECT_EQ(asked(catrin(), "/offline/send", {{"id", "not an id"}}).text("state"), "locked");
    const auto nonsense =
        Saved{item.id, phone::seal_as_a_phone(keys.name(), keys.public_point(), item.id, "hello")};
    EXPECT_EQ(send(catrin(), nonsense).text("state"), "locked");
    EXPECT_EQ(send(catrin(), item).text("state"), "recorded");
}

TEST_F(OfflinePages, a_form_that_is_not_complete_waits_with_every_word) {
    auto typed = typed_today("Cegin gynnes <b>");
    std::erase_if(typed, [](const auto& field) { return field.name == "place"; });
    const auto told = send(catrin(), saved_on_phone("one", typed));
    EXPECT_EQ(told.text("state"), "held");
    EXPECT_EQ(told.text("why"), "not_complete");
    EXPECT_TRUE(get(catrin(), "/work").says("1 visit from your phone needs you."));
    const auto list = get(catrin(), "/offline/visits");
    EXPECT_TRUE(list.says("A visit: Ffion"));
    const auto at = list.text.find("/offline/visits/");
    const auto address = list.text.substr(at, std::string_view{"/offline/visits/"}.size() + 36);
    const auto held = get(catrin(), address);
    EXPECT_TRUE(held.says("Cegin gynnes &lt;b&gt;"));
    EXPECT_TRUE(held.says("lang=\"cy\">Dw i eisiau Nain"));
    EXPECT_EQ(get(rhian(), address).status, 404);

    const auto right = address + "/record/" + id_of("ffion");
    const auto form = get(catrin(), right);
    EXPECT_TRUE(form.says("Cegin gynnes"));
    EXPECT_TRUE(form.says("Dw i eisiau Nain"));
    EXPECT_EQ(get(rhian(), right).status, 404);
    EXPECT_EQ(post(catrin(), right, typed).status, 422);
    typed.push_back({"place", "home"});
    typed.push_back({"seen-" + id_of("osian"), "not_part"});
    typed.push_back({"version-" + id_of("ffion"), std::to_string(version("ffion"))});
    typed.push_back({"key", "a key"});
    const auto recorded = post(catrin(), right, typed);
    EXPECT_EQ(recorded.location, "/work?saved=visit");
    EXPECT_EQ(post(catrin(), right, typed).location, "/offline/visits");
    EXPECT_FALSE(get(catrin(), "/work").says("needs you"));
    EXPECT_TRUE(get(catrin(), "/child/" + id_of("ffion") + "/timeline").says("Cegin gynnes"));
}

TEST_F(OfflinePages, set_aside_only_with_a_reason) {
    auto typed = typed_today();
    std::erase_if(typed, [](const auto& field) { return field.name.starts_with("seen-"); });
    typed.push_back({"who", "The family next door"});
    EXPECT_EQ(send(catrin(), saved_on_phone("one", typed)).text("why"), "nobody_named");
    const auto list = get(catrin(), "/offline/visits");
    EXPECT_TRUE(list.says("The family next door"));
    const auto at = list.text.find("/offline/visits/");
    const auto address = list.text.substr(at, std::string_view{"/offline/visits/"}.size() + 36);
    EXPECT_EQ(post(catrin(), address + "/aside", {{"reason", ""}}).status, 422);
    EXPECT_EQ(post(rhian(), address + "/aside", {{"reason", "x"}}).status, 404);
    EXPECT_EQ(post(catrin(), address + "/aside", {{"reason", "Not ours"}}).location,
              "/offline/visits?saved=aside");
    EXPECT_FALSE(get(catrin(), "/offline/visits").says("The family next door"));
}

TEST_F(OfflinePages, what_is_typed_while_putting_it_right_is_kept_as_a_draft) {
    auto typed = typed_today("As the phone sent it");
    std::erase_if(typed, [](const auto& field) { return field.name == "place"; });
    send(catrin(), saved_on_phone("one", typed));
    const auto list = get(catrin(), "/offline/visits");
    const auto at = list.text.find("/offline/visits/");
    const auto held = list.text.substr(at, std::string_view{"/offline/visits/"}.size() + 36);
    const auto right = held + "/record/" + id_of("ffion");
    EXPECT_TRUE(get(catrin(), right).says("As the phone sent it"));
    const auto begin = [&](const std::string& address, std::string_view field, std::string text) {
        return post(catrin(), "/drafts",
                    {{"unsaved-at", address},
                     {"unsaved-heading", "A visit"},
                     {"key", "key of " + address},
                     {std::string{field}, std::move(text)}});
    };
    EXPECT_EQ(begin(right, "account", "As it was in the kitchen").status, 303);
    const auto form = get(catrin(), right);
    EXPECT_TRUE(form.says("You began this at"));
    EXPECT_TRUE(form.says("As it was in the kitchen"));
    EXPECT_FALSE(form.says("As the phone sent it"));

    EXPECT_EQ(begin(held, "reason", "It was the family next door").status, 303);
    EXPECT_TRUE(get(catrin(), held).says("It was the family next door"));
    EXPECT_EQ(post(catrin(), held + "/aside",
                   {{"unsaved-at", held},
                    {"key", "key of " + held},
                    {"reason", "It was the family next door"}})
                  .location,
              "/offline/visits?saved=aside");
    EXPECT_FALSE(get(catrin(), "/drafts").says(held + "\""));
}

TEST_F(OfflinePages, a_manager_sees_the_phones_of_the_team_and_wipes_one) {
    const auto has_account = [&](const access::Viewer& who) {
        return store
            ->write([&](record::Writing& tx) {
                tx.put_account({who.sign_in_name, who.worker, who.name, who.role, who.team,
                                who.team_name, "", false});
                return record::Keep::yes;
            })
            .ok();
    };
    ASSERT_TRUE(has_account(catrin()));
    EXPECT_TRUE(get(rhian(), "/team/phones").says("nobody of your team had a list"));
    device = device_of_list(catrin());
    EXPECT_TRUE(get(rhian(), "/team").says("/team/phones"));
    const auto page = get(rhian(), "/team/phones");
    EXPECT_TRUE(page.says("Catrin Hughes"));
    EXPECT_TRUE(get(rhian(), "/cy/team/phones").says("Ffonau eich tîm"));
    EXPECT_EQ(get(catrin(), "/team/phones").status, 404);
    auto south = rhian();
    south.team = casework::thing("South");
    EXPECT_FALSE(get(south, "/team/phones").says("Catrin Hughes"));
    EXPECT_EQ(post(south, "/offline/list/" + device + "/wipe", {}).status, 404);
    EXPECT_EQ(post(rhian(), "/offline/list/" + device + "/wipe", {{"from-team", "yes"}}).location,
              "/team/phones?saved=wiped");
    EXPECT_TRUE(get(rhian(), "/team/phones").says("Wiped at"));
    EXPECT_EQ(asked({}, "/offline/sync", {{"device", device}}).text("wiped"), "yes");
    clock.moment += std::chrono::hours{12 + 49};
    EXPECT_FALSE(get(rhian(), "/team/phones").says("Catrin Hughes")) << "over for two days";
}

TEST_F(OfflinePages, a_wiped_list_is_told_to_the_phone_signed_in_or_not) {
    device = device_of_list(catrin());
    EXPECT_EQ(asked({}, "/offline/sync", {{"device", device}}).text("wiped"), "");
    EXPECT_EQ(post(stranger(), "/offline/list/" + device + "/wipe", {}).status, 404);
    EXPECT_EQ(post(catrin(), "/offline/list/" + device + "/wipe", {}).location,
              "/offline?saved=wiped");
    EXPECT_EQ(asked({}, "/offline/sync", {{"device", device}}).text("wiped"), "yes");
    EXPECT_EQ(asked(catrin(), "/offline/sync", {{"device", device}}).text("wiped"), "yes");
    EXPECT_TRUE(get(catrin(), "/offline").says("Wiped at"));
    EXPECT_EQ(send(catrin(), saved_on_phone("one", typed_today())).text("why"), "list_wiped");
}

TEST_F(OfflinePages, the_phone_asks_whether_its_visits_are_still_there) {
    const auto item = saved_on_phone("one", typed_today());
    send(catrin(), item);
    const Typed form{{"device", device}, {"kept", item.id}, {"kept", id_of("two")}};
    const auto told = asked(catrin(), "/offline/sync", form);
    EXPECT_EQ(told.text("state"), "in");
    ASSERT_EQ(told.all("missing").size(), 1U);
    EXPECT_EQ(told.text("missing"), id_of("two"));
    EXPECT_FALSE(asked({}, "/offline/sync", form).has("missing"));
}

TEST_F(OfflinePages, without_a_key_what_is_sent_stays_on_the_phone) {
    const auto item = saved_on_phone("one", typed_today());
    site.phones.keys = [] { return nullptr; };
    EXPECT_EQ(send(catrin(), item).text("state"), "later");
    EXPECT_FALSE(asked(catrin(), "/offline/sync", {{"device", device}}).has("key"));
    site.phones.keys = [this] { return &keys; };
    EXPECT_EQ(asked(catrin(), "/offline/sync", {{"device", device}}).text("key"), keys.name());
    EXPECT_EQ(asked({}, "/offline/sync", {{"device", device}}).text("point"),
              base64url(keys.public_point()));
    EXPECT_EQ(send(catrin(), item).text("state"), "recorded");
}

TEST_F(OfflinePages, a_very_long_account_arrives_whole) {
    auto typed = typed_today(std::string(200'000, 'w'));
    EXPECT_EQ(send(catrin(), saved_on_phone("one", typed)).text("state"), "recorded");
}

} // namespace
} // namespace gweld::web::pages
