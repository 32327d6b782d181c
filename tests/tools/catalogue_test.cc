#include "words/parts.h"

#include <gtest/gtest.h>

namespace {

using namespace gweld::po;

std::vector<Entry> entries(const std::string& text, const std::string& file = "part.po") {
    auto read_back = read(text, file);
    EXPECT_TRUE(read_back.ok());
    return read_back.ok() ? read_back.value() : std::vector<Entry>{};
}

std::string fault_of(const std::string& sentences, const std::string& welsh) {
    const auto found = faults(entries(sentences, "all.pot"), entries(welsh));
    return found.size() == 1 ? found.front() : "faults: " + std::to_string(found.size());
}

const std::string children = "#: home.html:4\nmsgid \"One child\"\nmsgid_plural \"{n} children\"\n";

TEST(Catalogue, reads_what_it_writes) {
    const auto first = entries("# note\n#. check: unverified term\nmsgid \"a \\\"b\\\"\"\n"
                               "msgstr \"\"\n\"c \"\n\"d\\n\"\n\nmsgid \"One\"\n"
                               "msgid_plural \"{n}\"\nmsgstr[0] \"x\"\nmsgstr[1] \"y\"\n");
    ASSERT_EQ(first.size(), 2U);
    EXPECT_EQ(first[0].id, "a \"b\"");
    EXPECT_EQ(first[0].texts, std::vector<std::string>{"c d\n"});
    EXPECT_TRUE(first[0].unverified());
    EXPECT_EQ(first[1].texts.size(), 2U);
    const auto again = entries(write(first));
    EXPECT_EQ(again[0].texts, first[0].texts);
    EXPECT_EQ(again[1].texts, first[1].texts);
}

TEST(Catalogue, refuses_what_is_no_catalogue) {
    for (const std::string text : {"msgstr \"a\"\n", "\"loose\"\n", "msgid \"a\nmsgstr \"b\"\n",
                                   "msgctxt \"a\"\n", "msgid \"a\"\nmsgstr[1] \"b\"\n",
                                   "msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"\n", "hello\n"}) {
        EXPECT_FALSE(read(text, "part.po").ok()) << text;
    }
    EXPECT_EQ(read("msgid \"a\"\nmsgstr b\n", "part.po").error().line, 2);
}

TEST(Catalogue, names_a_sentence_without_its_welsh) {
    EXPECT_EQ(fault_of("#: src/a.cc:7\nmsgid \"Save\"\nmsgstr \"\"\n", ""),
              "src/a.cc:7: has no Welsh: \"Save\"");
}

TEST(Catalogue, names_an_entry_no_longer_used) {
    EXPECT_EQ(fault_of("", "msgid \"Save\"\nmsgstr \"Cadw\"\n"),
              "part.po:1: no longer used: \"Save\"");
}

TEST(Catalogue, names_a_sentence_put_into_welsh_in_two_ways) {
    const std::string save = "msgid \"Save\"\nmsgstr \"Cadw\"\n";
    EXPECT_EQ(fault_of(save, save + save), "faults: 0");
    EXPECT_EQ(fault_of(save, save + "msgid \"Save\"\nmsgstr \"Arbed\"\n"),
              "part.po:3: put into Welsh another way at part.po:1: \"Save\"");
}

TEST(Catalogue, names_slots_that_differ) {
    const std::string seen = "msgid \"Seen by {name}\"\nmsgstr \"\"\n";
    EXPECT_EQ(fault_of(seen, "msgid \"Seen by {name}\"\nmsgstr \"Gwelwyd gan {name}\"\n"),
              "faults: 0");
    EXPECT_EQ(fault_of(seen, "msgid \"Seen by {name}\"\nmsgstr \"Gwelwyd gan {enw}\"\n"),
              "part.po:1: the {slots} differ from the English: \"Seen by {name}\"");
}

TEST(Catalogue, wants_six_forms_of_a_plural) {
    std::string six = children;
    for (int form = 0; form < 6; ++form) {
        six += "msgstr[" + std::to_string(form) + "] \"{n} o blant\"\n";
    }
    EXPECT_EQ(fault_of(children, six), "faults: 0");
    EXPECT_EQ(fault_of(children, children + "msgstr[0] \"{n} o blant\"\n"),
              "part.po:2: needs 6 Welsh text(s), none empty: \"One child\"");
}

TEST(Catalogue, knows_the_halves_of_a_plural_marked_apart) {
    std::string six = children;
    for (int form = 0; form < 6; ++form) {
        six += "msgstr[" + std::to_string(form) + "] \"{n} o blant\"\n";
    }
    const std::string one = "#: a.cc:1\nmsgid \"One child\"\nmsgstr \"\"\n\n";
    const std::string many = "#: a.cc:2\nmsgid \"{n} children\"\nmsgstr \"\"\n";
    EXPECT_EQ(fault_of(one + many, six), "faults: 0");
    EXPECT_EQ(fault_of(one + many, ""), "faults: 2");
    EXPECT_EQ(fault_of(one, six), "part.po:2: its English plural should be \"\"");
}

TEST(Catalogue, lets_a_plural_leave_its_number_out_in_every_form) {
    const std::string written = "#: a.cc:1\nmsgid \"visit\"\nmsgid_plural \"visits\"\n";
    std::string six = written;
    for (int form = 0; form < 6; ++form) {
        six += "msgstr[" + std::to_string(form) + "] \"ymweliad\"\n";
    }
    EXPECT_EQ(fault_of(written, six), "faults: 0");
}

TEST(Catalogue, wants_the_plural_the_program_asks_for) {
    EXPECT_EQ(fault_of(children, "msgid \"One child\"\nmsgstr \"Un plentyn\"\n"),
              "part.po:1: its English plural should be \"{n} children\"");
}

TEST(Catalogue, does_not_count_what_would_not_be_shown) {
    const std::string save = "msgid \"Save\"\nmsgstr \"\"\n";
    EXPECT_EQ(fault_of(save, save), "part.po:1: needs 1 Welsh text(s), none empty: \"Save\"");
    EXPECT_EQ(fault_of(save, "#, fuzzy\nmsgid \"Save\"\nmsgstr \"Cadw\"\n"),
              "part.po:2: is marked fuzzy and would not be shown: \"Save\"");
}

TEST(Catalogue, has_one_header_whatever_its_parts) {
    const auto whole = assemble(entries("msgid \"\"\nmsgstr \"Language: en\\n\"\n\n"
                                        "msgid \"Save\"\nmsgstr \"Cadw\"\n"));
    EXPECT_NE(whole.find("nplurals=6"), std::string::npos);
    EXPECT_EQ(whole.find("Language: en"), std::string::npos);
}

} // namespace
