#include "web/components/difference.h"

#include <gtest/gtest.h>

#include <random>

namespace gweld::web::ours {
namespace {

using In = Stretch::In;
using Stretches = std::vector<Stretch>;

std::string text_of(const Stretches& all, In one) {
    std::string text;
    for (const auto& stretch : all) {
        text += stretch.in == In::both || stretch.in == one ? stretch.text : "";
    }
    return text;
}

} // namespace

TEST(Difference, words_that_only_one_has_stand_where_they_stood) {
    EXPECT_EQ(stretches("They go to their aunt.", "They sleep at their uncle."),
              (Stretches{{In::both, "They "},
                         {In::first, "go to "},
                         {In::second, "sleep at "},
                         {In::both, "their "},
                         {In::first, "aunt."},
                         {In::second, "uncle."}}));
}

TEST(Difference, of_the_same_text_or_of_none) {
    EXPECT_EQ(stretches("One\ntwo.", "One\ntwo."), (Stretches{{In::both, "One\ntwo."}}));
    EXPECT_TRUE(stretches("", "").empty());
    EXPECT_EQ(stretches("", "new"), (Stretches{{In::second, "new"}}));
    EXPECT_EQ(stretches("gone", ""), (Stretches{{In::first, "gone"}}));
}

TEST(Difference, both_texts_are_whole_whatever_they_are) {
    std::mt19937 chance{20261122};
    const std::string_view parts[] = {"a ", "b ", "bb\n", "ŵy ", " ", "c", "\n\n", "’ "};
    const auto text = [&](unsigned long most) {
        std::string made;
        for (auto left = chance() % most; left > 0; --left) {
            made += parts[chance() % std::size(parts)];
        }
        return made;
    };
    for (int n = 0; n < 2000; ++n) {
        const auto first = text(60);
        const auto second = text(60);
        const auto all = stretches(first, second);
        ASSERT_EQ(text_of(all, In::first), first);
        ASSERT_EQ(text_of(all, In::second), second);
    }
}

TEST(Difference, texts_too_long_to_compare_are_both_shown_whole) {
    std::string first;
    std::string second;
    for (int n = 0; n < 5000; ++n) {
        first += "a" + std::to_string(n) + " ";
        second += "b" + std::to_string(n) + " ";
    }
    const auto all = stretches("same " + first + "end", "same " + second + "end");
    EXPECT_EQ(
        all,
        (Stretches{
            {In::both, "same "}, {In::first, first}, {In::second, second}, {In::both, "end"}}));
}

TEST(Difference, is_heard_as_well_as_seen) {
    const auto html = render({"only theirs", "only yours", "end"}, "a <b>", "a c");
    const auto& text = html.markup();
    EXPECT_NE(text.find("<del><span class=\"govuk-visually-hidden\"> only theirs: </span>&lt;b&gt;"
                        "<span class=\"govuk-visually-hidden\"> end </span></del>"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("<ins><span class=\"govuk-visually-hidden\"> only yours: "),
              std::string::npos);
}

} // namespace gweld::web::ours
