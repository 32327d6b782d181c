#include "record/codec.h"

#include "filled.h"
#include "record/json_text.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace gweld::record {
namespace {

std::string golden(std::string_view kind) {
    const auto path = std::filesystem::path{GWELD_TREE} / "tests/record/golden" /
                      (std::string{kind} + ".v1.json");
    std::ifstream file{path};
    std::stringstream text;
    text << file.rdbuf();
    std::string line = text.str();
    while (line.ends_with('\n')) {
        line.pop_back();
    }
    return line;
}

// The files are how version 1 of each kind was written. A difference means that records already on
// disk would be read or written differently: a new version of the kind is needed, not a new file.
TEST(Codec, every_kind_is_still_read_and_written_as_its_golden_file) {
    each_kind(AllKinds{}, []<class Kind>(KindType<Kind>) {
        const auto expected = golden(Named<Kind>::name);
        ASSERT_FALSE(expected.empty()) << Named<Kind>::name;
        const auto read = decode<Kind>(expected);
        ASSERT_TRUE(read.ok()) << Named<Kind>::name << ": " << read.error().why;
        EXPECT_EQ(encode(read.value()), expected);
    });
}

// A golden file that leaves a member at its default would not notice that it is no longer read.
TEST(Codec, every_golden_file_names_every_member) {
    each_kind(AllKinds{}, []<class Kind>(KindType<Kind>) {
        const auto text = golden(Named<Kind>::name);
        boost::mp11::mp_for_each<MembersOf<Kind>>([&](auto member) {
            EXPECT_NE(text.find('"' + std::string{member.name} + "\":"), std::string::npos)
                << Named<Kind>::name << ' ' << member.name;
        });
    });
}

TEST(Codec, what_was_written_is_read_and_written_the_same) {
    Dice dice{20261124};
    for (int round = 0; round < 300; ++round) {
        each_kind(AllKinds{}, [&]<class Kind>(KindType<Kind>) {
            Kind body;
            fill(dice, body);
            const auto text = encode(body);
            const auto read = decode<Kind>(text);
            ASSERT_TRUE(read.ok()) << read.error().why << ' ' << text;
            ASSERT_EQ(encode(read.value()), text);
        });
    }
}

TEST(Codec, members_it_does_not_know_are_passed_over_and_absent_ones_keep_their_default) {
    const auto read = decode<VisitMade>(
        R"({"on":"2026-11-02","weather":{"rain":[1,2]},"children":[{"seen":"yes","hat":null}]})");
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read.value().place, Place::not_recorded);
    EXPECT_EQ(read.value().write_up, WriteUp::complete);
    EXPECT_EQ(read.value().children.at(0).seen, Answer::yes);
    EXPECT_EQ(read.value().children.at(0).alone, Answer::not_recorded);
}

// Before conferences had pages only their type and day were written down.
TEST(Codec, a_conference_recorded_before_it_had_an_account_is_still_read) {
    const auto read = decode<ConferenceHeld>(R"({"type":"initial","on":"2026-02-02"})");
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read.value().type, ConferenceType::initial);
    EXPECT_TRUE(read.value().children.empty());
    EXPECT_EQ(read.value().chair, "");
}

TEST(Codec, a_core_group_recorded_before_it_had_an_account_is_still_read) {
    const auto read = decode<CoreGroupMet>(R"({"on":"2026-02-16"})");
    ASSERT_TRUE(read.ok());
    EXPECT_TRUE(read.value().invited.empty());
    EXPECT_FALSE(read.value().next_on);
}

TEST(Codec, an_empty_optional_is_left_out) {
    EXPECT_EQ(encode(PersonDescribed{}).find("born"), std::string::npos);
    PersonDescribed born;
    born.born = time::day(9, std::chrono::April, 2019);
    EXPECT_NE(encode(born).find(R"("born":"2019-04-09")"), std::string::npos);
}

TEST(Codec, a_body_that_is_not_ours_is_unreadable_and_says_why) {
    const auto why = [](std::string_view text) {
        const auto read = decode<VisitMade>(text);
        return read.ok() ? std::string{"read"} : read.error().why;
    };
    EXPECT_EQ(why("{}"), "on has to be given");
    EXPECT_EQ(why(R"({"on":"2026-02-30"})"), "on is not a date");
    EXPECT_EQ(why(R"({"on":null})"), "on is not a date");
    EXPECT_EQ(why(R"({"on":"2026-11-02","place":"moon"})"),
              "place is a name this program does not know");
    EXPECT_EQ(why(R"({"on":"2026-11-02","place":3})"), "place is not a name");
    EXPECT_EQ(why(R"({"on":"2026-11-02","account":3})"), "account is not text");
    EXPECT_EQ(why(R"({"on":"2026-11-02","children":{}})"), "children is not a list");
    EXPECT_EQ(why(R"({"on":"2026-11-02","children":[{"child":"x"}]})"), "children is not an id");
    EXPECT_EQ(why("[]"), "the body is not an object");
    for (const auto* text : {"", "{", "{}x", "\xff", "{\"on\":\"2026-11-02\",}"}) {
        EXPECT_TRUE(why(text).starts_with("not JSON: ")) << text;
    }
    EXPECT_TRUE(why(std::string(100000, '[')).starts_with("not JSON: "));
    EXPECT_FALSE(decode<ExtractRead>(R"({"rows_accepted":99999999999})").ok());
    EXPECT_FALSE(decode<ExtractRead>(R"({"rows_accepted":1.5})").ok());
}

TEST(Codec, a_body_read_as_another_kind_is_a_bug) {
    Draft draft;
    draft.kind = "core-group.met";
    draft.body = R"({"on":"2026-11-02"})";
    EXPECT_EQ(body_of<CoreGroupMet>(draft).on, time::day(2, std::chrono::November, 2026));
    EXPECT_THROW(body_of<VisitMade>(draft), std::logic_error);
    draft.body = "{}";
    EXPECT_THROW(body_of<CoreGroupMet>(draft), std::runtime_error);
}

TEST(JsonText, bytes_that_are_no_utf8_become_the_replacement_character) {
    const auto written = [](std::string_view text) {
        std::string out;
        append_json_string(out, text);
        return out;
    };
    EXPECT_EQ(written("Tŷ \"x\"\\\n\x01"), "\"Tŷ \\\"x\\\"\\\\\\n\\u0001\"");
    EXPECT_EQ(written("a\xff"), "\"a\xEF\xBF\xBD\"");
    EXPECT_EQ(written("\xc0\xaf").size(), 2U + 6U);     // overlong
    EXPECT_EQ(written("\xed\xa0\x80").size(), 2U + 9U); // a surrogate
    EXPECT_EQ(written("\xf4\x90\x80\x80").size(), 2U + 12U);
    EXPECT_EQ(written("\xe2\x82").size(), 2U + 6U); // cut short
    EXPECT_EQ(written("\xf0\x9f\x90\x91"), "\"\xf0\x9f\x90\x91\"");
}

} // namespace
} // namespace gweld::record
