#include "web/http.h"

#include <gtest/gtest.h>

namespace gweld::web {
namespace {

using words::Language;

Request asked(std::string_view target) {
    Request request;
    EXPECT_EQ(read_target(target, request), Target::understood) << target;
    return request;
}

std::vector<Field> fields(std::string_view encoded) {
    const auto parsed = parse_fields(encoded, most_fields);
    return parsed ? std::vector<Field>{parsed->list().begin(), parsed->list().end()}
                  : std::vector<Field>{};
}

TEST(Forms, keep_repeated_names_in_order) {
    EXPECT_EQ(fields("child=a&place=home&child=b"),
              (std::vector<Field>{{"child", "a"}, {"place", "home"}, {"child", "b"}}));
    const auto form = *parse_fields("child=a&child=b&empty=", most_fields);
    EXPECT_EQ(form.all("child"), (std::vector<std::string_view>{"a", "b"}));
    EXPECT_EQ(form.first("child"), "a");
    EXPECT_EQ(form.first("empty"), "");
    EXPECT_EQ(form.first("missing"), std::nullopt);
    EXPECT_EQ(form.text("missing"), "");
}

TEST(Forms, decode_what_browsers_encode) {
    EXPECT_EQ(fields("a+b=c%20d"), (std::vector<Field>{{"a b", "c d"}}));
    EXPECT_EQ(fields("w=%C5%B5yr"), (std::vector<Field>{{"w", "ŵyr"}}));
    EXPECT_EQ(fields("a=b=c"), (std::vector<Field>{{"a", "b=c"}}));
    EXPECT_EQ(fields("a"), (std::vector<Field>{{"a", ""}}));
    EXPECT_EQ(fields("&&a=1&"), (std::vector<Field>{{"a", "1"}}));
    EXPECT_EQ(fields("t=one%0D%0Atwo%0Dthree"), (std::vector<Field>{{"t", "one\ntwo\rthree"}}));
}

TEST(Forms, lose_nothing_that_is_not_well_formed) {
    EXPECT_EQ(fields("a=100%"), (std::vector<Field>{{"a", "100%"}}));
    EXPECT_EQ(fields("a=%zz%4"), (std::vector<Field>{{"a", "%zz%4"}}));
    EXPECT_EQ(fields("a=x%FFy"), (std::vector<Field>{{"a", "x\uFFFDy"}}));
    EXPECT_EQ(fields("a=%00"), (std::vector<Field>{{"a", "\uFFFD"}}));
}

TEST(Forms, stop_at_a_number_of_fields_nobody_fills_in) {
    EXPECT_TRUE(parse_fields("a&b&c", 3));
    EXPECT_FALSE(parse_fields("a&b&c&d", 3));
}

TEST(Utf8, is_repaired_run_by_run) {
    const std::string bad = "\uFFFD";
    EXPECT_EQ(repair_utf8("plain"), "plain");
    EXPECT_EQ(repair_utf8("ŵ 文 😀"), "ŵ 文 😀");
    EXPECT_EQ(repair_utf8("\xC0\xAF"), bad + bad);           // overlong slash
    EXPECT_EQ(repair_utf8("\xED\xA0\x80"), bad + bad + bad); // surrogate
    EXPECT_EQ(repair_utf8("\xF4\x90\x80\x80"), bad + bad + bad + bad);
    EXPECT_EQ(repair_utf8("\xE2\x82"), bad); // cut short: one run
    EXPECT_EQ(repair_utf8("\xE2\x82z"), bad + "z");
    EXPECT_EQ(repair_utf8("\xF0\x9F\x98"), bad);
    EXPECT_EQ(repair_utf8("\xE0\x80\x80"), bad + bad + bad);
}

TEST(Percent, encoding_is_undone_by_decoding) {
    std::string all;
    for (int c = 1; c < 128; ++c) {
        all += static_cast<char>(c);
    }
    EXPECT_EQ(percent_decode(percent_encode(all)), all);
    EXPECT_EQ(percent_encode("a b/ŵ"), "a%20b%2F%C5%B5");
    EXPECT_EQ(percent_decode("a+b"), "a+b");
}

TEST(Target, gives_path_language_and_query) {
    const auto english = asked("/child/7?tab=visits");
    EXPECT_EQ(english.path, "/child/7");
    EXPECT_EQ(english.language, Language::english);
    EXPECT_EQ(english.query.text("tab"), "visits");
    EXPECT_EQ(asked("/cy/child/7").path, "/child/7");
    EXPECT_EQ(asked("/cy/child/7").language, Language::welsh);
    EXPECT_EQ(asked("/cy").path, "/");
    EXPECT_EQ(asked("/cy?a=1").query.text("a"), "1");
    EXPECT_EQ(asked("/cymru").language, Language::english);
    EXPECT_EQ(asked("http://example.wales/child").path, "/child");
    EXPECT_EQ(asked("http://example.wales").path, "/");
}

TEST(Target, that_is_no_address_of_ours_is_refused) {
    for (const std::string_view target : {"", "*", "example.wales:443", "child", "ftp://x/"}) {
        Request request;
        EXPECT_EQ(read_target(target, request), Target::malformed) << target;
    }
}

TEST(Languages, are_one_step_apart) {
    const auto to = [](std::string path, Language language) {
        return in_language(Url::path(std::move(path)), language).text();
    };
    EXPECT_EQ(to("/child/7?a=1", Language::welsh), "/cy/child/7?a=1");
    EXPECT_EQ(to("/cy/child/7", Language::english), "/child/7");
    EXPECT_EQ(to("/cy/child/7", Language::welsh), "/cy/child/7");
    EXPECT_EQ(to("/", Language::welsh), "/cy");
    EXPECT_EQ(to("/cy", Language::english), "/");
    EXPECT_EQ(to("/cy?a=1", Language::english), "/?a=1");
    EXPECT_EQ(in_language(Url::fragment("main"), Language::welsh).text(), "#main");
    EXPECT_EQ(this_page_in(Language::welsh, asked("/search?q=Si%C3%A2n+a")).text(),
              "/cy/search?q=Si%C3%A2n%20a");
}

TEST(Cookies, are_found_by_their_whole_name) {
    Request request;
    request.headers.add("Cookie", "a=1; session=abc;b = 2;  sessions=no");
    request.headers.add("cookie", "c=3; a=9");
    EXPECT_EQ(request.cookie("session"), "abc");
    EXPECT_EQ(request.cookie("a"), "1");
    EXPECT_EQ(request.cookie("c"), "3");
    EXPECT_EQ(request.cookie("sess"), std::nullopt);
    EXPECT_EQ(request.cookie("b"), std::nullopt);
}

TEST(Headers, compare_without_regard_to_case) {
    HeaderLines lines;
    lines.add("Host", "a");
    lines.add("HOST", "b");
    EXPECT_EQ(lines.first("host"), "a");
    EXPECT_EQ(lines.count("host"), 2U);
    EXPECT_EQ(lines.first("cookie"), "");
    EXPECT_EQ(lines.name(1), "HOST");
}

TEST(Responses, say_where_to_go_and_what_to_save) {
    EXPECT_EQ(see_other(Url::path("/cy")).header("location"), "/cy");
    EXPECT_EQ(see_other(Url::path("/cy")).status, 303);
    EXPECT_EQ(download("x", "text/csv", "plant \"2026\".csv").header("content-disposition"),
              "attachment; filename*=UTF-8''plant%20%222026%22.csv");
    EXPECT_EQ(page(Trusted::html("<p>")).body.bytes(), "<p>");
}

TEST(Responses, carry_shared_bytes_without_copying_them) {
    const auto kept = std::make_shared<const std::string>(std::string(100, 'x'));
    const auto body = Body::shared(*kept, kept);
    const auto copy = body;
    EXPECT_EQ(copy.bytes().data(), kept->data());
    EXPECT_EQ(kept.use_count(), 3);
}

TEST(Urls, lead_nowhere_but_here) {
    EXPECT_EQ(Url::path("/child/7?a=1#b").text(), "/child/7?a=1#b");
    for (const auto* elsewhere :
         {"//evil.example", "/\\evil.example", "/\t/evil.example", "", "child", "/\n/evil.example",
          "javascript:alert(1)", "https://evil.example"}) {
        EXPECT_EQ(Url::path(elsewhere).text(), "/") << elsewhere;
    }
}

TEST(Html, escapes_what_nunjucks_escapes) {
    EXPECT_EQ(escape("a & b < c > d \" e ' f ` g"),
              "a &amp; b &lt; c &gt; d &quot; e &#39; f &#96; g");
    EXPECT_EQ(escape(""), "");
    EXPECT_EQ(escape("Siân ap Rhys"), "Siân ap Rhys");
}

} // namespace
} // namespace gweld::web
