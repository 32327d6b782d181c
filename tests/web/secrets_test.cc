#include "web/cookies.h"
#include "web/csrf.h"
#include "web/security_headers.h"

#include <gtest/gtest.h>

#include <set>

namespace gweld::web {
namespace {

Request from(std::initializer_list<std::pair<std::string_view, std::string_view>> headers) {
    Request request;
    for (const auto& [name, value] : headers) {
        request.headers.add(name, value);
    }
    return request;
}

TEST(Tokens, are_long_and_never_the_same) {
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i) {
        const auto token = random_token();
        EXPECT_EQ(token.size(), 43U);
        EXPECT_TRUE(seen.insert(token).second);
    }
}

TEST(Tokens, are_kept_only_as_fingerprints) {
    EXPECT_EQ(fingerprint_of("a").size(), 64U);
    EXPECT_EQ(fingerprint_of("a"), fingerprint_of("a"));
    EXPECT_NE(fingerprint_of("a"), fingerprint_of("b"));
}

TEST(Masking, never_shows_the_same_text_twice_and_can_be_undone) {
    const auto token = csrf_token("secret", "session");
    const auto first = mask_token(token);
    const auto second = mask_token(token);
    EXPECT_NE(first, second);
    EXPECT_EQ(unmask_token(first), token);
    EXPECT_EQ(unmask_token(second), token);
    EXPECT_EQ(first.find(token), std::string::npos);
}

TEST(Masking, refuses_what_was_not_masked) {
    for (const std::string_view text : {"", "a", "not base64!", "AAAA"}) {
        EXPECT_EQ(unmask_token(text), std::nullopt) << text;
    }
    EXPECT_EQ(unmask_token(mask_token(random_token()) + "A"), std::nullopt);
    EXPECT_THROW(static_cast<void>(mask_token("short")), std::logic_error);
}

TEST(Csrf, tokens_belong_to_one_session_and_one_program) {
    const auto sent = mask_token(csrf_token("secret", "session"));
    EXPECT_TRUE(is_csrf_token(sent, "secret", "session"));
    EXPECT_FALSE(is_csrf_token(sent, "secret", "another session"));
    EXPECT_FALSE(is_csrf_token(sent, "another secret", "session"));
    EXPECT_FALSE(is_csrf_token("", "secret", "session"));
    EXPECT_FALSE(is_csrf_token(csrf_token("secret", "session"), "secret", "session"));
}

TEST(Senders, are_known_by_what_the_browser_says) {
    EXPECT_EQ(sender_of(from({{"Sec-Fetch-Site", "same-origin"}})), Sender::our_page);
    EXPECT_EQ(sender_of(from({{"Sec-Fetch-Site", "none"}})), Sender::our_page);
    EXPECT_EQ(sender_of(from({{"Sec-Fetch-Site", "same-site"}})), Sender::elsewhere);
    EXPECT_EQ(sender_of(from({{"Sec-Fetch-Site", "cross-site"}})), Sender::elsewhere);
    EXPECT_EQ(sender_of(from({{"Origin", "http://127.0.0.1:8080"}, {"Host", "127.0.0.1:8080"}})),
              Sender::our_page);
    EXPECT_EQ(sender_of(from({{"Origin", "https://evil.example"}, {"Host", "127.0.0.1:8080"}})),
              Sender::elsewhere);
    EXPECT_EQ(sender_of(from({{"Origin", "null"}, {"Host", "127.0.0.1:8080"}})), Sender::elsewhere);
    EXPECT_EQ(sender_of(from({{"Origin", "https://"}, {"Host", ""}})), Sender::elsewhere);
    EXPECT_EQ(sender_of(from({{"Host", "127.0.0.1:8080"}})), Sender::not_said);
}

TEST(Cookies, say_how_far_they_may_go) {
    const Cookie session{"session", Transport::sealed, SentFrom::links_too};
    Response response;
    session.set(response, "abc_-9");
    EXPECT_EQ(response.header("set-cookie"),
              "__Host-session=abc_-9; Path=/; HttpOnly; Secure; SameSite=Lax");
    EXPECT_THROW(session.set(response, "a; Domain=x"), std::logic_error);
    EXPECT_EQ(session.in(from({{"Cookie", "session=no; __Host-session=yes"}})), "yes");
    const Cookie open{"session", Transport::open, SentFrom::our_pages_only};
    Response gone;
    open.take_away(gone);
    EXPECT_EQ(gone.header("set-cookie"), "session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
}

TEST(SecurityHeaders, allow_nothing_inline_and_nothing_from_elsewhere) {
    const std::string all{security_headers()};
    EXPECT_NE(all.find("default-src 'none'; script-src 'self'"), std::string::npos);
    EXPECT_EQ(all.find("unsafe"), std::string::npos);
    EXPECT_EQ(all.find("http"), std::string::npos);
    EXPECT_TRUE(is_security_header("Content-Security-policy"));
    EXPECT_FALSE(is_security_header("Location"));
}

} // namespace
} // namespace gweld::web
