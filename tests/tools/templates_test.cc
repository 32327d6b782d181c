#include "templates/writer.h"

#include <gtest/gtest.h>

namespace {

using namespace gweld::templates;

std::string compiled(const std::string& body) {
    return write_templates(scan("@template sample(const Child& child)\n" + body), "sample.html")
        .definitions;
}

// "2: what is wrong"; empty when nothing is.
std::string mistake_in(const std::string& body) {
    try {
        compiled(body);
    } catch (const Mistake& mistake) {
        return std::to_string(mistake.line) + ": " + mistake.what();
    }
    return {};
}

bool writes(const std::string& body, const std::string& code) {
    return compiled(body).find(code) != std::string::npos;
}

struct Refused {
    std::string body;
    std::string reason;
};

TEST(Templates, refuse_each_mistake_at_its_line) {
    const std::vector<Refused> all = {
        {"<p>\n<a class={{ child.kind }}>", "3: put the value of class in quotes"},
        {"<p class=big>", "2: put the value of class in quotes"},
        {"<p class={% if x %}\"a\"{% end %}>", "2: no directive can stand here"},
        {"<input {{ child.flag }}>", "2: inside a tag a value stands only between quotes"},
        {"<{{ child.tag }}>", "2: inside a tag a value stands only between quotes"},
        {"<script>{{ child.name }}</script>", "2: no value can stand inside <script>"},
        {"<script>alert(1)</script>", "2: nothing may stand inside <script>"},
        {"<style>p { color: red }</style>", "2: nothing may stand inside <style>"},
        {"<!-- {{ child.name }} -->", "2: no value can stand inside an HTML comment"},
        {"<p onclick=\"{{ child.name }}\">", "2: onclick=\"\" is not allowed"},
        {"<p\nstyle=\"color: red\">", "3: style=\"\" is not allowed"},
        {"<p ONCLICK>", "2: onclick=\"\" is not allowed"},
        {"<iframe srcdoc=\"x\">", "2: srcdoc=\"\" is not allowed"},
        {"<meta http-equiv=\"refresh\">", "2: <meta http-equiv> is not allowed"},
        {"<a href=\"/child/{{ child.id }}\">", "2: an address is one web::Url"},
        {"<a href=\"{{ child.url }}/visit\">", "2: an address is one web::Url"},
        {"<a href=\"{{ child.url }}{{ child.url }}\">", "2: an address is one web::Url"},
        {"<a href=\"{% if x %}/a{% end %}\">", "2: an address is one web::Url"},
        {"<a href=\"{% t \"/cy\" %}\">", "2: an address is not translated"},
        {"<img srcset=\"{{ child.url }}\">", "2: an address is one web::Url"},
        {"{% if child.open %}\n<p>", "2: no {% end %} closes this"},
        {"{% for const auto& v : child.visits %}", "2: no {% end %} closes this"},
        {"<p>{% end %}", "2: there is nothing for this {% end %} to close"},
        {"{% else %}", "2: there is no {% if %} for this"},
        {"{% for a : b %}{% else %}{% end %}", "2: there is no {% if %} for this"},
        {"{% if a %}{% else %}{% elif b %}{% end %}", "2: there is no {% if %} for this"},
        {"{% if a %}<p class=\"{% end %}x\">", "2: the branches end in different places"},
        {"{% if a %}<textarea>{% else %}<p>{% end %}", "2: the branches end in different places"},
        {"{% for a : b %}<p {% end %}>", "2: the branches end in different places"},
        {"{% t \"Seen by {name}\" %}", "2: nothing fills slot {name}"},
        {"{% t \"Seen\" name=child.name %}", "2: the sentence has no slot {name}"},
        {"{% t \"{a}\" a=1 a=2 %}", "2: slot {a} is filled twice"},
        {"{% t \"Seen {name\" %}", "2: a '{' in the sentence is never closed"},
        {"{% t Seen %}", "2: a sentence in \"quotes\" must stand here"},
        {"{% t \"Seen\n alone\" %}", "2: the sentence does not end on its line"},
        {"{% tn n \"One child\" \"Many children\" %}", "2: the sentence for many must say {n}"},
        {"{% tn n \"One child\" %}", "2: a sentence in \"quotes\" must stand here"},
        {"{% while x %}", "2: there is no directive 'while'"},
        {"{% if %}", "2: something must stand after if"},
        {"{% end if %}", "2: nothing may stand after end"},
        {"{{ }}", "2: there is nothing between these braces"},
        {"<p>{{ child.name", "2: no }} closes what opens here"},
        {"<p>{% if x", "2: no %} closes what opens here"},
        {"{# never closed", "2: no #} closes this comment"},
        {"<p>a < b", "2: write &lt; for a '<' that opens no tag"},
        {"<p class=\"a\"id=\"b\">", "2: put a space before the next attribute"},
        {"<p class=\"a\"{% if x %}id=\"b\"{% end %}>", "2: put a space before the next attribute"},
        {"<p class", "2: the template ends inside a tag"},
        {"<p ={% if x %}", "2: '=' without an attribute's name before it"},
        {"<title>{% call part() %}</title>", "2: a template can be called only in text"},
        {"{% call part %}", "2: write {% call template_name(arguments) %}"},
    };
    for (const auto& [body, reason] : all) {
        EXPECT_TRUE(mistake_in(body).starts_with(reason)) << body << "\n  " << mistake_in(body);
    }
}

TEST(Templates, refuse_a_heading_they_cannot_read) {
    EXPECT_THROW(scan("@template sample\n"), Mistake);
    EXPECT_THROW(scan("<p>\n@template sample()\n"), Mistake);
    EXPECT_THROW(write_templates(scan("@template sample(int)\n"), "a.html"), Mistake);
    EXPECT_THROW(write_templates(scan("@template sample(std::map<int, int> all)\n"), "a.html"),
                 Mistake);
}

TEST(Templates, choose_the_escape_by_the_place) {
    EXPECT_TRUE(writes("<p>{{ child.name }}</p>", "put_text(html_out, child.name);"));
    EXPECT_TRUE(writes("<p title=\"{{ child.name }}\">", "put_attr(html_out, child.name);"));
    EXPECT_TRUE(writes("<p title='a {{ child.name }} b'>", "put_attr(html_out, child.name);"));
    EXPECT_TRUE(writes("<a href=\"{{ child.url }}\">", "put_url(html_out, child.url);"));
    EXPECT_TRUE(writes("<form\n  action='{{ child.url }}'>", "put_url(html_out, child.url);"));
    EXPECT_TRUE(writes("<title>{{ child.name }}</title>", "put_attr(html_out, child.name);"));
    EXPECT_TRUE(writes("<textarea>{{ a }}</textarea>{{ b }}", "put_text(html_out, b);"));
    EXPECT_TRUE(
        writes("<p title=\"{% t \"Hello\" %}\">", "put_attr(html_out, say.say(\"Hello\"))"));
}

TEST(Templates, know_where_an_expression_ends) {
    EXPECT_TRUE(
        writes("{{ button({.text = \"}}\"}) }}", "put_text(html_out, button({.text = \"}}\"}));"));
    EXPECT_TRUE(writes("{% if a % b == 0 %}x{% end %}", "if (a % b == 0) {"));
    EXPECT_TRUE(
        writes("{% t \"{a} {b}\" a=f(1, 2) b=g(\"x y\") %}", "put_text(html_out, f(1, 2));"));
    EXPECT_TRUE(
        writes("{% t \"{a} {b}\" a=f(1, 2) b=g(\"x y\") %}", "put_text(html_out, g(\"x y\"));"));
    EXPECT_TRUE(writes("a { b } c", "a { b } c"));
}

TEST(Templates, allow_a_choice_of_attributes) {
    EXPECT_EQ(mistake_in("<input {% if a %}checked{% end %}>"), "");
    EXPECT_EQ(mistake_in("<input{% if a %} checked{% else %} disabled{% end %}>"),
              "2: no directive can stand here"); // a tag's name ends with a space
    EXPECT_EQ(mistake_in("<p class=\"a{% if b %} b{% end %}\">"), "");
    EXPECT_EQ(mistake_in("<p{% if a %}>"), "2: no directive can stand here");
}

TEST(Templates, write_nothing_for_a_line_of_directives) {
    const auto code =
        compiled("<ul>\n  {% for int i : all %}\n  <li>{{ i }}</li>\n  {% end %}\n</ul>\n");
    EXPECT_NE(code.find("raw(\"<ul>\\n\");"), std::string::npos) << code;
    EXPECT_NE(code.find("</li>\\n\");"), std::string::npos) << code;
    EXPECT_NE(code.find("raw(\"</ul>\\n\");"), std::string::npos) << code;
}

TEST(Templates, keep_the_shape_of_preformatted_text) {
    EXPECT_TRUE(writes("<pre>a\n   b</pre>\n   c", "<pre>a\\n   b</pre>\\nc"));
    EXPECT_TRUE(writes("<textarea>a\n   b</textarea>", "a\\n   b"));
}

TEST(Templates, point_the_compiler_at_their_own_lines) {
    EXPECT_TRUE(writes("<p>\n{{ child.nmae }}", "#line 3 \"sample.html\"\n::gweld::web::put_text"));
    EXPECT_TRUE(writes("{# two\nlines #}\n{{ a }}", "#line 4 \"sample.html\""));
}

TEST(Templates, may_share_a_file_and_call_each_other) {
    const auto written = write_templates(
        scan("@include \"a.h\"\n\n@template row(int n)\n<li>{{ n }}\n@template list(const Rows& "
             "rows, int from = 0)\n{% for int r : rows %}{% call other::row(r + from) %}{% end "
             "%}\n"),
        "list.html");
    EXPECT_NE(written.definitions.find("other::put_row(html_out, say, r + from);"),
              std::string::npos);
    EXPECT_NE(written.declarations.find("const Rows& rows, int from = 0"), std::string::npos);
    EXPECT_EQ(written.definitions.find("from = 0"), std::string::npos);
    EXPECT_NE(written.definitions.find("put_list(html_out, say, rows, from);"), std::string::npos);
}

} // namespace
