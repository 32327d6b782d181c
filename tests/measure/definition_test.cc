#include "measure/definition.h"

#include "protection/duties.h"

#include <gtest/gtest.h>

namespace gweld::measure {
namespace {

TEST(Definitions, of_the_tree_load_and_are_those_in_the_program) {
    const auto tree = load_definitions(GWELD_TREE "/measures");
    ASSERT_TRUE(tree.ok()) << tree.error().front().file << ": " << tree.error().front().why;
    const auto built_in = built_in_definitions();
    ASSERT_TRUE(built_in.ok());
    ASSERT_EQ(built_in.value().size(), tree.value().size());
    for (std::size_t at = 0; at < tree.value().size(); ++at) {
        EXPECT_EQ(tree.value()[at].definition, built_in.value()[at].definition);
    }
}

TEST(Definitions, there_is_one_for_every_duty_that_recurs) {
    const auto found = built_in_definitions();
    ASSERT_TRUE(found.ok());
    auto rules = protection::tracked_rules();
    rules.pop_back(); // writing up a visit does not recur
    ASSERT_EQ(found.value().size(), rules.size());
    for (std::size_t at = 0; at < rules.size(); ++at) {
        EXPECT_EQ(found.value()[at].rule, rules[at]);
    }
}

TEST(Definitions, stand_on_a_rule_of_the_book) {
    const auto book = law::built_in_book();
    const auto found = built_in_definitions();
    ASSERT_TRUE(book.ok() && found.ok());
    for (const auto& definition : found.value()) {
        EXPECT_NE(book.value().card(definition.rule), nullptr) << definition.rule;
    }
}

std::string reason_against(const std::string& from, const std::string& to) {
    auto pages = built_in_pages();
    std::erase_if(pages, [](const law::Page& page) { return page.path == "README.md"; });
    auto& text = pages.front().text;
    text.replace(text.find(from), from.size(), to);
    const auto read = definitions_of(pages);
    return read.ok() ? "" : read.error().front().why;
}

TEST(Definitions, a_broken_page_is_refused_with_the_reason) {
    EXPECT_NE(reason_against("[numerator]", "[numerador]"), "");
    EXPECT_NE(reason_against("\ncy = ", "\nfr = "), "");
    EXPECT_NE(reason_against("rule = \"", "rule = \"cp.unknown."), "");
    EXPECT_NE(reason_against("```toml", "```"), "");
    auto twice = built_in_pages();
    twice.push_back(twice.back());
    EXPECT_FALSE(definitions_of(twice).ok());
}

} // namespace
} // namespace gweld::measure
