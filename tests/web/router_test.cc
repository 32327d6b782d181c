#include "web/router.h"

#include <gtest/gtest.h>

namespace gweld::web {
namespace {

Handler says(std::string text) {
    return [text = std::move(text)](const Request&, const Params& params) {
        return plain_text(text + ":" + std::string{params["id"]});
    };
}

Router sample() {
    Router router;
    router.add(Method::get, "home", "/", says("home"))
        .add(Method::get, "child", "/child/{id}", says("child"))
        .add(Method::get, "new", "/child/new", says("new"))
        .add(Method::get, "visit", "/child/{id}/visit", says("form"))
        .add(Method::post, "visit", "/child/{id}/visit", says("visit"))
        .add(Method::post, "out", "/sign-out", says("out"))
        .add(Method::get, "asset", "/assets/{file}", says("asset"), Spoken::no_language);
    return router;
}

Response answer(Method method, std::string_view target, std::string body = {}) {
    static const Router router = sample();
    Request request;
    EXPECT_EQ(read_target(target, request), Target::understood);
    request.method = method;
    request.body = std::move(body);
    if (!request.body.empty()) {
        request.headers.add("Content-Type", "Application/X-WWW-Form-Urlencoded; charset=utf-8");
    }
    return router.answer(request);
}

std::string said(Method method, std::string_view target) {
    const auto response = answer(method, target);
    return response.status == 200 ? std::string{response.body.bytes()}
                                  : std::to_string(response.status);
}

TEST(Router, finds_the_page) {
    EXPECT_EQ(said(Method::get, "/"), "home:");
    EXPECT_EQ(said(Method::get, "/child/7"), "child:7");
    EXPECT_EQ(said(Method::get, "/child/new"), "new:");
    EXPECT_EQ(said(Method::get, "/child/new/visit"), "form:new");
    EXPECT_EQ(said(Method::post, "/child/7/visit"), "visit:7");
    EXPECT_EQ(said(Method::head, "/child/7"), "child:7");
}

TEST(Router, answers_in_both_languages_at_one_pattern) {
    EXPECT_EQ(said(Method::get, "/cy"), "home:");
    EXPECT_EQ(said(Method::get, "/cy/child/7"), "child:7");
    EXPECT_EQ(said(Method::get, "/assets/app.css"), "asset:");
    EXPECT_EQ(said(Method::get, "/cy/assets/app.css"), "404");
}

TEST(Router, names_the_route_of_an_address) {
    const auto router = sample();
    EXPECT_EQ(router.name_for("/child/7/visit"), "visit");
    EXPECT_EQ(router.name_for("/child/new"), "new");
    EXPECT_EQ(router.name_for("/nothing/here"), "");
}

TEST(Router, decodes_a_slot_once) {
    EXPECT_EQ(said(Method::get, "/child/a%20b"), "child:a b");
    EXPECT_EQ(said(Method::get, "/child/%2525"), "child:%25");
    EXPECT_EQ(said(Method::get, "/child/%C5%B5"), "child:ŵ");
}

TEST(Router, does_not_let_a_slot_hold_a_slash_or_nothing) {
    for (const auto* target : {"/child/", "/child//visit", "/child/a%2Fb", "/child/%0A",
                               "/child/%7F", "/child/7/", "//", "/nowhere", "/child/7/visit/9"}) {
        EXPECT_EQ(said(Method::get, target), "404") << target;
    }
}

TEST(Router, names_the_methods_an_address_takes) {
    const auto refused = answer(Method::other, "/child/7/visit");
    EXPECT_EQ(refused.status, 405);
    EXPECT_EQ(refused.header("allow"), "GET, HEAD, POST");
    EXPECT_EQ(answer(Method::get, "/sign-out").header("allow"), "POST");
    EXPECT_EQ(answer(Method::post, "/child/7", "a=1").header("allow"), "GET, HEAD");
}

TEST(Router, takes_only_forms) {
    EXPECT_EQ(answer(Method::post, "/sign-out", "a=1").status, 200);
    EXPECT_EQ(answer(Method::post, "/sign-out").status, 200);
    Request request;
    request.method = Method::post;
    request.path = "/sign-out";
    request.body = "{}";
    for (const auto* type : {"text/plain", "application/json", ""}) {
        request.headers = {};
        request.headers.add("Content-Type", type);
        EXPECT_EQ(sample().answer(request).status, 415) << type;
    }
}

TEST(Router, makes_the_address_of_a_named_page) {
    const auto router = sample();
    EXPECT_EQ(router.url_of("home").text(), "/");
    EXPECT_EQ(router.url_of("visit", {{"id", "a/b c"}}).text(), "/child/a%2Fb%20c/visit");
    EXPECT_THROW(static_cast<void>(router.url_of("visit")), std::logic_error);
    EXPECT_THROW(static_cast<void>(router.url_of("elsewhere")), std::logic_error);
}

TEST(Router, lists_every_route_in_order) {
    const auto router = sample();
    ASSERT_EQ(router.table().size(), 7U);
    EXPECT_EQ(router.table()[4],
              (Route{Method::post, "visit", "/child/{id}/visit", Spoken::both_languages}));
}

TEST(Router, refuses_two_answers_to_one_question) {
    auto router = sample();
    EXPECT_THROW(router.add(Method::get, "other", "/child/{name}", says("x")), std::logic_error);
    EXPECT_THROW(router.add(Method::get, "other", "child", says("x")), std::logic_error);
}

TEST(Router, lets_the_program_say_what_is_not_found) {
    auto router = sample();
    router.otherwise([](const Request& request) { return plain_text(request.path, 404); });
    Request request;
    request.path = "/nowhere";
    EXPECT_EQ(router.answer(request).body.bytes(), "/nowhere");
}

} // namespace
} // namespace gweld::web
