// Reading a stranger's document in a process of its own: what it says is what reading it here says,
// and a reader that is taken over can do nothing and is no harm.
#include "documents/docx_writer.h"
#include "documents/word_reader.h"
#include "documents/word_wire.h"

#include <filesystem>
#include <gtest/gtest.h>

namespace gweld::documents {

namespace {

std::string a_document(std::size_t paragraphs = 3) {
    Document document;
    document.language = "cy";
    document.title = "Cynllun";
    document.made_at = "2026-11-24T10:00:00Z";
    document.body = {Heading{2, "Iechyd"}, Table{"Pwy", {"Beth", "Pwy"}, {{"Deintydd", "Mam"}}},
                     Bullets{{"un", "dau"}}, Pairs{{{"Cadeirydd", "Eleri"}}}};
    for (std::size_t n = 0; n < paragraphs; ++n) {
        document.body.push_back(Paragraph{"Dŵr & tân, " + std::to_string(n)});
    }
    return as_docx(clear(std::move(document), [](std::string text) { return text; }));
}

bool same(const WordRead& a, const WordRead& b) {
    return a.ok() == b.ok() && (a.ok() ? a.value() == b.value() : a.error() == b.error());
}

bool gives_up(const WordReader& reader, const std::string& bytes) {
    const auto read = reader(bytes);
    return !read.ok() && read.error() == Unread::gave_up;
}

} // namespace

TEST(WordReader, elsewhere_reads_what_is_read_here) {
    const auto elsewhere = word_reader_in(GWELD_PROGRAM);
    for (const auto& bytes : {a_document(), a_document(20'000), std::string{"no zip"},
                              std::string{}, a_document().substr(0, 900)}) {
        EXPECT_TRUE(same(elsewhere(bytes), read_docx(bytes))) << bytes.size();
    }
}

// The sanitizers' own needs are let through (limits.h): there is nothing to see there.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

// o a file to read, w one to write, s a socket, f another process, k a signal, x code of its own.
TEST(WordReader, one_that_is_taken_over_asks_for_nothing) {
    const auto taken_over = word_reader_in(GWELD_MISBEHAVING);
    const auto good = taken_over("good");
    ASSERT_TRUE(good.ok()) << "it can read and answer";
    EXPECT_EQ(good.value().title, "g");
    for (const char* what : {"o", "w", "s", "f", "k", "x"}) {
        EXPECT_TRUE(gives_up(taken_over, what)) << what;
    }
    EXPECT_FALSE(std::filesystem::exists("/tmp/gweld-misbehaving"));
}

TEST(WordReader, one_that_eats_memory_or_says_anything_is_ended) {
    const auto taken_over = word_reader_in(GWELD_MISBEHAVING);
    for (const char* what : {"m", "j", "b", "e"}) {
        EXPECT_TRUE(gives_up(taken_over, what)) << what;
    }
    EXPECT_TRUE(gives_up(word_reader_in("/nowhere/at/all"), "x"));
    EXPECT_TRUE(gives_up(word_reader_in("/bin/false"), std::string(1U << 20U, 'x')));
}

#endif

TEST(WordWire, is_read_as_it_was_written_and_nothing_else_is) {
    const auto read = read_docx(a_document());
    const auto wire = to_wire(read);
    const auto again = from_wire(wire);
    ASSERT_TRUE(again.has_value());
    EXPECT_TRUE(same(*again, read));
    for (std::size_t cut = 0; cut < wire.size(); ++cut) {
        EXPECT_FALSE(from_wire(wire.substr(0, cut)).has_value()) << cut;
    }
    EXPECT_FALSE(from_wire(wire + "x").has_value());
}

} // namespace gweld::documents
