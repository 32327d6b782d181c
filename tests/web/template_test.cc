#include "web/sample/family.html.h"

#include <gtest/gtest.h>

namespace gweld::web::sample {
namespace {

const words::Words& english = words::in(words::Language::english);
const words::Words& welsh = words::in(words::Language::welsh);

constexpr std::string_view attack = "<script>\"'`&";
constexpr std::string_view defused = "&lt;script&gt;&quot;&#39;&#96;&amp;";

std::string family(const words::Words& say, std::size_t children) {
    Family davies{std::string{attack}, {}};
    for (std::size_t i = 0; i < children; ++i) {
        davies.children.push_back({std::string{attack}, Url::path("javascript:alert(1)"), i == 0});
    }
    return family_page(say, davies, 2).markup();
}

bool shows(const std::string& page, const std::string& markup) {
    return page.find(markup) != std::string::npos;
}

TEST(Templates, escape_what_people_typed_wherever_it_stands) {
    const auto page = family(english, 2);
    EXPECT_EQ(page.find("<script"), std::string::npos) << page;
    const std::string safe{defused};
    EXPECT_TRUE(shows(page, "<title>" + safe + "</title>"));
    EXPECT_TRUE(
        shows(page, "<li title=\"" + safe + "\" data-seen><a href=\"/\">" + safe + "</a></li>"))
        << page;
    EXPECT_TRUE(shows(page, "<textarea name=\"words\">" + safe + "</textarea>"));
}

TEST(Templates, let_markup_we_vouch_for_stand_in_a_sentence) {
    EXPECT_TRUE(shows(family(english, 0), ">If it happens again, give your support team this "
                                          "number: <b>7</b></p>"));
    EXPECT_TRUE(shows(family(english, 0), "this number: " + std::string{defused} + "\">"));
}

TEST(Templates, choose_by_what_is_so) {
    EXPECT_TRUE(shows(family(english, 0), "<p>none</p>"));
    EXPECT_TRUE(shows(family(english, 1), "<p>one</p>"));
    EXPECT_TRUE(shows(family(english, 3), "<ul>\n"));
}

TEST(Templates, speak_the_readers_language) {
    const auto page = family(welsh, 0);
    EXPECT_TRUE(shows(page, "<html lang=\"cy\">"));
    EXPECT_TRUE(shows(page, "<h1>Mae’r gwasanaeth yn brysur</h1>"));
    EXPECT_TRUE(shows(page, "ymhen dwy eiliad."));
}

} // namespace
} // namespace gweld::web::sample
