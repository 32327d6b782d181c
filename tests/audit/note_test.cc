#include "audit/note.h"

#include "audit/checkpoint.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace gweld::audit {
namespace {

// The example of golang.org/x/mod/sumdb/note, made by another program with another library: its
// key, its verifier and a note it signed.
const std::string gos_verifier =
    "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const std::string gos_key =
    "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
const std::string gos_text = "If you think cryptography is the answer to your problem,\n"
                             "then you don't know what your problem is.\n";
const std::string gos_note =
    gos_text + "\n\u2014 PeterNeumann "
               "x08go/ZJkuBS9UG/"
               "SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

TEST(Note, is_read_and_made_as_go_reads_and_makes_it) {
    const auto verifier = verifier_from(gos_verifier);
    ASSERT_TRUE(verifier);
    EXPECT_EQ(to_text(*verifier), gos_verifier);
    const auto signer = Signer::from(gos_key);
    ASSERT_TRUE(signer);
    EXPECT_EQ(signer->to_text(), gos_key);
    EXPECT_EQ(signer->verifier(), *verifier);
    EXPECT_EQ(signer->sign(gos_text), gos_note);
    const auto note = note_from(gos_note);
    ASSERT_TRUE(note);
    EXPECT_EQ(note->text, gos_text);
    EXPECT_EQ(is_signed(*note, *verifier), Signed::yes);
}

TEST(Note, of_another_text_or_by_another_key_is_told_apart) {
    const auto verifier = *verifier_from(gos_verifier);
    auto note = *note_from(gos_note);
    note.text[0] = 'i';
    EXPECT_EQ(is_signed(note, verifier), Signed::wrong);
    const Signer other{"PeterNeumann", Signer::Seed{7}};
    EXPECT_EQ(is_signed(*note_from(gos_note), other.verifier()), Signed::not_by_this);
    auto renamed = verifier;
    renamed.name = "PeterNewman";
    EXPECT_EQ(is_signed(*note_from(gos_note), renamed), Signed::not_by_this);
}

TEST(Note, is_not_made_of_what_is_none) {
    for (const auto* wrong :
         {"", "\n", "text", "text\n", "text\n\n", "text\n\nsignature\n", "text\n\n\u2014 name\n",
          "text\n\n\u2014 name x08go\n", "text\n\n\u2014 na+me x08go/ZJkuBS9UG/SffcvA==\n",
          "text\n\n\u2014 name x08go/ZJkuBS9UG/SffcvB==\n"}) {
        EXPECT_FALSE(note_from(wrong)) << wrong;
    }
    EXPECT_TRUE(note_from("text\n\n\u2014 name x08go/ZJkuBS9UG/SffcvA==\n"));
    for (const auto& wrong :
         std::vector<std::string>{"", "name", "name+c74f20a3", "name+c74f20a3+",
                                  "PeterNeumann+c74f20a4" + gos_verifier.substr(21),
                                  "a b" + gos_verifier, gos_verifier + "A"}) {
        EXPECT_FALSE(verifier_from(wrong)) << wrong;
    }
    EXPECT_FALSE(Signer::from(gos_verifier));
    EXPECT_THROW(Signer("a name", Signer::Seed{}), std::logic_error);
}

TEST(Checkpoints, are_written_in_one_way_alone) {
    const Checkpoint checkpoint{"made-up-county/looks", 12345, Hash{1, 2, 3},
                                *time::parse_rfc3339("2026-11-24T09:30:00Z")};
    const auto text = to_text(checkpoint);
    EXPECT_EQ(text, "made-up-county/looks\n12345\nAQIDAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
                    "time 2026-11-24T09:30:00.000Z\n");
    EXPECT_EQ(checkpoint_from(text), checkpoint);
    for (const std::string wrong :
         {"",
          "made-up-county/looks\n012345\nAQIDAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
          "time 2026-11-24T09:30:00.000Z\n",
          "made-up-county/looks\n-1\nAQIDAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
          "time 2026-11-24T09:30:00.000Z\n",
          "made-up-county/looks\n12345\nAQID\ntime 2026-11-24T09:30:00.000Z\n",
          "made-up-county/looks\n12345\nAQIDAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
          "made-up-county/looks\n12345\nAQIDAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
          "time 2026-11-24T09:30:00Z\n"}) {
        EXPECT_FALSE(checkpoint_from(wrong)) << wrong;
    }
}

TEST(Checkpoints, stand_on_paper_in_eight_groups_that_somebody_types_again) {
    Hash root{};
    for (std::uint8_t n = 0; n < root.size(); ++n) {
        root[n] = static_cast<std::uint8_t>(n * 7);
    }
    const auto paper = on_paper(root);
    EXPECT_EQ(paper.substr(0, 17), "00070e15 1c232a31");
    EXPECT_EQ(paper.size(), 8 * 8 + 7);
    EXPECT_EQ(from_paper(paper), root);
    std::string typed = paper;
    std::ranges::transform(typed, typed.begin(), [](char c) {
        return c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    EXPECT_EQ(from_paper(" " + typed), root);
    EXPECT_FALSE(from_paper(paper.substr(1)));
    EXPECT_FALSE(from_paper(paper + " 00"));
}

TEST(Keys, stand_in_a_file_with_a_line_for_each_log) {
    std::array<Signer::Seed, both_logs.size()> seeds{};
    seeds[1].fill(3);
    const auto keys = keys_of("made-up-county", seeds);
    const auto again = keys_from(to_text(keys), "made-up-county");
    ASSERT_TRUE(again);
    EXPECT_EQ(again->of(ChainName::looks).verifier(), keys.of(ChainName::looks).verifier());
    EXPECT_EQ(keys.of(ChainName::looks).verifier().name, "made-up-county/looks");
    EXPECT_FALSE(keys_from(to_text(keys), "another-county"));
    EXPECT_FALSE(keys_from(to_text(keys.of(ChainName::looks).verifier()), "made-up-county"));
    const auto verifiers =
        verifiers_from("# of the county\n" + to_text(keys.of(ChainName::entries).verifier()) +
                       "\r\n\n" + to_text(keys.of(ChainName::looks).verifier()) + "\n");
    ASSERT_TRUE(verifiers);
    EXPECT_EQ(verifiers->size(), 2U);
    EXPECT_FALSE(verifiers_from("something else\n"));
}

} // namespace
} // namespace gweld::audit
